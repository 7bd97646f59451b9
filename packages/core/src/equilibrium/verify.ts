import type { Control, Equilibrium, Market } from "../market/market.js";
import { sourcing } from "./verify/buyers.js";
import { finalDemand } from "./verify/final-demand.js";
import { landedCosts } from "./verify/landed.js";
import { openRoutes, type OpenRoutes } from "./verify/open-routes.js";
import { margins, plantLevel } from "./verify/plants.js";
import { quantities, type Quantities } from "./verify/quantities.js";
import { Ledger, type Violation } from "./verify/report.js";

export type { Condition, Violation } from "./verify/report.js";

export type Answer = Pick<
  Equilibrium,
  | "originPrice"
  | "rent"
  | "usePrice"
  | "deliveredCost"
  | "flow"
  | "level"
  | "demand"
  | "demandByGood"
  | "disposal"
  | "floorGap"
>;

export interface Verification {
  /** Size of the worst violation. */
  readonly residual: number;
  readonly worst: Violation;
}

/**
 * Recomputes every condition of the market from the answer alone; shares no code with the solver. Quantities are compared relative
 * to capacity (of the origin, but at least a millionth of its good's), money relative to the price at hand.
 */
export function verifyMarket(market: Market, found: Answer): Verification {
  const ledger = new Ledger();
  checkNumbers(found, ledger);
  const open = openRoutes(market);
  const costs = landedCosts(market, found);
  compareMoney(ledger, "delivered-cost", found.deliveredCost, costs.cost);
  compareMoney(ledger, "floor-gap", found.floorGap, costs.gaps);
  const amounts = quantities(market, found, open);
  checkBuyers(market, found, costs.cost, open, amounts, ledger);
  const usePrice = effectivePrices(market, found, open);
  checkNodes(market, { ...found, usePrice }, open, ledger);
  checkUses(market, { ...found, usePrice }, ledger);
  checkOrigins(market, found, amounts, ledger);
  market.controls.forEach((control, c) => {
    checkControl(market, control, c, found, amounts.goodCapacity, ledger);
  });
  return { residual: ledger.size, worst: ledger.worst };
}

function checkNumbers(found: Answer, ledger: Ledger): void {
  const { originPrice, usePrice, deliveredCost, floorGap } = found;
  for (const values of [originPrice, usePrice, deliveredCost, floorGap]) {
    for (let i = 0; i < values.length; i++)
      if (!Number.isFinite(values[i])) ledger.note("finite", i, Infinity);
  }
  for (const values of [
    found.rent,
    found.flow,
    found.level,
    found.demand,
    found.demandByGood,
    found.disposal,
  ]) {
    for (let i = 0; i < values.length; i++) {
      if (!(values[i] >= 0 && values[i] < Infinity)) ledger.note("finite", i, Infinity);
    }
  }
}

function compareMoney(
  ledger: Ledger,
  condition: "delivered-cost" | "floor-gap",
  found: Float64Array,
  truth: Float64Array,
): void {
  if (found.length !== truth.length) ledger.note(condition, truth.length, Infinity);
  for (let i = 0; i < truth.length; i++) {
    ledger.note(condition, i, Math.abs(found[i] - truth[i]) / Math.max(1, Math.abs(truth[i])));
  }
}

/** A buyer that nothing reaches has no price; what is reported there is a large number. */
function effectivePrices({ buyers }: Market, found: Answer, open: OpenRoutes): Float64Array {
  return found.usePrice.map((price, b) =>
    open.reached[b] === 0 && buyers.stockBuild[b] >= 0 ? Infinity : price,
  );
}

function checkBuyers(
  market: Market,
  found: Answer,
  cost: Float64Array,
  open: OpenRoutes,
  amounts: Quantities,
  ledger: Ledger,
): void {
  const { buyers, arcs } = market;
  const { purchase, purchaseScale } = amounts;
  const { price, share } = sourcing(market, cost, open);
  for (let b = 0; b < buyers.count; b++) {
    const wanted = Math.max(0, purchase[b]);
    let bought = 0;
    for (let a = arcs.start[b]; a < arcs.start[b + 1]; a++) {
      bought += found.flow[a];
      ledger.note("share", a, Math.abs(found.flow[a] - share[a] * wanted) / purchaseScale[b]);
    }
    ledger.note("purchase", b, Math.abs(bought - purchase[b]) / purchaseScale[b]);
    if (open.reached[b] === 0) continue;
    let gap = (price[b] - found.usePrice[b]) / Math.max(1, Math.abs(price[b]));
    // Where stock is given, the price may fall below that of the sources, if then nothing is bought.
    if (gap > 0 && buyers.stockBuild[b] < 0) gap = Math.min(gap, wanted / purchaseScale[b]);
    ledger.note("use-price", b, Math.abs(gap));
  }
}

function checkNodes(market: Market, found: Answer, open: OpenRoutes, ledger: Ledger): void {
  const margin = margins(market, found);
  for (let k = 0; k < market.nodes.count; k++) {
    const level = open.node[k] === 1 ? plantLevel(market, k, margin[k]) : 0;
    ledger.note("level", k, Math.abs(found.level[k] - level) / Math.max(market.nodes.capacity[k], 1e-9));
  }
}

function checkUses(market: Market, found: Answer, ledger: Ledger): void {
  const { uses } = market;
  const byGood = new Float64Array(found.demandByGood.length);
  for (let e = 0; e < uses.count; e++) {
    const scale = Math.max(uses.quantity[e], 1e-9);
    const total = finalDemand(market, e, found.usePrice, byGood);
    ledger.note("demand", e, Math.abs(found.demand[e] - total) / scale);
    for (let i = uses.goodStart[e]; i < uses.goodStart[e + 1]; i++) {
      ledger.note("demand", e, Math.abs(found.demandByGood[i] - byGood[i]) / scale);
    }
  }
}

function checkOrigins(
  { origins }: Market,
  found: Answer,
  { excess, originScale }: Quantities,
  ledger: Ledger,
): void {
  for (let o = 0; o < origins.count; o++) {
    const above = found.originPrice[o] - origins.disposalPrice[o];
    ledger.note("clearing", o, Math.abs(excess[o] - found.disposal[o]) / originScale[o]);
    ledger.note("disposal", o, Math.max(0, -above) / Math.max(1, Math.abs(origins.disposalPrice[o])));
    ledger.note("disposal", o, Math.min(Math.max(0, above), found.disposal[o] / originScale[o]));
  }
}

function checkControl(
  market: Market,
  control: Control,
  c: number,
  found: Answer,
  goodCapacity: Float64Array,
  ledger: Ledger,
): void {
  const { nodes, arcs, origins } = market;
  const quantity = control.on === "arc" ? found.flow : found.level;
  let slack = control.limit;
  let scale = Math.max(Math.abs(control.limit), 1e-9);
  for (let i = 0; i < control.members.length; i++) {
    const member = control.members[i];
    slack -= control.coefficient[i] * quantity[member];
    const world =
      control.on === "arc" ? goodCapacity[origins.good[arcs.origin[member]]] : nodes.capacity[member];
    scale = Math.max(scale, 1e-4 * world);
  }
  const rent = found.rent[c];
  ledger.note("control", c, Math.max(0, rent - control.cap) / Math.max(1, rent));
  if (rent < control.cap * (1 - 1e-12)) ledger.note("control", c, Math.max(0, -slack) / scale);
  ledger.note("control", c, Math.min(rent / Math.max(1, rent), Math.max(0, slack) / scale));
}
