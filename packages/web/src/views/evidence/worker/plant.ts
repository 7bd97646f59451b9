import { nodeMargins } from "@didym/core/accounts";
import { routesInto, sum, type Place } from "./place.js";
import { symbolsOf, type Worked } from "./worked.js";

/** Output y = K·u of the largest plant of the good in the economy; where there is none, of the economy it buys most from. */
export function plantOutput(place: Place): Worked | undefined {
  const { market, equilibrium } = place.step;
  const node = largestNode(place);
  if (node === undefined) return undefined;
  const margins = nodeMargins(market, equilibrium);
  const { nodes } = market;
  const of = (column: Float64Array): number => column[node] ?? 0;
  const [cost, gamma, ramp, capacity] = [of(nodes.cost), of(nodes.gamma), of(nodes.ramp), of(nodes.capacity)];
  const margin = of(margins.valueAdded) + of(margins.contracts) + of(nodes.support) - of(margins.rent) - cost;
  const base = logistic(-cost / gamma);
  const used =
    margin > -cost ? Math.max(0, Math.min(ramp, (logistic(margin / gamma) - base) / (1 - base))) : 0;
  return {
    name: "plant",
    formula: "y = K·u,  u = (σ(m/γ) − b)/(1 − b) ≤ r,  m = VA + k + s − λ − c,  b = σ(−c/γ)",
    region: market.regions[nodes.region[node] ?? 0] ?? "",
    of: nodes.id[node] ?? "",
    symbols: symbolsOf("USD/kg")(
      ["valueAdded", "VA", of(margins.valueAdded)],
      ["contracts", "k", of(margins.contracts)],
      ["support", "s", of(nodes.support)],
      ["quotaRent", "λ", of(margins.rent)],
      ["nodeCost", "c", cost],
      ["margin", "m", margin],
      ["gamma", "γ", gamma],
      ["base", "b", base, ""],
      ["ramp", "r", ramp, ""],
      ["utilisation", "u", used, ""],
      ["capacity", "K", capacity, "t/y"],
    ),
    computed: capacity * used,
    model: of(equilibrium.level),
    unit: "t/y",
  };
}

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

function mainSupplier(place: Place): number {
  const arc = routesInto(place)[0];
  const { arcs, origins } = place.step.market;
  return arc === undefined ? -1 : (origins.region[arcs.origin[arc] ?? 0] ?? -1);
}

/** The plant that makes most of the good, of those that earn most by it, here or at the main supplier; else of all that make it. */
function largestNode(place: Place): number | undefined {
  const { nodes } = place.step.market;
  const made = Array.from({ length: nodes.count }, (_, node) => ({ node, ...madeBy(place, node) }));
  const at = (region: number, main: boolean): number | undefined =>
    made
      .filter((one) => nodes.region[one.node] === region && one.tonnes > 0 && (one.main || !main))
      .sort((a, b) => b.tonnes - a.tonnes)[0]?.node;
  const supplier = mainSupplier(place);
  return at(place.region, true) ?? at(supplier, true) ?? at(place.region, false) ?? at(supplier, false);
}

function madeBy({ step, good }: Place, node: number): { readonly tonnes: number; readonly main: boolean } {
  const { nodes, origins } = step.market;
  const { level, originPrice } = step.equilibrium;
  let [tonnes, value, most] = [0, 0, 0];
  for (let i = nodes.outStart[node] ?? 0; i < (nodes.outStart[node + 1] ?? 0); i += 1) {
    const origin = nodes.outOrigin[i] ?? 0;
    const output = (nodes.outCoefficient[i] ?? 0) * (level[node] ?? 0);
    const worth = output * (originPrice[origin] ?? 0);
    most = Math.max(most, worth);
    if (origins.good[origin] === good) [tonnes, value] = [output, worth];
  }
  return { tonnes, main: tonnes > 0 && value >= most };
}

/** Output + given = disposal + Σ flows out. */
export function originBalance({ step, origin, region, good }: Place): Worked | undefined {
  const { market, equilibrium } = step;
  if (origin < 0) return undefined;
  const { nodes, arcs } = market;
  const given = market.origins.given[origin] ?? 0;
  let output = 0;
  for (let k = 0; k < nodes.count; k += 1)
    for (let i = nodes.outStart[k] ?? 0; i < (nodes.outStart[k + 1] ?? 0); i += 1)
      if (nodes.outOrigin[i] === origin)
        output += (nodes.outCoefficient[i] ?? 0) * (equilibrium.level[k] ?? 0);
  const outflow = sum(equilibrium.flow.filter((_, arc) => arcs.origin[arc] === origin));
  const disposal = equilibrium.disposal[origin] ?? 0;
  if (output + given <= 0) return undefined;
  return {
    name: "origin",
    formula: "Y + G = z + Σ q",
    region: market.regions[region] ?? "",
    of: market.goods[good] ?? "",
    symbols: symbolsOf("t/y")(
      ["output", "Y", output],
      ["given", "G", given],
      ["disposal", "z", disposal],
      ["outflow", "Σ q", outflow],
    ),
    computed: disposal + outflow,
    model: output + given,
    unit: "t/y",
  };
}
