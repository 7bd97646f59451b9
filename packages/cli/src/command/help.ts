import type { Catalogue, Text } from "@didym/messages";
import type { RegisterEntry } from "../commands/register.js";
import { exitCodes } from "../errors/exit-codes.js";
import type { Command } from "./command.js";
import type { FlagSpec, FlagSpecs } from "./flags.js";
import { globalFlags } from "./global-flags.js";
import { sharedFlags } from "./read-arguments.js";

type Words = (text: Text) => string;
type Row = readonly [string, string];

/** Rows as two columns; the left one holds ASCII only, so its length is its width. */
function twoColumns(rows: readonly Row[]): string {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}\n`).join("");
}

function section(title: string, rows: readonly Row[]): string {
  return rows.length === 0 ? "" : `\n${title}\n${twoColumns(rows)}`;
}

function flagRow(name: string, spec: FlagSpec, messages: Catalogue, words: Words): Row {
  const value = spec.kind === "switch" ? "" : ` ${spec.value ?? (spec.kind === "choice" ? "NAME" : "VALUE")}`;
  const extra = [
    ...(spec.kind === "choice" ? [messages.cli.oneOf(spec.choices)] : []),
    ...(spec.kind === "list" ? [messages.cli.repeatable] : []),
  ];
  return [`--${name}${value}`, [words(spec.brief), ...extra].join("; ")];
}

function flagRows(specs: FlagSpecs, messages: Catalogue, words: Words): Row[] {
  return Object.entries(specs).map(([name, spec]) => flagRow(name, spec, messages, words));
}

function exitCodeRows(messages: Catalogue): Row[] {
  return exitCodes.map((code) => [String(code), messages.cli.codes[code]]);
}

const leadingExamples: readonly (readonly [string, Text])[] = [
  [
    "didym run washington-2026 --against status-quo",
    { en: "solve a scenario and compare it", zh: "求解一个情景并与另一情景比较" },
  ],
  [
    "didym solve problem.json --json",
    { en: "solve a stand-alone market problem", zh: "求解一个独立的市场问题" },
  ],
  [
    "didym explain price-floor",
    { en: "read what a lever, metric or error means", zh: "查看政策工具、指标或错误的含义" },
  ],
];

/** `didym --help`: three examples, the commands, the global flags, the exit codes. */
export function generalHelp(register: readonly RegisterEntry[], messages: Catalogue, words: Words): string {
  const { cli } = messages;
  return [
    `${cli.tagline}\n`,
    section(
      cli.examples,
      leadingExamples.map(([args, does]) => [args, words(does)]),
    ),
    `\n${cli.usage}\n  didym COMMAND [ARGUMENT …] [--flag …]\n`,
    section(
      cli.commands,
      register.map((entry) => [entry.name, words(entry.brief)]),
    ),
    section(cli.globalOptions, flagRows(globalFlags, messages, words)),
    section(cli.exitCodes, exitCodeRows(messages)),
    `\n${cli.more}\n`,
  ].join("");
}

/** `didym COMMAND --help`. */
export function commandHelp(command: Command, brief: Text, messages: Catalogue, words: Words): string {
  const { cli } = messages;
  const operands = command.positionals.map(({ name, optional, rest }) => {
    const shown = `${name}${rest === true ? " …" : ""}`;
    return optional === true ? `[${shown}]` : shown;
  });
  return [
    `didym ${command.name}: ${words(brief)}\n`,
    section(
      cli.examples,
      command.examples.map(({ args, does }) => [`didym ${args}`, words(does)]),
    ),
    `\n${cli.usage}\n  didym ${[command.name, ...operands].join(" ")} [--flag …]\n`,
    section(
      cli.arguments,
      command.positionals.map(({ name, brief }) => [name, words(brief)]),
    ),
    section(cli.options, flagRows(command.flags, messages, words)),
    section(cli.globalOptions, flagRows(sharedFlags(command), messages, words)),
  ].join("");
}

/** `didym data`: the commands of a group. */
export function groupHelp(
  group: string,
  register: readonly RegisterEntry[],
  messages: Catalogue,
  words: Words,
): string {
  const entries = register.filter(({ name }) => name.startsWith(`${group} `));
  return [
    section(
      messages.cli.examples,
      entries.slice(0, 3).map(({ name, brief }) => [`didym ${name}`, words(brief)]),
    ).trimStart(),
    `\n${messages.cli.usage}\n  didym ${group} COMMAND\n`,
    section(
      messages.cli.commands,
      entries.map((entry) => [entry.name, words(entry.brief)]),
    ),
    section(messages.cli.globalOptions, flagRows(globalFlags, messages, words)),
  ].join("");
}
