import { usageError } from "../errors/usage.js";
import type { Arguments, Command, Positional } from "./command.js";
import type { FlagSpecs } from "./flags.js";
import { globalFlags, type GlobalFlags } from "./global-flags.js";
import { readFlags, splitArguments } from "./parse-flags.js";

function checkPositionals(
  words: readonly string[],
  positionals: readonly Positional[],
  command: string,
): void {
  const missing = positionals.find((positional, at) => positional.optional !== true && words.length <= at);
  if (missing !== undefined)
    throw usageError("MISSING_ARGUMENT", { expected: missing.name, details: { command } });
  const unlimited = positionals.at(-1)?.rest === true;
  if (!unlimited && words.length > positionals.length) {
    throw usageError("UNEXPECTED_ARGUMENT", { found: words[positionals.length], details: { command } });
  }
}

/** The global flags in argv with their values; all else is left out. */
function onlyGlobal(argv: readonly string[]): string[] {
  return argv.flatMap((arg, at) => {
    const name = arg.startsWith("--") ? arg.slice(2).split("=")[0] : "";
    if (!Object.hasOwn(globalFlags, name)) return [];
    const alone = arg.includes("=") || globalFlags[name as keyof GlobalFlags].kind === "switch";
    return alone ? [arg] : argv.slice(at, at + 2);
  });
}

/** The global flags that a command does not give a meaning of its own. */
export function sharedFlags({ flags }: Pick<Command, "flags">): FlagSpecs {
  return Object.fromEntries(Object.entries(globalFlags).filter(([name]) => !Object.hasOwn(flags, name)));
}

/** The arguments of a command, typed and complete; global flags apart. Throws usage errors. */
export function readArguments(
  argv: readonly string[],
  command: Command,
): { readonly globals: GlobalFlags; readonly args: Arguments } {
  const shared = sharedFlags(command);
  const specs = { ...command.flags, ...shared };
  const { words, flags } = splitArguments(command.lax ? onlyGlobal(argv) : argv, specs, command.name);
  const globals = readFlags(flags, shared, command.name) as unknown as GlobalFlags;
  if (globals.help || globals.version) return { globals, args: { positionals: words, flags: {} } };
  checkPositionals(words, command.positionals, command.name);
  const own = readFlags(flags, command.flags, command.name);
  return { globals, args: { positionals: words, flags: own as Arguments["flags"] } };
}
