import { IssueError, nearestName } from "@didym/core/errors";
import type { Catalogue, ErrorText, Explanation } from "@didym/messages";
import type { Answer, Table } from "../command/answer.js";
import { defineCommand } from "../command/command.js";
import type { Context } from "../command/context.js";
import { exitCodeOf, exitCodes } from "../errors/exit-codes.js";
import { integerColumn, textColumn } from "../output/columns.js";
import { isList, listPage, lists } from "./explain-list.js";

type Kind = "error" | "lever" | "metric";

interface Page extends Explanation {
  readonly kind: Kind;
  readonly name: string;
  readonly exitCode?: number;
}

function own<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

function findPage(name: string, messages: Catalogue): Page | undefined {
  const code = name.toUpperCase();
  const error = own<ErrorText>(messages.errors, code);
  if (error !== undefined) {
    return { kind: "error", name: code, title: code, text: error.page, exitCode: exitCodeOf(code) };
  }
  const lever = own<Explanation>(messages.levers, name);
  if (lever !== undefined) return { kind: "lever", name, ...lever };
  const metric = own<Explanation>(messages.metrics, name);
  return metric === undefined ? undefined : { kind: "metric", name, ...metric };
}

function pageText(page: Page): string {
  const lines = [page.title, "", page.text];
  if (page.equation !== undefined) lines.push("", `  ${page.equation}`);
  if (page.exitCode !== undefined) lines.push("", `exit ${page.exitCode}`);
  if (page.source !== undefined) lines.push("", `[${page.source}]`);
  return `${lines.join("\n")}\n`;
}

function exitCodePage({ messages }: Context): Answer {
  const rows = exitCodes.map((code) => [code, messages.cli.codes[code]] as const);
  const table: Table = {
    name: "exit-codes",
    columns: [integerColumn("code", "code", "退出码"), textColumn("meaning", "meaning", "含义")],
    rows,
  };
  return { data: { exitCodes: rows.map(([code, meaning]) => ({ code, meaning })) }, tables: [table] };
}

function topics(messages: Catalogue): string[] {
  const { errors, levers, metrics } = messages;
  return [
    "exit-codes",
    "parameters",
    "assumptions",
    ...lists,
    ...[errors, levers, metrics].flatMap((names) => Object.keys(names)),
  ];
}

function unknownTopic(name: string, messages: Catalogue): IssueError {
  const near = nearestName(name, topics(messages));
  return new IssueError([
    { code: "UNKNOWN_TOPIC", found: name, ...(near === undefined ? {} : { nearest: near }) },
  ]);
}

/** The names of a lever's fields, from its definition. */
async function fieldsOf({ kind, name }: Page): Promise<readonly string[] | undefined> {
  if (kind !== "lever") return undefined;
  const { leverOf } = await import("@didym/core/levers");
  return Object.keys(leverOf(name)?.fields ?? {});
}

async function page(topic: string, context: Context): Promise<Answer> {
  const found = findPage(topic, context.messages);
  if (found === undefined) throw unknownTopic(topic, context.messages);
  const { kind, name, title, text, equation, source, exitCode } = found;
  const fields = await fieldsOf(found);
  const list = fields === undefined ? "" : `\n${context.messages.cli.fields}: ${fields.join(", ")}\n`;
  const data = { kind, name, title, text, equation, source, exitCode, fields };
  return { data, tables: [], text: pageText(found) + list };
}

export const explain = defineCommand({
  name: "explain",
  schema: "didym/explain@1",
  positionals: [
    {
      name: "TOPIC",
      brief: {
        en: "an error code, a lever, a metric, a figure as price[oxide.Dy,JPN], levers, metrics, errors, parameters, assumptions or exit-codes",
        zh: "错误码、政策工具、指标、某个数字（如 price[oxide.Dy,JPN]）、levers、metrics、errors、parameters、assumptions 或 exit-codes",
      },
    },
  ],
  flags: {
    scenario: {
      kind: "text",
      value: "SCENARIO",
      brief: {
        en: "the run that the figure stands in (default of figures: status-quo)",
        zh: "数字所在的情景（数字默认为 status-quo）",
      },
    },
    year: {
      kind: "integer",
      brief: { en: "the figure's year (default: the last)", zh: "数字的年份（默认最后一年）" },
    },
    region: { kind: "text", value: "REGION", brief: { en: "the figure's region", zh: "数字的地区" } },
    runs: {
      kind: "integer",
      least: 0,
      most: 200,
      brief: {
        en: "how many rows to try, or draws of assumptions, a run each (default 16; 0 for none)",
        zh: "试算的行数或假设的抽样次数，每次一轮运算（默认 16；0 为不试算）",
      },
    },
  },
  examples: [
    { args: "explain UNKNOWN_LEVER", does: { en: "what an error means", zh: "某个错误的含义" } },
    {
      args: "explain price-floor",
      does: { en: "what a lever does, with its equation", zh: "某个政策工具的作用与方程" },
    },
    {
      args: "explain price[oxide.Dy,JPN] --scenario washington-2026 --year 2030",
      does: { en: "what a figure of a run rests on", zh: "某次运算中的数字以何为据" },
    },
    {
      args: "explain assumptions --scenario washington-2026",
      does: { en: "how much of each headline rests on assumptions", zh: "各主要结果有多少取决于假设" },
    },
    {
      args: "explain exit-codes --json",
      does: { en: "the exit codes for a program", zh: "供程序使用的退出码" },
    },
  ],
  run: async (context, { positionals: [topic], flags }) => {
    if (topic === "assumptions")
      return (await import("./explain-assumptions.js")).assumptionsPage(context, flags);
    if (topic.includes("[") || flags.scenario !== undefined)
      return (await import("./explain-figure.js")).figurePage(topic, context, flags);
    if (topic === "exit-codes") return exitCodePage(context);
    if (isList(topic)) return listPage(topic, context.messages);
    if (topic === "parameters") return (await import("./explain-parameters.js")).parameterPage(context);
    return page(topic, context);
  },
});
