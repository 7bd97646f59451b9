import type { Calibration } from "./calibration.js";

const known = new WeakMap<Calibration, ReadonlyMap<string, readonly string[]>>();

/** Inputs of each good in the base year's recipes, those of which most is taken by weight first; a good is no input of itself. */
export function recipeInputs(calibration: Calibration): ReadonlyMap<string, readonly string[]> {
  const found = known.get(calibration);
  if (found !== undefined) return found;
  const { nodes, goods, origins, buyers } = calibration;
  const taken = new Map<string, Map<string, number>>();
  for (let k = 0; k < nodes.count; k++) {
    if (nodes.level[k] <= 0) continue;
    for (let o = nodes.outStart[k]; o < nodes.outStart[k + 1]; o++) {
      const made = goods[origins.good[nodes.outOrigin[o]]];
      const of = taken.get(made) ?? new Map<string, number>();
      taken.set(made, of);
      for (let i = nodes.inStart[k]; i < nodes.inStart[k + 1]; i++) {
        const good = goods[buyers.good[nodes.inBuyer[i]]];
        const quantity = nodes.inCoefficient[i] * nodes.level[k];
        if (good !== made) of.set(good, (of.get(good) ?? 0) + quantity);
      }
    }
  }
  const inputs = new Map(
    [...taken].map(([good, of]) => [good, [...of].sort((a, b) => b[1] - a[1]).map(([id]) => id)]),
  );
  known.set(calibration, inputs);
  return inputs;
}
