/** A payoff as a line in the unknown hazard p: constant − slope · p. */
export interface HazardLine {
  readonly constant: number;
  readonly slope: number;
}

/** Where two stances are worth the same. */
export interface BreakEven {
  /** The hazard at which commit and the other stance tie; null when the lines are parallel. May lie outside 0 … 1. */
  readonly hazard: number | null;
  /** Where commit is the better one. */
  readonly commitBetter: "above" | "below" | "always" | "never" | "tied";
}

/**
 * Break-even hazard p* of commit against another stance.
 *
 * @param threshold differences of constants and slopes up to this count as none.
 */
export function breakEven(commit: HazardLine, other: HazardLine, threshold = 0): BreakEven {
  const gain = commit.constant - other.constant;
  const relief = other.slope - commit.slope;
  if (Math.abs(relief) <= threshold) {
    if (Math.abs(gain) <= threshold) return { hazard: null, commitBetter: "tied" };
    return { hazard: null, commitBetter: gain > 0 ? "always" : "never" };
  }
  return { hazard: -gain / relief + 0, commitBetter: relief > 0 ? "above" : "below" };
}

/** The value of a line at a hazard. */
export function atHazard(line: HazardLine, hazard: number): number {
  return line.constant - line.slope * hazard;
}
