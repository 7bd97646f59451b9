import { IssueError } from "@didym/core/errors";
import type { Command } from "../command/command.js";

/** A command that is promised but not there yet: takes anything and answers UNSUPPORTED. */
export function notBuilt(name: string): Command {
  return {
    name,
    positionals: [],
    flags: {},
    examples: [],
    lax: true,
    run: () => Promise.reject(new IssueError([{ code: "UNSUPPORTED", found: `didym ${name}` }])),
  };
}
