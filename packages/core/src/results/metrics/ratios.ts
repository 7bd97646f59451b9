import type { Metric } from "./metric.js";
import { sumOver } from "./sums.js";

const ratio = { unit: "1", money: false } as const;

/** Output over capacity, summed over a group before dividing. */
export const utilisation: Metric = {
  id: "utilisation",
  dimensions: ["good", "region"],
  ...ratio,
  value({ output, capacity }, { origins }) {
    const most = sumOver(origins, capacity);
    return most > 0 ? sumOver(origins, output) / most : undefined;
  },
};

/** Share of the group's use that its own output could cover: min(1, production/use). */
export const selfSufficiency: Metric = {
  id: "self-sufficiency",
  dimensions: ["good", "region"],
  ...ratio,
  value({ output, bought }, query) {
    const used = sumOver(query.buyers, bought);
    return used > 0 ? Math.min(1, sumOver(query.origins, output) / used) : undefined;
  },
};

/** Share of the world's output at a stage, by element tonnes. */
export const share: Metric = {
  id: "share",
  dimensions: ["stage", "region"],
  ...ratio,
  value({ step, output }, query, { frame }) {
    const { origins } = step.market;
    let [own, world] = [0, 0];
    for (let o = 0; o < origins.count; o++) {
      if (frame.calibration.chain.goods[origins.good[o]].stage !== query.stage) continue;
      const tonnes = output[o] * query.places.content[origins.good[o]];
      world += tonnes;
      if (query.regions.has(origins.region[o])) own += tonnes;
    }
    return world > 0 ? own / world : undefined;
  },
};
