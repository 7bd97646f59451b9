import { assumptionSweep } from "@didym/core/provenance";
import { parseMetricReference, valueOf, type RunResult } from "@didym/core/results";
import { quantile } from "@didym/core/uncertainty";
import type { Answer } from "../command/answer.js";
import type { Context } from "../command/context.js";
import { compiledChain } from "../data/compiled-chain.js";
import { numberColumn, textColumn, yearColumn } from "../output/columns.js";
import { headlines, shownYears } from "../run/headline.js";
import { laboratory } from "../run/laboratory.js";
import { readScenario } from "../scenario/read-scenario.js";
import type { FigureFlags } from "./explain-figure.js";

interface Resting {
  readonly reference: string;
  readonly year: number;
  readonly unit: string;
  readonly value: number | null;
  readonly low: number | null;
  readonly median: number | null;
  readonly high: number | null;
}

const [LOW, MEDIAN, HIGH] = [0.05, 0.5, 0.95];

/** How much of each headline rests on assumptions: the scenario again with every row of grade D drawn over its range. */
export async function assumptionsPage(context: Context, flags: FigureFlags): Promise<Answer> {
  const { scenario } = await readScenario(flags.scenario ?? "status-quo", context);
  const last = flags.year ?? scenario.horizon[1];
  const asked = { ...scenario, horizon: [scenario.horizon[0], last] as const };
  const stop = (): boolean => context.signal.aborted;
  const lab = await laboratory(scenario.parameters);
  const base = lab.run(asked, { stop });
  const request = { file: await compiledChain(), scenario: asked, stop };
  const { assumptions, runs, failed } = assumptionSweep(request, base, flags.runs ?? 16);
  context.throwIfStopped();
  const years = flags.year === undefined ? shownYears(base.years) : [flags.year];
  const rows = headlines
    .filter(({ differenceOnly }) => differenceOnly !== true)
    .flatMap(({ reference, factor, unit }) =>
      years.map((year) => resting(reference, year, unit, factor, base, runs)),
    );
  const draws = { asked: flags.runs ?? 16, answered: runs.length, failed };
  return {
    data: { scenario: scenario.name, draws, assumptions: assumptions.map(({ id }) => id), rows },
    tables: [
      {
        name: "assumptions",
        title: {
          en: `${scenario.name} with ${assumptions.length} rows of grade D drawn over their ranges, ${runs.length} runs`,
          zh: `${scenario.name}：${assumptions.length} 行 D 级数据在其范围内抽样，${runs.length} 次运算`,
        },
        columns: [
          textColumn("reference", "figure", "数字"),
          textColumn("unit", "unit", "单位"),
          yearColumn("year", "year", "年份"),
          numberColumn("value", "as computed", "计算值"),
          numberColumn("low", "5 %", "5 %"),
          numberColumn("median", "median", "中位数"),
          numberColumn("high", "95 %", "95 %"),
        ],
        rows: rows.map((row) => [
          row.reference,
          row.unit,
          row.year,
          row.value,
          row.low,
          row.median,
          row.high,
        ]),
      },
    ],
    notes:
      failed === 0
        ? []
        : [context.words({ en: `${failed} draws without an answer`, zh: `${failed} 次抽样无解` })],
  };
}

function resting(
  reference: string,
  year: number,
  unit: string,
  factor: number,
  base: RunResult,
  runs: readonly RunResult[],
): Resting {
  const at = (run: RunResult): number | undefined =>
    valueOf(run, { ...parseMetricReference(reference, run), year });
  const sorted = Float64Array.from(runs.flatMap((run) => at(run) ?? [])).sort();
  const level = (share: number): number | null =>
    sorted.length === 0 ? null : quantile(sorted, share) * factor;
  const value = at(base);
  return {
    reference,
    year,
    unit,
    value: value === undefined ? null : value * factor,
    low: level(LOW),
    median: level(MEDIAN),
    high: level(HIGH),
  };
}
