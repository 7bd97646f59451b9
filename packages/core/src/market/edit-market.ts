import type { MarketEdit } from "./edit.js";
import { exemptArcs, type Exemption } from "./exempt-arcs.js";
import type { MarketBase } from "./market-base.js";
import { marketIndex, type MarketIndex } from "./market-index.js";
import type { Market, Wedge } from "./market.js";
import { settleCoverage } from "./settle-coverage.js";

/**
 * Opens a year's market for levers. The market given is never changed: arrays are copied when first written.
 * What has no effect (a rate of 0, an empty selection) leaves no trace, so that neutral levers return the market itself.
 *
 * @param index may be shared by all markets of the same structure.
 */
export function createEdit(
  market: Market,
  base: MarketBase,
  year: number,
  index: MarketIndex = marketIndex(market),
): MarketEdit {
  const draft = openDraft(market);
  const added = {
    wedges: [] as Wedge[],
    dutyFree: new Set<number>(),
    exemptions: [] as Exemption[],
    closed: [] as Closure[],
  };

  const wedge = (
    lever: string,
    kind: Wedge["kind"],
    arcs: Int32Array,
    adValorem: number,
    specific: number,
  ): void => {
    if (arcs.length === 0 || (adValorem === 0 && specific === 0)) return;
    const same = (value: number): Float64Array => new Float64Array(arcs.length).fill(value);
    added.wedges.push({ lever, kind, arcs, adValorem: same(adValorem), specific: same(specific) });
  };

  return {
    market,
    year,
    arcs: (selection) => index.arcs(selection),
    nodes: (selection) => index.nodes(selection, base),
    regionIndex: (region) => index.region(region),
    originIndex: (region, good) => index.origin(region, good),
    buyerIndex: (region, good) => index.buyer(region, good),
    duty: (lever, arcs, adValorem, specific) => {
      wedge(lever, "duty", arcs, adValorem, specific);
    },
    exportTax: (lever, arcs, adValorem, specific) => {
      wedge(lever, "export-tax", arcs, adValorem, specific);
    },
    levy: (lever, arcs, specific) => {
      wedge(lever, "levy", arcs, 0, specific);
    },
    dutyFree: (_lever, arcs) => {
      for (const arc of arcs) added.dutyFree.add(arc);
    },
    borderFloor(lever, arcs, reference, exporterShare) {
      if (arcs.length === 0 || reference <= 0) return;
      draft.borderFloors.push({
        lever,
        arcs,
        reference: new Float64Array(arcs.length).fill(reference),
        exporterShare,
      });
    },
    control(control) {
      if (control.members.length > 0 && control.limit < Infinity) draft.controls.push(control);
    },
    contract(contract) {
      if (contract.coverage > 0 && (contract.strike > 0 || contract.upsideShare > 0))
        draft.contracts.push(contract);
    },
    support(lever, node, perTonne, payers) {
      if (perTonne === 0) return;
      draft.supports.push({ lever, node, perTonne, payers });
      draft.support()[node] += perTonne;
    },
    stock(lever, buyer, quantity, payers) {
      if (quantity === 0) return;
      draft.stockOrders.push({ lever, buyer, quantity, payers });
      draft.stockBuild()[buyer] += quantity;
    },
    closeRoutes(lever, arcs) {
      if (arcs.length > 0) added.closed.push({ lever, arcs });
    },
    shiftUnfamiliarity(_lever, arcs, change) {
      if (change === 0) return;
      for (const arc of arcs) draft.logWeight()[arc] -= change / market.buyers.theta[market.arcs.buyer[arc]];
    },
    addCost(_lever, node, perTonne) {
      if (perTonne !== 0) draft.cost()[node] += perTonne;
    },
    scaleDemand(_lever, endUses, regions, factor) {
      if (factor === 1) return;
      const { uses, regions: ids } = market;
      for (let e = 0; e < uses.count; e++)
        if (endUses.includes(uses.endUse[e]) && regions.includes(ids[uses.region[e]]))
          draft.quantity()[e] *= factor;
    },
    exempt(lever, arcs, limit) {
      if (arcs.length > 0) added.exemptions.push({ lever, arcs, limit });
    },
    baseFlow: (arc) => base.flow[arc],
    baseLevel: (node) => base.level[node],
    baseCapacity: (node) => base.capacity[node],
    baseUse: (buyer) => sum(base.flow.subarray(market.arcs.start[buyer], market.arcs.start[buyer + 1])),
    basePrice: (origin) => base.originPrice[origin],
    owners: (node) => base.nodes[node].owners,
    finish() {
      for (const { lever, arcs } of added.closed) close(lever, arcs);
      const controls = exemptArcs(draft.controls, added.exemptions);
      return draft.close(
        freeOfDuty(market.wedges, added.wedges, added.dutyFree),
        controls,
        settleCoverage(draft.contracts),
      );
    },
  };

  function close(lever: string, arcs: Int32Array): void {
    const spared = new Set(added.exemptions.filter((e) => e.lever !== lever).flatMap((e) => [...e.arcs]));
    for (const arc of arcs) if (!spared.has(arc)) draft.logWeight()[arc] = -Infinity;
  }
}

interface Closure {
  readonly lever: string;
  readonly arcs: Int32Array;
}

/** Copies on first write; `close` returns the market itself where nothing was written. */
function openDraft(market: Market) {
  const copies: {
    support?: Float64Array;
    cost?: Float64Array;
    stockBuild?: Float64Array;
    logWeight?: Float64Array;
    quantity?: Float64Array;
  } = {};
  const controls = [...market.controls];
  const contracts = [...market.contracts];
  const borderFloors = [...market.borderFloors];
  const supports = [...market.supports];
  const stockOrders = [...market.stockOrders];
  return {
    controls,
    contracts,
    borderFloors,
    supports,
    stockOrders,
    support: () => (copies.support ??= market.nodes.support.slice()),
    cost: () => (copies.cost ??= market.nodes.cost.slice()),
    stockBuild: () => (copies.stockBuild ??= market.buyers.stockBuild.slice()),
    logWeight: () => (copies.logWeight ??= market.arcs.logWeight.slice()),
    quantity: () => (copies.quantity ??= market.uses.quantity.slice()),
    close(
      wedges: readonly Wedge[],
      finalControls: Market["controls"],
      finalContracts: Market["contracts"],
    ): Market {
      const { support, cost, stockBuild, logWeight, quantity } = copies;
      const lists = {
        wedges,
        controls: finalControls,
        contracts: finalContracts,
        borderFloors,
        supports,
        stockOrders,
      };
      const written =
        Object.keys(copies).length > 0 ||
        Object.entries(lists).some(([key, list]) => changed(market[key as keyof typeof lists], list));
      if (!written) return market;
      return {
        ...market,
        ...lists,
        nodes: { ...market.nodes, ...(support && { support }), ...(cost && { cost }) },
        buyers: { ...market.buyers, ...(stockBuild && { stockBuild }) },
        arcs: { ...market.arcs, ...(logWeight && { logWeight }) },
        uses: { ...market.uses, ...(quantity && { quantity }) },
      };
    },
  };
}

function changed(before: readonly unknown[], after: readonly unknown[]): boolean {
  return before.length !== after.length || before.some((entry, k) => entry !== after[k]);
}

/** Duties without the arcs that are free; other wedges, and duties that touch none of them, as they are. */
function freeOfDuty(before: readonly Wedge[], added: readonly Wedge[], free: ReadonlySet<number>): Wedge[] {
  const all = [...before, ...added];
  if (free.size === 0) return all;
  return all.map((wedge) => (wedge.kind === "duty" ? without(wedge, free) : wedge));
}

function without(wedge: Wedge, free: ReadonlySet<number>): Wedge {
  const kept: number[] = [];
  for (let k = 0; k < wedge.arcs.length; k++) if (!free.has(wedge.arcs[k])) kept.push(k);
  if (kept.length === wedge.arcs.length) return wedge;
  return {
    ...wedge,
    arcs: Int32Array.from(kept, (k) => wedge.arcs[k]),
    adValorem: Float64Array.from(kept, (k) => wedge.adValorem[k]),
    specific: Float64Array.from(kept, (k) => wedge.specific[k]),
  };
}

function sum(values: Float64Array): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
