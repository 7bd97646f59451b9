import type { Calibration } from "../market/calibration.js";

/** Which good is made of which, as the chain's base recipes and end uses have it. */
export interface RecipePath {
  readonly goods: readonly string[];
  /** The target lies above (what the first good is made of), below (what is made of it), or is the good itself. */
  readonly direction: "same" | "up" | "down";
}

/**
 * The shortest way along recipes from one good to another, both ends included, straight up or straight down the chain; among equally
 * short ways the one through the goods that stand first. Without such a way only the two ends.
 */
export function recipePath(calibration: Calibration, from: string, to: string): RecipePath {
  if (from === to) return { goods: [from], direction: "same" };
  const inputs = inputsOf(calibration);
  const up = search(from, to, (good) => inputs.get(good) ?? []);
  if (up !== undefined) return { goods: up, direction: "up" };
  const down = search(to, from, (good) => inputs.get(good) ?? []);
  return { goods: down === undefined ? [from, to] : [...down].reverse(), direction: "down" };
}

function search(
  from: string,
  to: string,
  next: (good: string) => readonly string[],
): readonly string[] | undefined {
  const ways: (readonly string[])[] = [[from]];
  const seen = new Set([from]);
  for (const way of ways) {
    for (const good of next(way[way.length - 1])) {
      if (good === to) return [...way, good];
      if (seen.has(good)) continue;
      seen.add(good);
      ways.push([...way, good]);
    }
  }
  return undefined;
}

const known = new WeakMap<Calibration, ReadonlyMap<string, readonly string[]>>();

/** Inputs of each good, those of which most is taken first; a good is no input of itself. */
function inputsOf(calibration: Calibration): ReadonlyMap<string, readonly string[]> {
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
