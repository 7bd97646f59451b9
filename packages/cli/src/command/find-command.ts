import { nearestName } from "@didym/core/errors";
import { usageError } from "../errors/usage.js";
import type { RegisterEntry } from "../commands/register.js";
import { globalFlags } from "./global-flags.js";
import type { FlagSpec } from "./flags.js";

const globals: Readonly<Record<string, FlagSpec>> = globalFlags;

/** Positions of the words of argv that are no flags and no values of global flags. */
function wordPositions(argv: readonly string[]): number[] {
  const positions: number[] = [];
  for (let at = 0; at < argv.length; at += 1) {
    const arg = argv[at];
    if (arg === "--") break;
    if (!arg.startsWith("-") || arg === "-") positions.push(at);
    else if (arg === "-o" || takesNext(arg)) at += 1;
  }
  return positions;
}

function takesNext(arg: string): boolean {
  const spec = Object.hasOwn(globals, arg.slice(2)) ? globals[arg.slice(2)] : undefined;
  return spec !== undefined && spec.kind !== "switch";
}

/** What the first words name: a command, a group of commands such as `data`, or nothing. */
export interface Found {
  readonly entry: RegisterEntry | undefined;
  /** The group's name where the words stop at a group. */
  readonly group: string | undefined;
  /** argv without the words of the name. */
  readonly rest: readonly string[];
}

function without(argv: readonly string[], positions: readonly number[]): string[] {
  return argv.filter((_, at) => !positions.includes(at));
}

function unknownCommand(
  words: readonly string[],
  names: readonly string[],
  group: string | undefined,
): Error {
  const found = group === undefined ? words[0] : `${group} ${words[1]}`;
  const near = nearestName(
    found,
    group === undefined ? [...new Set(names.flatMap((name) => [name, name.split(" ")[0]]))] : names,
  );
  return usageError("UNKNOWN_COMMAND", {
    found,
    expected: group === undefined ? names : names.filter((name) => name.startsWith(`${group} `)),
    ...(near === undefined ? {} : { nearest: near }),
  });
}

/** Finds the command that the first words name; the longest name wins. Throws UNKNOWN_COMMAND. */
export function findCommand(argv: readonly string[], register: readonly RegisterEntry[]): Found {
  const positions = wordPositions(argv).slice(0, 2);
  const words = positions.map((at) => argv[at]);
  if (words.length === 0) return { entry: undefined, group: undefined, rest: argv };
  const byName = (name: string) => register.find((entry) => entry.name === name);
  const two = words.length === 2 ? byName(words.join(" ")) : undefined;
  if (two !== undefined) return { entry: two, group: undefined, rest: without(argv, positions) };
  const one = byName(words[0]);
  if (one !== undefined) return { entry: one, group: undefined, rest: without(argv, positions.slice(0, 1)) };
  const names = register.map((entry) => entry.name);
  const isGroup = names.some((name) => name.startsWith(`${words[0]} `));
  if (isGroup && words.length === 1)
    return { entry: undefined, group: words[0], rest: without(argv, positions) };
  throw unknownCommand(words, names, isGroup ? words[0] : undefined);
}
