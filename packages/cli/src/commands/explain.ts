import { IssueError, nearestName } from "@didym/core/errors";
import type { Catalogue, ErrorText, Explanation } from "@didym/messages";
import type { Answer, Table } from "../command/answer.js";
import { defineCommand } from "../command/command.js";
import type { Context } from "../command/context.js";
import { exitCodeOf, exitCodes } from "../errors/exit-codes.js";
import { integerColumn, textColumn } from "../output/columns.js";

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
  return ["exit-codes", "parameters", ...[errors, levers, metrics].flatMap((names) => Object.keys(names))];
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
        en: "an error code, a lever, a metric, parameters or exit-codes",
        zh: "错误码、政策工具、指标、parameters 或 exit-codes",
      },
    },
  ],
  flags: {},
  examples: [
    { args: "explain UNKNOWN_LEVER", does: { en: "what an error means", zh: "某个错误的含义" } },
    {
      args: "explain price-floor",
      does: { en: "what a lever does, with its equation", zh: "某个政策工具的作用与方程" },
    },
    {
      args: "explain exit-codes --json",
      does: { en: "the exit codes for a program", zh: "供程序使用的退出码" },
    },
  ],
  run: async (context, { positionals: [topic] }) => {
    if (topic === "exit-codes") return exitCodePage(context);
    if (topic === "parameters") return (await import("./explain-parameters.js")).parameterPage();
    return page(topic, context);
  },
});
