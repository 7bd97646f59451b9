import { pow } from "../../numeric/elementary.js";
import type { Seller } from "../market-problem.js";
import { ArcCosts } from "./arc-costs.js";
import { quantitiesAt } from "./curve-quantities.js";
import type { Figures } from "./figures.js";
import type { NodeValue } from "./node-values.js";
import type { Violations } from "./violations.js";

/**
 * Cournot and monopoly sellers: in every market marginal revenue is at most what a further unit costs to make and bring
 * there by the cheapest way, and equal where the seller sells. A leader's choice against its rivals' answers is not
 * rechecked here, only that it sells nothing below cost.
 */
export function verifyConduct(
  figures: Figures,
  values: ReadonlyMap<number, NodeValue>,
  violations: Violations,
): void {
  const { problem } = figures;
  verifySales(figures, violations);
  for (const seller of problem.sellers) {
    const reach = deliveredCosts(figures, seller);
    problem.regions.forEach((name, region) => {
      const node = figures.at(region, seller.good);
      const value = values.get(node);
      if (!value || !problem.demand.some((row) => row.region === region && row.goods.includes(seller.good)))
        return;
      const sold = figures.sale.get(`${seller.id}|${node}`) ?? 0;
      const cost = reach[region];
      if (cost === undefined) return;
      const price = value.use[0];
      const revenue = seller.kind === "leader" ? cost : price + slopeTimesSales(figures, seller, region);
      const scale = figures.priceScale[seller.good];
      violations.complementary(
        `${seller.id} in ${name}`,
        sold / figures.quantityScale[node],
        (cost - revenue) / scale,
      );
      if (seller.kind === "leader" && sold > 0)
        violations.add(`${seller.id} below cost`, (cost - price) / scale);
    });
  }
}

/** Sales of sellers with market power stay within what is bought, and are all of it where nobody else supplies the good. */
function verifySales(figures: Figures, violations: Violations): void {
  const { problem } = figures;
  for (const good of new Set(problem.sellers.map((seller) => seller.good))) {
    const sellers = problem.sellers.filter((seller) => seller.good === good);
    const owned = (region: number, firm: number) =>
      sellers.some(({ id, ...own }) => id === "*" || (firm >= 0 ? own.firm === firm : own.region === region));
    const everyone =
      problem.supply.every((row) => !row.goods.includes(good) || owned(row.region, -1)) &&
      problem.firms.every((firm, k) => firm.good !== good || owned(firm.region, k)) &&
      problem.processes.every((p) => p.outputs.every(([output]) => output !== good) || owned(p.region, -1));
    problem.regions.forEach((_, region) => {
      const node = figures.at(region, good);
      const sold = sellers.reduce((sum, { id }) => sum + (figures.sale.get(`${id}|${node}`) ?? 0), 0);
      const left = ((figures.demanded.get(node) ?? 0) - sold) / figures.quantityScale[node];
      violations.add(`sales at ${node}`, everyone ? Math.abs(left) : -left);
    });
  }
}

/** Σ ∂price/∂quantity · own sales in a region, cross effects between the seller's own goods included. */
function slopeTimesSales(figures: Figures, seller: Seller, region: number): number {
  const { problem } = figures;
  const row = problem.demand.find((curve) => curve.region === region && curve.goods.includes(seller.good))!;
  const own = (good: number) => {
    const controls = problem.sellers.some(
      (other) => other.id === seller.id && other.good === good && other.kind !== "leader",
    );
    return controls ? (figures.sale.get(`${seller.id}|${figures.at(region, good)}`) ?? 0) : 0;
  };
  const { curve } = row;
  const mine = own(seller.good);
  switch (curve.form) {
    case "inverse-linear":
      return curve.slope * mine;
    case "linear":
      return mine / curve.slope;
    case "isoelastic": {
      const node = figures.at(region, seller.good);
      const price = figures.demandPrice.get(node)!;
      return (price * mine) / (curve.elasticity * figures.demanded.get(node)!);
    }
    case "inverse-linear-system": {
      const at = row.goods.indexOf(seller.good);
      return row.goods.reduce((sum, good, h) => sum + curve.slope[h][at] * own(good), 0);
    }
    default:
      return NaN;
  }
}

/** Cheapest cost of a further unit of the seller by region: its own marginal cost, then the ways from there. */
function deliveredCosts(figures: Figures, seller: Seller): (number | undefined)[] {
  const { problem, flow } = figures;
  const cost = problem.regions.map((_, region) => marginalCost(figures, seller, region));
  const arcs = problem.arcs.flatMap((arc, k) => (arc.good === seller.good ? [{ arc, k }] : []));
  for (let round = 0; round < problem.regions.length; round++) {
    for (const { arc, k } of arcs) {
      const from = cost[arc.from];
      if (from === undefined) continue;
      const own = seller.ownsTransport ? ownedCarrier(arc, flow[k]) : undefined;
      const { inside, over } = new ArcCosts(figures, arc, flow[k]).delivered(from, own);
      cost[arc.to] = Math.min(cost[arc.to] ?? Infinity, inside, over);
    }
  }
  return cost;
}

function ownedCarrier(arc: Figures["problem"]["arcs"][number], flow: number): number {
  return arc.cost + (flow > 0 ? (1 + arc.power) * arc.slope * pow(flow, arc.power) : 0);
}

/** The price at which the seller's supply in a region would just be what it is; undefined where it makes nothing. */
function marginalCost(figures: Figures, seller: Seller, region: number): number | undefined {
  const { problem } = figures;
  const { good } = seller;
  const node = figures.at(region, good);
  const all = seller.id === "*";
  const firms = problem.firms.filter(
    (firm, k) => firm.good === good && firm.region === region && (all || seller.firm === k),
  );
  const curves = problem.supply.filter(
    (row) => row.region === region && row.goods.includes(good) && (all || seller.region === region),
  );
  if (firms.length + curves.length === 0) return undefined;
  const quantity =
    all || seller.region === region ? regionalQuantity(figures, seller, node) : totalSales(figures, seller);
  const at = (price: number) =>
    curves.reduce((sum, row) => sum + quantitiesAt(row.curve, 1, price, row.capacity)[1], 0) +
    firms.reduce((sum, firm) => {
      const curve = { form: "inverse-linear", intercept: firm.cost, slope: firm.costSlope } as const;
      return sum + quantitiesAt(curve, 1, price, firm.capacity)[1];
    }, 0);
  return lowestPrice(at, quantity, figures.priceScale[good]) - problem.supplySubsidy[node];
}

function regionalQuantity(figures: Figures, seller: Seller, node: number): number {
  const { problem } = figures;
  const others = problem.sellers.some((other) => other.good === seller.good && other.firm >= 0);
  return others ? totalSales(figures, seller) : (figures.supplied.get(node) ?? 0);
}

function totalSales(figures: Figures, seller: Seller): number {
  let sum = 0;
  for (const [key, quantity] of figures.sale)
    if (
      key.startsWith(`${seller.id}|`) &&
      Number(key.split("|").at(-1)) % figures.problem.goods.length === seller.good
    )
      sum += quantity;
  return sum;
}

/** The lowest price at which at least the quantity is supplied, or anything where it is 0, by halving. */
function lowestPrice(at: (price: number) => number, quantity: number, scale: number): number {
  const enough = (price: number) => (quantity > 0 ? at(price) >= quantity * (1 - 1e-13) : at(price) > 0);
  let [low, high] = [-4 * scale, 4 * scale];
  while (!enough(high) && high < 1e12 * scale) high *= 4;
  if (!enough(high)) return Infinity;
  for (let k = 0; k < 200; k++) {
    const middle = 0.5 * (low + high);
    if (middle === low || middle === high) break;
    if (enough(middle)) high = middle;
    else low = middle;
  }
  return high;
}
