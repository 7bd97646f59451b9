import type { Metric } from "./metric.js";
import { sumOver } from "./sums.js";

const tonnes = { unit: "t/y", money: false } as const;

/** Output of the region's processes, and what it recovers from old scrap. */
export const production: Metric = {
  id: "production",
  dimensions: ["good", "region"],
  ...tonnes,
  value: ({ output }, query) => sumOver(query.origins, output),
};

/** Σ output·capacity of the nodes in service; of one plant where one is named. */
export const capacity: Metric = {
  id: "capacity",
  dimensions: ["good", "region", "plant"],
  ...tonnes,
  value({ step, capacity: ofOrigin }, query, { frame }) {
    if (query.plant === undefined) return sumOver(query.origins, ofOrigin);
    const { nodes, origins } = step.market;
    const { plant, id } = frame.calibration.nodes;
    let sum = 0;
    for (let k = 0; k < nodes.count; k++) {
      if (plant[k] !== query.plant && id[k] !== query.plant) continue;
      for (let i = nodes.outStart[k]; i < nodes.outStart[k + 1]; i++) {
        if (query.goods.includes(origins.good[nodes.outOrigin[i]]))
          sum += nodes.outCoefficient[i] * nodes.capacity[k];
      }
    }
    return sum;
  },
};

export const disposal: Metric = {
  id: "disposal",
  dimensions: ["good", "region"],
  ...tonnes,
  value: ({ step }, query) => sumOver(query.origins, step.equilibrium.disposal),
};

/** Use by one end use, by processes (`process`), or by all. */
export const use: Metric = {
  id: "use",
  dimensions: ["good", "region", "endUse"],
  ...tonnes,
  value({ step, processUse, bought }, { buyers, endUse, places }) {
    if (endUse === undefined) return sumOver(buyers, bought);
    if (endUse === "process") return sumOver(buyers, processUse);
    const { uses } = step.market;
    let sum = 0;
    for (const b of buyers) {
      for (const entry of places.entriesOfBuyer[b]) {
        if (uses.endUse[places.useOfEntry[entry]] === endUse) sum += step.equilibrium.demandByGood[entry];
      }
    }
    return sum;
  },
};

/** Flow from the partner into the region; flows inside a group or region are no imports. */
export const importsFrom: Metric = {
  id: "imports-from",
  dimensions: ["good", "region", "partner"],
  ...tonnes,
  value({ step }, query) {
    const { arcs, origins } = step.market;
    let sum = 0;
    for (const b of query.buyers) {
      for (let a = arcs.start[b]; a < arcs.start[b + 1]; a++) {
        const from = origins.region[arcs.origin[a]];
        if (!query.regions.has(from) && (query.partners?.has(from) ?? true)) sum += step.equilibrium.flow[a];
      }
    }
    return sum;
  },
};

/** Demand at base prices less demand at the year's prices. */
export const unmet: Metric = {
  id: "unmet",
  dimensions: ["endUse", "region"],
  ...tonnes,
  value({ step }, query) {
    const { uses } = step.market;
    let sum = 0;
    for (let u = 0; u < uses.count; u++) {
      const asked =
        query.regions.has(uses.region[u]) && (query.endUse === undefined || uses.endUse[u] === query.endUse);
      if (asked) sum += Math.max(0, uses.quantity[u] - step.equilibrium.demand[u]);
    }
    return sum;
  },
};
