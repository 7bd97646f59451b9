import { gradeSweep, shareOfVariance, type GradesDrawn, type GradeSweep } from "@didym/core/provenance";
import { parseMetricReference, valueOf, type RunResult } from "@didym/core/results";
import { quantile } from "@didym/core/uncertainty";
import type { Answer, Table } from "../command/answer.js";
import type { Context } from "../command/context.js";
import { compiledChain } from "../data/compiled-chain.js";
import { numberColumn, textColumn, yearColumn } from "../output/columns.js";
import { headlines, shownYears, type Headline } from "../run/headline.js";
import { laboratory } from "../run/laboratory.js";
import { readScenario } from "../scenario/read-scenario.js";
import type { FigureFlags } from "./explain-figure.js";

/** Where the draws of one set of rows leave a figure. */
interface Band {
  readonly low: number | null;
  readonly median: number | null;
  readonly high: number | null;
}

interface Resting extends Band {
  readonly reference: string;
  readonly year: number;
  readonly unit: string;
  readonly value: number | null;
  /** With rows of grades A to C drawn instead. */
  readonly found: Band;
  /** Part of the variance that comes from grade D. */
  readonly assumedShare: number | null;
}

const [LOW, MEDIAN, HIGH] = [0.05, 0.5, 0.95];

/**
 * How much of each headline rests on assumptions: the scenario again with every row of grade D drawn over its range, and again with every
 * row of grades A to C drawn within its error.
 */
export async function assumptionsPage(context: Context, flags: FigureFlags): Promise<Answer> {
  const { scenario } = await readScenario(flags.scenario ?? "status-quo", context);
  const last = flags.year ?? scenario.horizon[1];
  const asked = { ...scenario, horizon: [scenario.horizon[0], last] as const };
  const stop = (): boolean => context.signal.aborted;
  const lab = await laboratory(scenario.parameters);
  const base = lab.run(asked, { stop });
  const request = { file: await compiledChain(), scenario: asked, stop };
  const count = flags.runs ?? 16;
  const sweep = (which: GradesDrawn): GradeSweep => gradeSweep(request, base, count, { which });
  const [assumed, found] = [sweep("assumed"), sweep("found")];
  context.throwIfStopped();
  const years = flags.year === undefined ? shownYears(base.years) : [flags.year];
  const rows = headlines
    .filter(({ differenceOnly }) => differenceOnly !== true)
    .flatMap((headline) => years.map((year) => resting(headline, year, base, assumed.runs, found.runs)));
  const draws = { asked: count, answered: assumed.runs.length, failed: assumed.failed };
  const drawsFound = { asked: count, answered: found.runs.length, failed: found.failed };
  const failed = assumed.failed + found.failed;
  return {
    data: {
      scenario: scenario.name,
      draws,
      drawsFound,
      assumptions: assumed.drawn.map(({ id }) => id),
      evidence: found.drawn.map(({ id }) => id),
      rows,
    },
    tables: [restingTable(scenario.name, rows, assumed, found)],
    notes:
      failed === 0
        ? []
        : [context.words({ en: `${failed} draws without an answer`, zh: `${failed} 次抽样无解` })],
  };
}

function restingTable(name: string, rows: readonly Resting[], assumed: GradeSweep, found: GradeSweep): Table {
  const [d, abc] = [assumed.drawn.length, found.drawn.length];
  const [runs, more] = [assumed.runs.length, found.runs.length];
  return {
    name: "assumptions",
    title: {
      en: `${name}: ${d} rows of grade D drawn over their ranges in ${runs} runs, ${abc} rows of grades A to C within their errors in ${more}`,
      zh: `${name}：${d} 行 D 级数据在其范围内抽样（${runs} 次），${abc} 行 A–C 级数据在其误差内抽样（${more} 次）`,
    },
    columns: [
      textColumn("reference", "figure", "数字"),
      textColumn("unit", "unit", "单位"),
      yearColumn("year", "year", "年份"),
      numberColumn("value", "as computed", "计算值"),
      numberColumn("low", "D: 5 %", "D：5 %"),
      numberColumn("high", "D: 95 %", "D：95 %"),
      numberColumn("foundLow", "A–C: 5 %", "A–C：5 %"),
      numberColumn("foundHigh", "A–C: 95 %", "A–C：95 %"),
      numberColumn("assumedShare", "variance from D, %", "方差来自 D，%"),
    ],
    rows: rows.map((row) => [
      row.reference,
      row.unit,
      row.year,
      row.value,
      row.low,
      row.high,
      row.found.low,
      row.found.high,
      row.assumedShare === null ? null : 100 * row.assumedShare,
    ]),
  };
}

function resting(
  { reference, unit, factor }: Headline,
  year: number,
  base: RunResult,
  assumed: readonly RunResult[],
  found: readonly RunResult[],
): Resting {
  const at = (run: RunResult): number | undefined => {
    const value = valueOf(run, { ...parseMetricReference(reference, run), year });
    return value === undefined ? undefined : value * factor;
  };
  const [first, second] = [assumed, found].map((runs) => runs.flatMap((run) => at(run) ?? []));
  return {
    reference,
    year,
    unit,
    value: at(base) ?? null,
    ...bandOf(first),
    found: bandOf(second),
    assumedShare: shareOfVariance(first, second) ?? null,
  };
}

function bandOf(values: readonly number[]): Band {
  const sorted = Float64Array.from(values).sort();
  const level = (share: number): number | null => (sorted.length === 0 ? null : quantile(sorted, share));
  return { low: level(LOW), median: level(MEDIAN), high: level(HIGH) };
}
