import type { Text } from "@didym/messages";
import type { Answer } from "./answer.js";
import type { Context } from "./context.js";
import type { FlagSpecs, FlagValues } from "./flags.js";

/** A positional argument; the last one may take the rest. */
export interface Positional {
  readonly name: string;
  readonly brief: Text;
  readonly optional?: boolean;
  readonly rest?: boolean;
}

/** What a command is given: positional arguments in order, and its own flags. */
export interface Arguments<S extends FlagSpecs = FlagSpecs> {
  readonly positionals: readonly string[];
  readonly flags: FlagValues<S>;
}

/** An example: the arguments after `didym`, and what they do. */
export interface Example {
  readonly args: string;
  readonly does: Text;
}

/** One command; its one-line description stands in the register. `schema` is put in front of its JSON document. */
export interface Command<S extends FlagSpecs = FlagSpecs> {
  readonly name: string;
  readonly schema?: string;
  readonly positionals: readonly Positional[];
  readonly flags: S;
  readonly examples: readonly Example[];
  /** Takes any argument and flag (a command that is not built yet). */
  readonly lax?: boolean;
  /** Resolves to the answer, or to undefined where the command has talked for itself (a server). */
  readonly run: (context: Context, args: Arguments<S>) => Promise<Answer | undefined>;
}

/** Types the flags of a command by its own definition. */
export function defineCommand<const S extends FlagSpecs>(command: Command<S>): Command {
  return command as unknown as Command;
}
