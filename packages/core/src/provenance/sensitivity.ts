import { baseline } from "../baseline/index.js";
import { loadChain } from "../chain/index.js";
import type { ChainFile } from "../chain/chain-file.js";
import { IssueError } from "../errors/issue.js";
import {
  parseMetricReference,
  prepareRun,
  run,
  startsOf,
  valueOf,
  type RunResult,
} from "../results/index.js";
import type { Scenario } from "../scenario/index.js";
import type { Fact } from "./fact.js";
import { mixed } from "./mixed.js";
import { rank, type LeverAbout } from "./origin-of.js";
import { pathOf } from "./path.js";
import { canChange, withValues, type Change } from "./with-values.js";

/** What a figure becomes where one row has another value. */
export interface Sensitivity {
  readonly fact: Fact;
  /** The other value of the row: an end of its range, or one standard deviation of its grade above it. */
  readonly at: number;
  readonly value: number;
  /** value less the figure as computed. */
  readonly change: number;
}

export interface SensitivityRequest {
  readonly file: ChainFile;
  readonly scenario: Scenario;
  readonly reference: string;
  /** Most rows tried, each a run of its own; 20 by default. */
  readonly most?: number;
  readonly stop?: () => boolean;
}

export interface Sensitivities {
  readonly year: number;
  readonly value: number | undefined;
  /** The row that moves the figure most first. */
  readonly rows: readonly Sensitivity[];
  /** Rows at whose other value no answer was found. */
  readonly failed: readonly string[];
}

/**
 * How far a figure moves with the rows near it, one at a time: candidates by kind from those nearest in the chain, each set to the end of
 * its range that lies farther off (rows of the data: up by the standard deviation of their grade). One run a row; the same request gives the same answer.
 */
export function sensitivities(request: SensitivityRequest, base: RunResult): Sensitivities {
  const { scenario, reference, most = 20, stop } = request;
  const read = parseMetricReference(reference, base);
  const year = read.year ?? base.years.at(-1)!;
  const value = valueOf(base, { ...read, year });
  const rows: Sensitivity[] = [];
  const failed: string[] = [];
  for (const change of candidates(request, base, year, scenario.levers, most)) {
    if (stop?.() === true) break;
    const other = tryRun(request, [change], base, year);
    const moved = other === undefined ? undefined : valueOf(other, { ...read, year });
    if (moved === undefined || value === undefined) failed.push(change.fact.id);
    else rows.push({ fact: change.fact, at: change.value, value: moved, change: moved - value });
  }
  rows.sort((a, b) => Math.abs(b.change) - Math.abs(a.change));
  return { year, value, rows, failed };
}

function candidates(
  { file, reference }: SensitivityRequest,
  base: RunResult,
  year: number,
  levers: readonly LeverAbout[],
  most: number,
): Change[] {
  const acting = levers.filter(({ from }) => from <= year);
  const ranked = rank(base, pathOf(base, parseMetricReference(reference, base)), acting, year);
  const spread = base.frame.calibration.chain.base?.spread;
  const changes = ranked
    .filter((fact) => canChange(fact, file))
    .map((fact) => ({ fact, value: otherValue(fact, spread?.[fact.grade] ?? 0) }))
    .filter(({ fact, value }) => value !== fact.value);
  const chosen = new Set(
    mixed(
      changes.map(({ fact }) => fact),
      most,
    ),
  );
  return changes.filter(({ fact }) => chosen.has(fact));
}

/** The end of the range farther from the value; without a range, one standard deviation up. */
function otherValue({ value, low, high }: Fact, spread: number): number {
  if (low === undefined || high === undefined) return value * (1 + spread);
  return high - value >= value - low ? high : low;
}

/** The scenario at other values of rows, as far as a year; undefined where there is no answer. */
export function tryRun(
  { file, scenario, stop }: Pick<SensitivityRequest, "file" | "scenario" | "stop">,
  changes: readonly Change[],
  base: RunResult,
  last: number,
): RunResult | undefined {
  const changed = withValues({ file, parameters: scenario.parameters }, changes);
  try {
    const chain = loadChain(changed.file, changed.parameters);
    const year = baseline(chain);
    const frame = prepareRun(chain, year, changed.parameters);
    const horizon = [scenario.horizon[0], last] as const;
    return run(
      chain,
      year,
      { ...scenario, horizon, parameters: changed.parameters },
      { frame, starts: startsOf(base), ...(stop !== undefined && { stop }) },
    );
  } catch (error) {
    if (error instanceof IssueError && error.issues[0].code !== "TIME_LIMIT") return undefined;
    throw error;
  }
}
