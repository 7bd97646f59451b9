import type { Command } from "../../command/command.js";
import { register } from "../../commands/register.js";
import type { Route } from "./route.js";

/** The command that a route asks for. */
export async function commandOf({ command }: Route): Promise<Command> {
  const entry = register.find(({ name }) => name === command);
  if (entry === undefined) throw new Error(`no command ${command}`);
  return entry.load();
}
