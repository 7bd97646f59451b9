import { Stream } from "../numeric/stream.js";
import { drawFrom } from "../uncertainty/index.js";
import type { RunResult } from "../results/index.js";
import type { Scenario } from "../scenario/index.js";
import type { Fact } from "./fact.js";
import { factsOf } from "./facts.js";
import { tryRun, type SensitivityRequest } from "./sensitivity.js";
import { canChange, type Change } from "./with-values.js";

/** Which rows are drawn: those of grade D, or those of grades A to C. */
export type GradesDrawn = "assumed" | "found";

export interface GradeSweep {
  /** Rows that were drawn. */
  readonly drawn: readonly Fact[];
  /** One run a draw. */
  readonly runs: readonly RunResult[];
  /** Draws at which no answer was found. */
  readonly failed: number;
}

/**
 * Runs of a scenario with every row of some grades drawn anew over its range (parameters) or within one standard deviation of its grade
 * (figures), all at once; rows of the other grades stay. Prices stay too: a metal's price follows its oxide's, and drawn apart they leave
 * no value added. Stratified: each row takes every `1/count` of its range once (Latin hypercube, McKay, Beckman and Conover 1979). The same
 * seed gives the same runs.
 */
export function gradeSweep(
  request: Pick<SensitivityRequest, "file" | "scenario" | "stop">,
  base: RunResult,
  count: number,
  { which = "assumed", seed = 1 }: { readonly which?: GradesDrawn; readonly seed?: number } = {},
): GradeSweep {
  const drawn = rowsOf(which, request, base);
  const spread = base.frame.calibration.chain.base?.spread;
  const places = drawn.map((fact) => strata(count, new Stream(seed, fact.id)));
  const runs: RunResult[] = [];
  for (let draw = 0; draw < count && request.stop?.() !== true; draw++) {
    const changes = drawn.map((fact, i): Change => ({
      fact,
      value: valueAt(fact, places[i][draw], spread?.[fact.grade] ?? 0),
    }));
    const other = tryRun(request, changes, base, base.years.at(-1)!);
    if (other !== undefined) runs.push(other);
  }
  return { drawn, runs, failed: count - runs.length };
}

function rowsOf(
  which: GradesDrawn,
  { file, scenario }: { file: SensitivityRequest["file"]; scenario: Scenario },
  base: RunResult,
): Fact[] {
  const kinds = new Set(scenario.levers.map(({ kind }) => kind));
  return factsOf(base.frame.calibration)
    .filter(({ lever }) => lever === undefined || kinds.has(lever))
    .map(({ fact }) => fact)
    .filter(
      (fact) =>
        (fact.grade === "D") === (which === "assumed") &&
        fact.kind !== "price" &&
        canChange(fact, file) &&
        !(fact.id in scenario.parameters),
    )
    .filter(({ low, high }) => low === undefined || high === undefined || low < high);
}

function valueAt({ value: central, low, high }: Fact, u: number, spread: number): number {
  const range =
    low === undefined || high === undefined
      ? { low: central * (1 - spread), central, high: central * (1 + spread) }
      : { low, central, high };
  return drawFrom({ ...range, scale: "value" }, u);
}

/** One point in each of `count` equal parts of [0, 1), in random order. */
function strata(count: number, stream: Stream): number[] {
  return stream.shuffle(Array.from({ length: count }, (_, i) => (i + stream.uniform()) / count));
}
