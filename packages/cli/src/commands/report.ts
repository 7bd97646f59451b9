import { extname } from "node:path";
import { aligned } from "@didym/core/results";
import type { Answer } from "../command/answer.js";
import { defineCommand } from "../command/command.js";
import type { Context } from "../command/context.js";
import { issueLines } from "../errors/issue-text.js";
import { programOf } from "../doctor/optional-parts.js";
import { countryTable } from "../run/country-table.js";
import { headlineTable } from "../run/run-tables.js";
import { solveScenario, type SolvedScenario } from "../run/solve-scenario.js";

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
): Promise<string | Uint8Array> {
  if (format === "html" || format === "pdf") {
    const { reportHtml } = await import("../run/report-html.js");
    const html = await reportHtml(solved, against, context);
    return format === "html" ? html : (await import("../report/print-document.js")).pdfOf(html, context);
  }
  const { reportMarkdown } = await import("../report/report-markdown.js");
  const markdown = await reportMarkdown(solved, against, context);
  return format === "md" ? markdown : (await import("../report/print-document.js")).docxOf(markdown, context);
}

export const report = defineCommand({
  name: "report",
  schema: "didym/report@1",
  positionals: [
    {
      name: "SCENARIO",
      brief: { en: "a file, - for stdin, or a built-in name", zh: "文件、-（标准输入）或内置名称" },
    },
  ],
  flags: {
    format: {
      kind: "choice",
      choices: formats,
      brief: {
        en: "form of the brief (default: the ending of --output, else html)",
        zh: "简报格式（默认取 --output 的扩展名，否则 html）",
      },
    },
    against: {
      kind: "text",
      value: "SCENARIO",
      brief: {
        en: "compare with this scenario, or none (default: status-quo)",
        zh: "与此情景比较，none 为不比较（默认 status-quo）",
      },
    },
    set: {
      kind: "list",
      value: "ID.FIELD=VALUE",
      brief: { en: "change a field of the scenario", zh: "修改情景的一个字段" },
    },
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
    const content = await contentOf(format, solved, against, context);
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
        ...(against === undefined ? [] : [countryTable(solved.result, against.result, context.words)]),
      ],
      text: content,
      files: [{ name: `report.${format}`, content }],
      notes: solved.warnings.map((issue) => issueLines(issue, context.messages, "warning").trimEnd()),
    };
  },
});
