import type { Text } from "@didym/messages";
import {
  parseMetricReference,
  parseMetricReferences,
  seriesOf,
  toRunJson,
  type RunResult,
} from "@didym/core/results";
import type { Answer, Cell, Column, Table } from "../command/answer.js";
import { defineCommand } from "../command/command.js";
import { usageError } from "../errors/usage.js";
import { chooseFormat } from "../output/format.js";
import { assumedNotes } from "../run/assumed-notes.js";
import { headlines, shownYears } from "../run/headline.js";
import { solveScenario } from "../run/solve-scenario.js";

/** The headline figures of one year, a column a scenario. */
function yearTable(year: number, results: readonly RunResult[], words: (text: Text) => string): Table {
  const columns = results.map(({ scenario }): Column => ({
    key: scenario,
    title: { en: scenario, zh: scenario },
    kind: "number",
  }));
  const [first] = results;
  return {
    name: `headline-${year}`,
    title: { en: String(year), zh: `${year} 年` },
    columns: [
      { key: "what", title: { en: "what", zh: "指标" }, kind: "text" },
      { key: "unit", title: { en: "unit", zh: "单位" }, kind: "text" },
      ...columns,
    ],
    rows: headlines.map(({ reference, what, unit, factor, differenceOnly }): Cell[] => {
      const { metric, names } = parseMetricReference(reference, first);
      const at = (result: RunResult): number | null => {
        const series = seriesOf(result, metric, names);
        return series.void.includes(year) ? null : series.values[result.years.indexOf(year)] * factor;
      };
      const base = differenceOnly === true ? (at(first) ?? 0) : 0;
      const cells = results.map((result): Cell => {
        const value = result.years.includes(year) ? at(result) : null;
        return value === null ? null : value - base;
      });
      return [words(what), unit, ...cells];
    }),
  };
}

/** One row per selected series and scenario, all years of the first. */
function selectedTable(references: readonly string[], results: readonly RunResult[]): Table {
  const [{ years }] = results;
  const read = parseMetricReferences(references, results[0]);
  return {
    name: "selected",
    columns: [
      { key: "series", title: { en: "series", zh: "序列" }, kind: "text" },
      { key: "scenario", title: { en: "scenario", zh: "情景" }, kind: "text" },
      { key: "unit", title: { en: "unit", zh: "单位" }, kind: "text" },
      ...years.map((year): Column => {
        const title = String(year);
        return { key: title, title: { en: title, zh: title }, kind: "number" };
      }),
    ],
    rows: read.flatMap(({ metric, names }, k) =>
      results.map((result): Cell[] => {
        const { unit, values, void: empty } = seriesOf(result, metric, names);
        const at = (year: number): Cell =>
          result.years.includes(year) && !empty.includes(year) ? values[result.years.indexOf(year)] : null;
        return [references[k], result.scenario, unit, ...years.map(at)];
      }),
    ),
  };
}

export const compare = defineCommand({
  name: "compare",
  schema: "didym/compare@1",
  positionals: [
    { name: "SCENARIO", brief: { en: "two scenarios or more", zh: "两个或更多情景" }, rest: true },
  ],
  flags: {
    select: {
      kind: "list",
      value: "METRIC",
      brief: { en: "only this metric", zh: "只看此指标" },
    },
  },
  examples: [
    {
      args: "compare status-quo washington-2026",
      does: { en: "two scenarios side by side", zh: "并排比较两个情景" },
    },
    {
      args: "compare status-quo washington-price-floor washington-tariffs --json",
      does: { en: "three, for a program", zh: "比较三个，供程序使用" },
    },
    {
      args: "compare status-quo my.yaml --output table.md",
      does: { en: "as Markdown", zh: "以 Markdown 输出" },
    },
  ],
  run: async (context, { positionals, flags: { select } }): Promise<Answer> => {
    if (positionals.length < 2)
      throw usageError("MISSING_ARGUMENT", { expected: "SCENARIO", details: { command: "compare" } });
    const solved = [];
    for (const name of positionals) solved.push(await solveScenario(name, context));
    const results = solved.map(({ result }) => result);
    const versions = await context.versions();
    const whole = chooseFormat(context.globals) !== "table" || context.globals.out !== undefined;
    const references =
      select.length > 0 ? select : whole ? undefined : headlines.map(({ reference }) => reference);
    const runs = solved.map(({ result, hash }) =>
      toRunJson(result, undefined, {
        versions,
        scenarioHash: hash,
        ...(references !== undefined && { select: references }),
      }),
    );
    const tables =
      select.length > 0
        ? [selectedTable(select, results)]
        : shownYears(results[0].years).map((year) => yearTable(year, results, context.words));
    return { data: { scenarios: runs }, tables, notes: assumedNotes(select, results[0], context) };
  },
});
