import type { Equilibrium, Market } from "../market/market.js";
import { sourcing } from "./verify/buyers.js";
import { finalDemand } from "./verify/final-demand.js";
import { landedCosts } from "./verify/landed.js";
import { openRoutes, range } from "./verify/open-routes.js";
import { margins, plantLevel } from "./verify/plants.js";
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
  finite(found, ledger);
  const open = openRoutes(market);
  const costs = landedCosts(market, found);
  compareMoney(ledger, "delivered-cost", found.deliveredCost, costs.final);
  compareMoney(ledger, "floor-gap", found.floorGap, costs.gaps);
  const purchase = purchases(market, found);
  checkBuyers(market, found, costs.final, open.arc, purchase, ledger);
  const usePrice = effectivePrices(market, found, open.arc);
  checkNodes(market, { ...found, usePrice }, open.node, ledger);
  checkUses(market, { ...found, usePrice }, ledger);
  checkOrigins(market, found, open.node, ledger);
  checkControls(market, found, open, ledger);
  return { residual: ledger.worst.size, worst: ledger.worst };
}

function finite(found: Answer, ledger: Ledger): void {
  for (const values of Object.values(found)) {
    if (!(values instanceof Float64Array)) continue;
    values.forEach((value, i) => {
      if (!Number.isFinite(value)) ledger.note("finite", i, Infinity);
    });
  }
  for (const values of [
    found.rent,
    found.flow,
    found.level,
    found.demand,
    found.demandByGood,
    found.disposal,
  ]) {
    values.forEach((value, i) => {
      if (value < 0) ledger.note("finite", i, Infinity);
    });
  }
}

function compareMoney(
  ledger: Ledger,
  condition: "delivered-cost" | "floor-gap",
  found: Float64Array,
  truth: readonly number[],
): void {
  truth.forEach((value, i) => {
    ledger.note(condition, i, Math.abs(found[i] - value) / Math.max(1, Math.abs(value)));
  });
  if (found.length !== truth.length) ledger.note(condition, truth.length, Infinity);
}

/** A buyer that nothing reaches has no price; what is reported there is a large number. */
function effectivePrices(market: Market, found: Answer, open: readonly boolean[]): Float64Array {
  return found.usePrice.map((price, b) =>
    market.buyers.stockBuild[b] >= 0 && !range(market.arcs.start, b).some((a) => open[a]) ? Infinity : price,
  );
}

function purchases({ buyers, nodes, uses }: Market, found: Answer): Float64Array {
  const total = buyers.stockBuild.slice();
  uses.goodBuyer.forEach((buyer, i) => (total[buyer] += found.demandByGood[i]));
  for (let k = 0; k < nodes.count; k++) {
    for (const i of range(nodes.inStart, k))
      total[nodes.inBuyer[i]] += nodes.inCoefficient[i] * found.level[k];
  }
  return total;
}

function checkBuyers(
  market: Market,
  found: Answer,
  cost: readonly number[],
  open: readonly boolean[],
  purchase: Float64Array,
  ledger: Ledger,
): void {
  const { buyers, arcs, uses, nodes } = market;
  const size = buyers.stockBuild.map(Math.abs);
  uses.goodBuyer.forEach((buyer, i) => (size[buyer] += found.demandByGood[i]));
  for (let k = 0; k < nodes.count; k++) {
    for (const i of range(nodes.inStart, k))
      size[nodes.inBuyer[i]] += nodes.inCoefficient[i] * nodes.capacity[k];
  }
  for (let b = 0; b < buyers.count; b++) {
    const scale = Math.max(size[b], 1e-9);
    const { price, shares } = sourcing(market, b, cost, open);
    let bought = 0;
    range(arcs.start, b).forEach((a, i) => {
      bought += found.flow[a];
      ledger.note("share", a, Math.abs(found.flow[a] - shares[i] * Math.max(0, purchase[b])) / scale);
    });
    ledger.note("purchase", b, Math.abs(bought - purchase[b]) / scale);
    if (price === Infinity) continue;
    const gap = (price - found.usePrice[b]) / Math.max(1, Math.abs(price));
    // Where stock is given, the price may fall below that of the sources, if then nothing is bought.
    const allowed =
      buyers.stockBuild[b] < 0 ? Math.min(Math.max(0, gap), Math.max(0, purchase[b]) / scale) : gap;
    ledger.note("use-price", b, Math.abs(buyers.stockBuild[b] < 0 && gap < 0 ? gap : allowed));
  }
}

function checkNodes(market: Market, found: Answer, runs: readonly boolean[], ledger: Ledger): void {
  const margin = margins(market, found);
  for (let k = 0; k < market.nodes.count; k++) {
    const level = runs[k] ? plantLevel(market, k, margin[k]) : 0;
    ledger.note("level", k, Math.abs(found.level[k] - level) / Math.max(market.nodes.capacity[k], 1e-9));
  }
}

function checkUses(market: Market, found: Answer, ledger: Ledger): void {
  const { uses } = market;
  for (let e = 0; e < uses.count; e++) {
    const scale = Math.max(uses.quantity[e], 1e-9);
    const { total, byGood } = finalDemand(market, e, found.usePrice);
    ledger.note("demand", e, Math.abs(found.demand[e] - total) / scale);
    range(uses.goodStart, e).forEach((i, j) => {
      ledger.note("demand", e, Math.abs(found.demandByGood[i] - byGood[j]) / scale);
    });
  }
}

function checkOrigins(market: Market, found: Answer, runs: readonly boolean[], ledger: Ledger): void {
  const { origins, nodes, arcs } = market;
  const excess = origins.given.slice();
  const capacity = origins.given.slice();
  for (let k = 0; k < nodes.count; k++) {
    for (const i of range(nodes.outStart, k)) {
      excess[nodes.outOrigin[i]] += nodes.outCoefficient[i] * found.level[k];
      if (runs[k])
        capacity[nodes.outOrigin[i]] += nodes.outCoefficient[i] * nodes.capacity[k] * nodes.ramp[k];
    }
  }
  for (let a = 0; a < arcs.count; a++) excess[arcs.origin[a]] -= found.flow[a];
  const ofGood = new Float64Array(market.goods.length);
  for (let o = 0; o < origins.count; o++) ofGood[origins.good[o]] += capacity[o];
  for (let o = 0; o < origins.count; o++) {
    const scale = Math.max(capacity[o], 1e-6 * ofGood[origins.good[o]], 1e-9);
    const above = found.originPrice[o] - origins.disposalPrice[o];
    ledger.note("clearing", o, Math.abs(excess[o] - found.disposal[o]) / scale);
    ledger.note("disposal", o, Math.max(0, -above) / Math.max(1, Math.abs(origins.disposalPrice[o])));
    ledger.note("disposal", o, Math.min(Math.max(0, above), found.disposal[o] / scale));
  }
}

function checkControls(
  market: Market,
  found: Answer,
  open: { readonly arc: readonly boolean[]; readonly node: readonly boolean[] },
  ledger: Ledger,
): void {
  const { controls, nodes, arcs, origins } = market;
  const ofGood = new Float64Array(market.goods.length);
  origins.given.forEach((given, o) => (ofGood[origins.good[o]] += given));
  for (let k = 0; k < nodes.count; k++) {
    if (!open.node[k]) continue;
    for (const i of range(nodes.outStart, k)) {
      ofGood[origins.good[nodes.outOrigin[i]]] += nodes.outCoefficient[i] * nodes.capacity[k] * nodes.ramp[k];
    }
  }
  controls.forEach((control, c) => {
    const quantity = control.on === "arc" ? found.flow : found.level;
    let slack = control.limit;
    let largest = Math.abs(control.limit);
    control.members.forEach((member, i) => {
      slack -= control.coefficient[i] * quantity[member];
      const world = control.on === "arc" ? ofGood[origins.good[arcs.origin[member]]] : nodes.capacity[member];
      largest = Math.max(largest, 1e-4 * world);
    });
    const scale = Math.max(largest, 1e-9);
    const rent = found.rent[c];
    const atCap = rent >= control.cap * (1 - 1e-12);
    ledger.note("control", c, Math.max(0, rent - control.cap) / Math.max(1, rent));
    if (!atCap) ledger.note("control", c, Math.max(0, -slack) / scale);
    ledger.note("control", c, Math.min(rent / Math.max(1, rent), Math.max(0, slack) / scale));
  });
}
