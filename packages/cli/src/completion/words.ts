import type { Catalogue } from "@didym/messages";
import { register } from "../commands/register.js";
import { globalFlags } from "../command/global-flags.js";
import type { FlagSpec, FlagSpecs } from "../command/flags.js";

/** What a shell may complete. */
export interface CompletionWords {
  /** First words of commands. */
  readonly commands: readonly string[];
  /** Second words by first word, for groups such as `data`. */
  readonly groups: Readonly<Record<string, readonly string[]>>;
  /** Flags by full command name; global ones included. */
  readonly flags: Readonly<Record<string, readonly string[]>>;
  /** Values by flag, where they are known. */
  readonly values: Readonly<Record<string, readonly string[]>>;
  /** Lever, metric, error and region names, for arguments. */
  readonly names: readonly string[];
}

function unique(words: readonly string[]): string[] {
  return [...new Set(words)].sort();
}

function groupsOf(names: readonly string[]): Record<string, string[]> {
  const groups: Record<string, string[]> = {};
  for (const [first, second] of names.map((name) => name.split(" "))) {
    if (second !== undefined) (groups[first] ??= []).push(second);
  }
  return groups;
}

function choicesOf(specs: FlagSpecs): [string, readonly string[]][] {
  return Object.entries(specs).flatMap(([name, spec]: [string, FlagSpec]) =>
    spec.kind === "choice" ? [[`--${name}`, spec.choices] as [string, readonly string[]]] : [],
  );
}

/** Collects the words from the register, the commands and the catalogue; `regions` come from the figures. */
export async function completionWords(
  messages: Catalogue,
  regions: readonly string[],
): Promise<CompletionWords> {
  const flags: Record<string, string[]> = {};
  const values: Record<string, readonly string[]> = Object.fromEntries(choicesOf(globalFlags));
  for (const entry of register) {
    const command = await entry.load();
    flags[entry.name] = unique(
      [...Object.keys(command.flags), ...Object.keys(globalFlags)].map((name) => `--${name}`),
    );
    for (const [flag, choices] of choicesOf(command.flags))
      values[flag] = [...new Set([...(values[flag] ?? []), ...choices])];
  }
  const names = register.map((entry) => entry.name);
  return {
    commands: unique(names.map((name) => name.split(" ")[0])),
    groups: groupsOf(names),
    flags,
    values,
    names: unique([
      ...Object.keys(messages.levers),
      ...Object.keys(messages.metrics),
      ...Object.keys(messages.errors),
      ...regions,
    ]),
  };
}
