import { extname } from "node:path";
import { IssueError } from "@didym/core/errors";
import { aligned } from "@didym/core/results";
import type { Answer, Table } from "../command/answer.js";
import { defineCommand } from "../command/command.js";
import type { Context } from "../command/context.js";
import { issueLines } from "../errors/issue-text.js";
import { programOf } from "../doctor/optional-parts.js";
import { countryTable } from "../run/country-table.js";
import { levelReferences } from "../run/headline.js";
import { headlineTable } from "../run/run-tables.js";
import { solveScenario, type SolvedScenario } from "../run/solve-scenario.js";
import { answered } from "../sweep/summary.js";
import type { SweepJob } from "../sweep/sweep-job.js";
import { bandTables } from "../sweep/tables.js";
import { againstFlag, scenarioArgument, setFlag } from "../scenario/scenario-arguments.js";

const formats = ["html", "md", "docx", "pdf"] as const;
type ReportFormat = (typeof formats)[number];

/** Optional programs that make a form. */
const parts: Readonly<Partial<Record<ReportFormat, string>>> = { docx: "pandoc", pdf: "chromium" };

/** A flag, else the ending of --output, else HTML. */
function reportFormat(asked: ReportFormat | undefined, { globals }: Context): ReportFormat {
  const ending = extname(globals.output ?? "").slice(1);
  return asked ?? formats.find((format) => format === ending) ?? "html";
}

async function contentOf(
  format: ReportFormat,
  solved: SolvedScenario,
  against: SolvedScenario | undefined,
  context: Context,
  range: Table | undefined,
): Promise<string | Uint8Array> {
  if (format === "html" || format === "pdf") {
    const { reportHtml } = await import("../run/report-html.js");
    const html = await reportHtml(solved, against, context, range);
    return format === "html" ? html : (await import("../report/print-document.js")).pdfOf(html, context);
  }
  const { reportMarkdown } = await import("../report/report-markdown.js");
  const markdown = await reportMarkdown(solved, against, context, range);
  return format === "md" ? markdown : (await import("../report/print-document.js")).docxOf(markdown, context);
}

/** Spread of the headlines over draws of the assumptions. */
async function rangeOf({ scenario }: SolvedScenario, samples: number, context: Context): Promise<Table> {
  const { drawSolver } = await import("../sweep/solve-draw.js");
  const { bandsOf, solveSweep, yearsOf } = await import("../sweep/solve-sweep.js");
  const seed = context.globals.seed ?? 1;
  const job: SweepJob = { scenarios: [scenario], references: levelReferences, ask: null, samples, seed };
  const central = await (await drawSolver(job)).solve(-1);
  if ("failed" in central) throw new IssueError([{ code: central.failed }]);
  const { answers } = await solveSweep(job, context);
  const bands = bandsOf(job, central.values, answered(answers));
  return bandTables(scenario.name, bands, yearsOf(job))[0];
}

export const report = defineCommand({
  name: "report",
  schema: "didym/report@1",
  positionals: [scenarioArgument],
  flags: {
    format: {
      kind: "choice",
      choices: formats,
      brief: {
        en: "form of the brief (default: the ending of --output, else html)",
        zh: "简报格式（默认取 --output 的扩展名，否则 html）",
      },
    },
    against: againstFlag,
    samples: {
      kind: "integer",
      least: 2,
      most: 100_000,
      value: "N",
      brief: {
        en: "also the range of the headlines over N draws of the assumed figures (kept, as in sweep)",
        zh: "另给出假定数据抽样 N 次时主要数字的范围（如 sweep，结果会保存）",
      },
    },
    set: setFlag,
  },
  examples: [
    {
      args: "report washington-2026 --output brief.html",
      does: { en: "a page that needs nothing else", zh: "一个独立的网页" },
    },
    {
      args: "report washington-2026 --format md --lang zh",
      does: { en: "Markdown, in Chinese", zh: "中文 Markdown" },
    },
    {
      args: "report my.yaml --against none --output brief.pdf",
      does: { en: "PDF, printed by Chromium where it is installed", zh: "PDF（需已安装 Chromium）" },
    },
  ],
  run: async (context, { positionals: [name], flags }): Promise<Answer> => {
    const format = reportFormat(flags.format, context);
    const part = parts[format];
    if (part !== undefined) await programOf(part, context);
    const solved = await solveScenario(name, context, { changes: flags.set });
    const other = flags.against ?? "status-quo";
    const { horizon } = solved.scenario;
    const compared =
      other === "none" || other === solved.scenario.name
        ? undefined
        : await solveScenario(other, context, { horizon, ambiguity: false });
    const against = compared && { ...compared, result: aligned(compared.result, solved.result) };
    const range = flags.samples === undefined ? undefined : await rangeOf(solved, flags.samples, context);
    const content = await contentOf(format, solved, against, context, range);
    return {
      data: {
        scenario: solved.scenario.name,
        scenarioHash: solved.hash,
        against: against?.scenario.name ?? "none",
        format,
        ...(typeof content === "string" && { content }),
      },
      tables: [
        headlineTable(solved.result, against?.result, context.words),
        ...(range === undefined ? [] : [range]),
        ...(against === undefined ? [] : [countryTable(solved.result, against.result, context.words)]),
      ],
      text: content,
      files: [{ name: `report.${format}`, content }],
      notes: solved.warnings.map((issue) => issueLines(issue, context.messages, "warning").trimEnd()),
    };
  },
});
