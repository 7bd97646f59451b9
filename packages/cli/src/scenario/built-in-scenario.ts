import { IssueError } from "@didym/core/errors";
import { parseScenario, type Scenario } from "@didym/core/scenario";
import { scenarioLibrary } from "./library.js";
import { scenarioContext } from "./scenario-context.js";

/** A shipped scenario by name, read and checked. Throws UNKNOWN_SCENARIO. */
export async function builtInScenario(name: string): Promise<Scenario> {
  const library = await scenarioLibrary();
  if (!Object.hasOwn(library, name))
    throw new IssueError([{ code: "UNKNOWN_SCENARIO", found: name, expected: Object.keys(library) }]);
  const reading = parseScenario(library[name].read().value, await scenarioContext(library));
  if ("scenario" in reading) return reading.scenario;
  const [first, ...rest] = reading.issues;
  throw new IssueError([first, ...rest]);
}
