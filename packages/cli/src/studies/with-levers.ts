import { IssueError } from "@didym/core/errors";
import { parseScenario, type Scenario } from "@didym/core/scenario";
import { builtInScenario } from "../scenario/built-in-scenario.js";
import { scenarioLibrary } from "../scenario/library.js";
import { scenarioContext } from "../scenario/scenario-context.js";

/** Policies in force with levers added to them, up to a year. */
export async function withLevers(last: number): Promise<(levers: readonly unknown[]) => Scenario> {
  const base = await builtInScenario("status-quo");
  const context = await scenarioContext(await scenarioLibrary());
  const horizon = [base.horizon[0], last] as const;
  return (levers) => {
    const reading = parseScenario(
      { schema: "didym/scenario@1", name: "study", extends: ["status-quo"], levers },
      context,
    );
    if ("issues" in reading) throw new IssueError(reading.issues);
    return { ...reading.scenario, members: base.members, horizon };
  };
}
