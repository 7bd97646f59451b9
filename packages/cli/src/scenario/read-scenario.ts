import { IssueError, nearestName, type Issue } from "@didym/core/errors";
import { parseScenario, setField, type Scenario } from "@didym/core/scenario";
import { usageError } from "../errors/usage.js";
import type { SourceDocument } from "../input/parse-document.js";
import { located, readScenarioDocument } from "../input/read-document.js";
import type { InputContext } from "../input/read-text.js";
import { scenarioLibrary, type ScenarioLibrary } from "./library.js";
import { scenarioContext } from "./scenario-context.js";

/** A scenario that was read and checked, with what it warns of and where it stands. */
export interface ReadScenario {
  readonly scenario: Scenario;
  readonly warnings: readonly Issue[];
  readonly source: SourceDocument;
}

/** Where an issue stands: in a scenario that is extended, or in the own file. */
function sourceOf(issue: Issue, own: SourceDocument, library: ScenarioLibrary): SourceDocument {
  const name = issue.details?.["scenario"];
  return typeof name === "string" && Object.hasOwn(library, name) ? library[name].read() : own;
}

/** A name without ending or folder is a built-in one. */
function looksLikeFile(name: string): boolean {
  return name === "-" || /[/\\]|\.(?:ya?ml|json)$/u.test(name);
}

function builtIn(name: string, library: ScenarioLibrary): SourceDocument {
  if (Object.hasOwn(library, name)) return library[name].read();
  const names = Object.keys(library);
  const near = nearestName(name, names);
  throw new IssueError([
    {
      code: "UNKNOWN_SCENARIO",
      found: name,
      expected: names,
      ...(near === undefined ? {} : { nearest: near }),
    },
  ]);
}

/** Applies `--set ADDRESS=VALUE`. Throws INVALID_ARGUMENT. */
function withChanges(value: unknown, changes: readonly string[]): unknown {
  return changes.reduce<unknown>((scenario, change) => {
    const at = change.indexOf("=");
    if (at <= 0)
      throw usageError("INVALID_ARGUMENT", { path: "--set", found: change, expected: "ID.FIELD=VALUE" });
    return setField(scenario, change.slice(0, at), change.slice(at + 1));
  }, value);
}

/**
 * Reads a scenario by file name (`-` for stdin) or built-in name, with changes by address.
 * Throws IssueError with every problem, each with file and line.
 */
export async function readScenario(
  name: string,
  context: InputContext,
  changes: readonly string[] = [],
): Promise<ReadScenario> {
  const library = await scenarioLibrary();
  const source = looksLikeFile(name) ? await readScenarioDocument(name, context) : builtIn(name, library);
  const reading = parseScenario(withChanges(source.value, changes), await scenarioContext(library));
  const place = (issue: Issue): Issue => located([issue], sourceOf(issue, source, library))[0];
  if ("issues" in reading) {
    const [first, ...rest] = reading.issues;
    throw new IssueError([place(first), ...rest.map(place)]);
  }
  return { scenario: reading.scenario, warnings: reading.warnings.map(place), source };
}
