import { aligned, dumpMarket, toRunJson, type RunJson, type RunResult } from "@didym/core/results";
import type { Answer, OutFile, Table } from "../command/answer.js";
import { defineCommand } from "../command/command.js";
import type { Context } from "../command/context.js";
import { issueJson, issueLines } from "../errors/issue-text.js";
import { usageError } from "../errors/usage.js";
import { chooseFormat } from "../output/format.js";
import { jsonText } from "../output/json.js";
import { assumedNotes } from "../run/assumed-notes.js";
import { headlineTable, presentValueTable, selectedTable, seriesTable } from "../run/run-tables.js";
import { responseTables } from "../run/response-tables.js";
import { solveScenario, type SolveAsked, type SolvedScenario } from "../run/solve-scenario.js";
import { againstFlag, scenarioArgument } from "../scenario/scenario-arguments.js";

/** Everything a machine may read is made only where one reads: the whole answer holds thousands of series. */
function wantsAll({ globals }: Context): boolean {
  return chooseFormat(globals) !== "table" || globals.out !== undefined || globals.table !== undefined;
}

async function documentOf(
  solved: SolvedScenario,
  against: RunResult | undefined,
  select: readonly string[],
  milliseconds: number,
  context: Context,
): Promise<RunJson | undefined> {
  if (!wantsAll(context)) return undefined;
  const json = toRunJson(solved.result, against, {
    versions: await context.versions(),
    scenarioHash: solved.hash,
    milliseconds,
    ...(select.length > 0 && { select }),
  });
  return {
    ...json,
    ...(solved.response !== undefined && { response: solved.response }),
    warnings: solved.warnings.map((issue) =>
      issueJson(issue, context.messages),
    ) as unknown as RunJson["warnings"],
  };
}

function tablesOf(
  json: RunJson | undefined,
  result: RunResult,
  against: RunResult | undefined,
  select: readonly string[],
  context: Context,
): Table[] {
  const first =
    select.length > 0
      ? selectedTable(result, against, select)
      : headlineTable(result, against, context.words);
  return json === undefined ? [first] : [first, presentValueTable(json), seriesTable(json)];
}

function marketFile(year: number, result: RunResult, out: string | undefined): OutFile {
  const step = result.steps.find((done) => done.year === year);
  if (step === undefined)
    throw usageError("INVALID_ARGUMENT", {
      path: "--dump-market",
      found: year,
      expected: `${result.years[0]}–${result.years.at(-1)}`,
    });
  if (out === undefined) throw usageError("MISSING_ARGUMENT", { path: "--out", expected: "--out DIR" });
  return { name: `market-${year}.json`, content: jsonText(dumpMarket(step)) };
}

/** The other scenario over the same years, its groups read as those of the first. */
async function comparedWith(
  name: string,
  { scenario: { horizon }, result }: SolvedScenario,
  asked: SolveAsked,
  context: Context,
): Promise<SolvedScenario> {
  const { response: _own, ...alike } = asked;
  const other = await solveScenario(name, context, { ...alike, changes: [], horizon, ambiguity: false });
  return { ...other, result: aligned(other.result, result) };
}

export const run = defineCommand({
  name: "run",
  schema: "didym/run@1",
  positionals: [scenarioArgument],
  flags: {
    against: againstFlag,
    select: {
      kind: "list",
      value: "METRIC",
      brief: {
        en: "only this metric, as price[oxide.Dy,JPN]",
        zh: "只看此指标，例如 price[oxide.Dy,JPN]",
      },
    },
    set: {
      kind: "list",
      value: "ID.FIELD=VALUE",
      brief: { en: "change a field, as price-floor.at=130", zh: "修改一个字段，例如 price-floor.at=130" },
    },
    expectations: {
      kind: "choice",
      choices: ["adaptive", "announced", "relapse"],
      brief: {
        en: "how investors look ahead (default: adaptive)",
        zh: "投资者的预期方式（默认 adaptive，即适应性预期）",
      },
    },
    response: {
      kind: "text",
      value: "RULE",
      brief: {
        en: "China's answer instead of the file's: none, licence-squeeze, price-war, …, or best-restriction (searched)",
        zh: "以规则代替文件中的中国回应：none、licence-squeeze、price-war……或 best-restriction（搜索得出）",
      },
    },
    "by-location": {
      kind: "switch",
      brief: {
        en: "leave profit where the plant is, not with its owners",
        zh: "利润归工厂所在地，而非所有者",
      },
    },
    "dump-market": {
      kind: "integer",
      value: "YEAR",
      brief: {
        en: "with --out: the year's numerical problem and its answer",
        zh: "配合 --out：输出该年的数值问题及其解",
      },
    },
  },
  examples: [
    {
      args: "run washington-2026",
      does: { en: "the package against policies in force", zh: "方案与现行政策的比较" },
    },
    {
      args: "run washington-2026 --set price-floor.at=130 --select price[JPN] --json",
      does: { en: "another floor, one series, for a program", zh: "换一个价格下限，取一条序列，供程序使用" },
    },
    {
      args: "run washington-2026 --response best-restriction",
      does: {
        en: "with the licences that are best for China itself",
        zh: "改用对中国自身最优的许可量",
      },
    },
    {
      args: "run my.yaml --out results",
      does: { en: "all tables, JSON and a report", zh: "输出全部表格、JSON 与报告" },
    },
  ],
  run: async (context, { positionals: [name], flags }): Promise<Answer> => {
    const start = performance.now();
    const asked: SolveAsked = {
      changes: flags.set,
      byLocation: flags["by-location"],
      ...(flags.expectations !== undefined && { expectations: flags.expectations }),
      ...(flags.response !== undefined && { response: flags.response }),
    };
    const solved = await solveScenario(name, context, asked);
    const other = flags.against ?? "status-quo";
    const against =
      other === "none" || other === solved.scenario.name
        ? undefined
        : await comparedWith(other, solved, asked, context);
    const milliseconds = performance.now() - start;
    const json = await documentOf(solved, against?.result, flags.select, milliseconds, context);
    const files: OutFile[] = [];
    if (flags["dump-market"] !== undefined)
      files.push(marketFile(flags["dump-market"], solved.result, context.globals.out));
    if (context.globals.out !== undefined) {
      const { reportHtml } = await import("../run/report-html.js");
      files.push({ name: "report.html", content: await reportHtml(solved, against, context) });
    }
    return {
      data: json ?? null,
      tables: [
        ...tablesOf(json, solved.result, against?.result, flags.select, context),
        ...(solved.response === undefined ? [] : responseTables(solved.response)),
      ],
      files,
      notes: [
        ...assumedNotes(flags.select, solved.result, context),
        ...solved.warnings.map((issue) => issueLines(issue, context.messages, "warning").trimEnd()),
      ],
    };
  },
});
