import { routeCharges } from "@didym/core/accounts";
import { valueOf, type RunResult } from "@didym/core/results";
import { routesInto, sum, type Place } from "./place.js";
import { symbolsOf, type Supplier, type Worked } from "./worked.js";

const price = symbolsOf("USD/kg");

/** Delivered cost on the largest route: fob = π + tax + λ_X, cif = fob + f, c = cif + duty + λ_M + levy + gap. */
export function deliveredCost(place: Place): Worked | undefined {
  const { market, equilibrium } = place.step;
  const arc = routesInto(place)[0];
  if (arc === undefined) return undefined;
  const { arcs, origins } = market;
  const charges = routeCharges(market, equilibrium);
  const of = (column: Float64Array): number => column[arc] ?? 0;
  const origin = equilibrium.originPrice[arcs.origin[arc] ?? 0] ?? 0;
  const [tax, exporterRent, freight] = [of(charges.exportTax), of(charges.exporterRent), of(arcs.freight)];
  const [duty, levy, rent] = [of(charges.duty), of(charges.levy), of(charges.importerRent)];
  const gap = of(charges.floorLevy) + of(charges.floorKept);
  const fob = origin + tax + exporterRent;
  const cif = fob + freight;
  const computed = cif + duty + levy + rent + gap;
  return {
    name: "delivered",
    formula: "c = π + x + λ_X + f + τ + v + λ_M + g",
    region: market.regions[place.region] ?? "",
    of: market.regions[origins.region[arcs.origin[arc] ?? 0] ?? 0] ?? "",
    symbols: price(
      ["originPrice", "π", origin],
      ["exportTax", "x", tax],
      ["exporterRent", "λ_X", exporterRent],
      ["fob", "π + x + λ_X", fob],
      ["freight", "f", freight],
      ["cif", "fob + f", cif],
      ["duty", "τ", duty],
      ["levy", "v", levy],
      ["importerRent", "λ_M", rent],
      ["floorGap", "g", gap],
    ),
    computed,
    model: of(equilibrium.deliveredCost),
    unit: "USD/kg",
  };
}

function suppliersOf(place: Place): readonly Supplier[] {
  const { market, equilibrium } = place.step;
  const { arcs, buyers, origins } = market;
  const theta = buyers.theta[place.buyer] ?? 1;
  const routes = routesInto(place);
  const weight = (arc: number): number =>
    (arcs.logWeight[arc] ?? 0) - (equilibrium.deliveredCost[arc] ?? 0) / theta;
  const all = sum(routes.map((arc) => Math.exp(weight(arc))));
  return routes.map((arc) => ({
    region: market.regions[origins.region[arcs.origin[arc] ?? 0] ?? 0] ?? "",
    cost: equilibrium.deliveredCost[arc] ?? 0,
    weight: arcs.logWeight[arc] ?? 0,
    share: Math.exp(weight(arc)) / all,
    flow: equilibrium.flow[arc] ?? 0,
  }));
}

/** Cost of use P = −θ ln Σ N e^{−(c+h)/θ}, less the discount of stocks released there. */
export function sourcing(place: Place): Worked | undefined {
  const { market, equilibrium } = place.step;
  const suppliers = suppliersOf(place);
  if (suppliers.length === 0) return undefined;
  const theta = market.buyers.theta[place.buyer] ?? 1;
  const glut = equilibrium.glut?.[place.buyer] ?? 0;
  const total = sum(suppliers.map(({ cost, weight }) => Math.exp(weight - cost / theta)));
  return {
    name: "sourcing",
    formula: "P = −θ ln Σ N e^(−(c + h)/θ),  s = N e^(−(c + h)/θ) / Σ",
    region: market.regions[place.region] ?? "",
    of: market.goods[place.good] ?? "",
    symbols: price(["theta", "θ", theta], ...(glut === 0 ? [] : [["glut", "d", glut] as const])),
    computed: -theta * Math.log(total) - glut,
    model: equilibrium.usePrice[place.buyer] ?? 0,
    unit: "USD/kg",
    suppliers,
  };
}

/** Price c̄ = Σ s c. */
export function meanPrice(place: Place, result: RunResult): Worked | undefined {
  const { market, year } = { ...place.step };
  const suppliers = suppliersOf(place);
  const [region = "", good = ""] = [market.regions[place.region], market.goods[place.good]];
  const model = valueOf(result, `price[${good},${region},${String(year)}]`);
  if (suppliers.length === 0 || model === undefined) return undefined;
  const bought = sum(suppliers.map(({ flow }) => flow));
  return {
    name: "price",
    formula: "c̄ = Σ s c",
    region,
    of: good,
    symbols: symbolsOf("t/y")(["bought", "Q", bought]),
    computed: sum(suppliers.map(({ share, cost }) => share * cost)),
    model,
    unit: "USD/kg",
  };
}
