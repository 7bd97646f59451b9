import type { Calibration } from "../market/calibration.js";
import { recipeInputs } from "../market/recipe-inputs.js";

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
  const inputs = recipeInputs(calibration);
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
