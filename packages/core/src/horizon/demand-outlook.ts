import type { Calibration } from "../market/calibration.js";

/** Demand for each good relative to the base year at base prices, by year of the baseline's demand index: goods × years, row-major. */
export interface DemandOutlook {
  readonly years: readonly number[];
  readonly growth: Float64Array;
}

const passes = 8;

/**
 * Carries growth of final demand up the chain: the use of a good grows with final uses and with the output of the nodes that take it,
 * a node's output with the value-weighted demand for its goods. At fixed prices and base recipes; the passes cover the stages.
 */
export function demandOutlook(calibration: Calibration): DemandOutlook {
  const { uses, buyers, nodes, goods, baseline } = calibration;
  const { years } = baseline.demandIndex;
  const growth = new Float64Array(goods.length * years.length).fill(1);
  const total = new Float64Array(goods.length);
  for (let b = 0; b < buyers.count; b++) total[buyers.good[b]] += buyers.use[b];
  for (let pass = 0; pass < passes; pass++) {
    const use = new Float64Array(growth.length);
    for (let u = 0; u < uses.count; u++) {
      for (let i = uses.goodStart[u]; i < uses.goodStart[u + 1]; i++) {
        const row = buyers.good[uses.goodBuyer[i]] * years.length;
        for (let t = 0; t < years.length; t++) {
          use[row + t] += uses.goodQuantity[i] * uses.index[u * years.length + t];
        }
      }
    }
    for (let k = 0; k < nodes.count; k++) addProcessUse(calibration, k, growth, use);
    for (let g = 0; g < goods.length; g++) {
      if (total[g] <= 0) continue;
      for (let t = 0; t < years.length; t++)
        growth[g * years.length + t] = use[g * years.length + t] / total[g];
    }
  }
  return { years, growth };
}

function addProcessUse(calibration: Calibration, k: number, growth: Float64Array, use: Float64Array): void {
  const { nodes, buyers, baseline } = calibration;
  if (nodes.level[k] <= 0) return;
  const width = baseline.demandIndex.years.length;
  for (let t = 0; t < width; t++) {
    const output = outputGrowth(calibration, k, growth, t, width);
    for (let i = nodes.inStart[k]; i < nodes.inStart[k + 1]; i++) {
      use[buyers.good[nodes.inBuyer[i]] * width + t] += nodes.inCoefficient[i] * nodes.level[k] * output;
    }
  }
}

/** Value-weighted growth of demand for what a node makes. */
function outputGrowth(
  { nodes, origins }: Calibration,
  k: number,
  growth: Float64Array,
  t: number,
  width: number,
): number {
  let [value, weighted] = [0, 0];
  for (let i = nodes.outStart[k]; i < nodes.outStart[k + 1]; i++) {
    const worth = nodes.outCoefficient[i] * Math.max(0, origins.price[nodes.outOrigin[i]]);
    value += worth;
    weighted += worth * growth[origins.good[nodes.outOrigin[i]] * width + t];
  }
  return value > 0 ? weighted / value : 1;
}

/** Growth of a good's demand since the base year, the last year of the index beyond its end. */
export function growthOf({ years, growth }: DemandOutlook, good: number, year: number): number {
  const column = Math.min(Math.max(year - years[0], 0), years.length - 1);
  return growth[good * years.length + column];
}
