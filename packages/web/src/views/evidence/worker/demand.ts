import { sum, type Place } from "./place.js";
import { symbolsOf, type Worked } from "./worked.js";

/** Share of the base price below which the curve goes on as a line. */
const linearBelow = 0.1;

/** Demand D = D̄·(x^−ε − κ)/(1 − κ) of the end use that takes most of the good in the economy. */
export function finalDemand(place: Place): Worked | undefined {
  const { market, equilibrium } = place.step;
  const use = largestUse(place);
  if (use === undefined) return undefined;
  const { uses } = market;
  const of = (column: Float64Array): number => column[use] ?? 0;
  const [base, exponent, choke, atBase] = [
    of(uses.basePrice),
    of(uses.elasticity),
    of(uses.choke),
    of(uses.quantity),
  ];
  const usePrice = priceOfUse(place, use);
  const kappa = (choke / base) ** -exponent;
  const curve = (price: number): number => (atBase * ((price / base) ** -exponent - kappa)) / (1 - kappa);
  const edge = linearBelow * base;
  const slope = (-exponent * atBase * linearBelow ** (-exponent - 1)) / base / (1 - kappa);
  const computed =
    usePrice >= choke ? 0 : usePrice < edge ? curve(edge) + slope * (usePrice - edge) : curve(usePrice);
  return {
    name: "demand",
    formula: "D = D̄·((P/P̄)^−ε − κ)/(1 − κ),  κ = (Pᶜ/P̄)^−ε",
    region: market.regions[place.region] ?? "",
    of: uses.endUse[use] ?? "",
    symbols: symbolsOf("USD/kg")(
      ["basePrice", "P̄", base],
      ["usePrice", "P", usePrice],
      ["choke", "Pᶜ", choke],
      ["exponent", "ε", exponent, ""],
      ["kappa", "κ", kappa, ""],
      ["atBase", "D̄", atBase, "t/y"],
    ),
    computed,
    model: of(equilibrium.demand),
    unit: "t/y",
  };
}

function goodsOf({ step }: Place, use: number): number[] {
  const { goodStart } = step.market.uses;
  const from = goodStart[use] ?? 0;
  return Array.from({ length: (goodStart[use + 1] ?? 0) - from }, (_, i) => from + i);
}

function largestUse(place: Place): number | undefined {
  const { market, equilibrium } = place.step;
  const { uses } = market;
  let [best, most] = [undefined as number | undefined, 0];
  for (let use = 0; use < uses.count; use += 1) {
    if (uses.region[use] !== place.region) continue;
    const taken = sum(
      goodsOf(place, use).map((i) =>
        uses.goodBuyer[i] === place.buyer ? (equilibrium.demandByGood[i] ?? 0) : 0,
      ),
    );
    if (taken > most) [best, most] = [use, taken];
  }
  return best;
}

/** P = −η ln Σ a e^{−P_g/η} over grades, or their mean in fixed proportions where η = 0. */
function priceOfUse(place: Place, use: number): number {
  const { market, equilibrium } = place.step;
  const { uses } = market;
  const scale = uses.gradeScale[use] ?? 0;
  const price = (i: number): number => equilibrium.usePrice[uses.goodBuyer[i] ?? 0] ?? 0;
  const weight = (i: number): number => uses.goodWeight[i] ?? 0;
  const goods = goodsOf(place, use);
  if (scale === 0) return sum(goods.map((i) => (weight(i) > 0 ? weight(i) * price(i) : 0)));
  return -scale * Math.log(sum(goods.map((i) => Math.exp(weight(i) - price(i) / scale))));
}

/** Σ flows in = final + process use + stock build. */
export function buyerBalance({ step, buyer, region, good }: Place): Worked | undefined {
  const { market, equilibrium } = step;
  if (buyer < 0) return undefined;
  const { arcs, nodes, uses, buyers } = market;
  const inflow = sum(equilibrium.flow.subarray(arcs.start[buyer], arcs.start[buyer + 1]));
  const finalUse = sum(equilibrium.demandByGood.filter((_, i) => uses.goodBuyer[i] === buyer));
  let processUse = 0;
  for (let k = 0; k < nodes.count; k += 1)
    for (let i = nodes.inStart[k] ?? 0; i < (nodes.inStart[k + 1] ?? 0); i += 1)
      if (nodes.inBuyer[i] === buyer)
        processUse += (nodes.inCoefficient[i] ?? 0) * (equilibrium.level[k] ?? 0);
  const stock = buyers.stockBuild[buyer] ?? 0;
  if (inflow <= 0) return undefined;
  return {
    name: "buyer",
    formula: "Σ q = D + X + B",
    region: market.regions[region] ?? "",
    of: market.goods[good] ?? "",
    symbols: symbolsOf("t/y")(
      ["inflow", "Σ q", inflow],
      ["finalUse", "D", finalUse],
      ["processUse", "X", processUse],
      ["stock", "B", stock],
    ),
    computed: finalUse + processUse + stock,
    model: inflow,
    unit: "t/y",
  };
}
