import { IssueError } from "../errors/issue.js";
import type { LeverEntry } from "../reactions/index.js";
import type { ScenarioContext, ScenarioLever } from "../scenario/index.js";
import { readLever } from "../scenario/read-lever.js";

/** A lever of an answer, read as if it stood under `response` in a file. @throws IssueError with what is wrong in it. */
export function writtenLever(
  entry: LeverEntry,
  horizon: readonly [number, number],
  reading: ScenarioContext,
): ScenarioLever {
  const [[kind, fields]] = Object.entries(entry);
  const named = {
    id: String(fields["id"]),
    kind,
    fields,
    entry,
    path: "response",
    origin: "response",
    response: true,
  };
  const { lever, issues } = readLever(named, horizon, reading);
  if (lever === undefined) throw new IssueError([issues[0], ...issues.slice(1)]);
  return lever;
}
