import type { Issue } from "../errors/issue.js";
import type { ScenarioLever } from "./scenario.js";

/** A lever with what it acts on and where it is written. */
export interface Placed {
  readonly lever: ScenarioLever;
  readonly path: string;
  readonly targets: readonly string[];
}

/**
 * Levers of one kind, file and list that act on the same thing in the same years: `OVERLAPPING_DATES` at the later one. Across
 * files they add up: that is what composing scenarios means.
 */
export function overlappingDates(placed: readonly Placed[]): Issue[] {
  return placed.flatMap((later, k) => {
    const earlier = placed
      .slice(0, k)
      .find((other) => sameSlot(other.lever, later.lever) && shared(other, later) !== undefined);
    if (!earlier) return [];
    const details = {
      with: earlier.lever.id,
      target: shared(earlier, later),
      from: earlier.lever.from,
      to: earlier.lever.to,
    };
    return [{ code: "OVERLAPPING_DATES", path: later.path, found: later.lever.id, details }];
  });
}

function sameSlot(a: ScenarioLever, b: ScenarioLever): boolean {
  const overlap = a.from <= b.to && b.from <= a.to;
  return overlap && a.kind === b.kind && a.origin === b.origin && a.response === b.response;
}

function shared(a: Placed, b: Placed): string | undefined {
  const known = new Set(a.targets);
  return b.targets.find((target) => known.has(target));
}
