import { unreachedElasticities, type RunOptions, type RunResult } from "@didym/core/results";
import { scenarioHash, type Scenario } from "@didym/core/scenario";
import type { Issue } from "@didym/core/errors";
import type { Context } from "../command/context.js";
import { readScenario } from "../scenario/read-scenario.js";
import { laboratory } from "./laboratory.js";
import { respond, type Response } from "./respond.js";

/** A scenario that was read and run. */
export interface SolvedScenario {
  readonly scenario: Scenario;
  readonly hash: string;
  readonly result: RunResult;
  /** Of the file and of the run. */
  readonly warnings: readonly Issue[];
  /** Where a rule answered in the place of the file's response. */
  readonly response?: Response;
}

/** What may differ from the file: fields by address, the years, and how investors and owners are read. */
export interface SolveAsked extends Pick<RunOptions, "expectations" | "byLocation"> {
  readonly changes?: readonly string[];
  readonly horizon?: Scenario["horizon"];
  /** Whether another answer is looked for; a run that others are compared with need not be asked again. Default true. */
  readonly ambiguity?: boolean;
  /** A rule that answers the scenario instead of the response in its file. */
  readonly response?: string;
}

/** Reads a scenario by name or file, with changes by address, and runs it over its horizon or another. */
export async function solveScenario(
  name: string,
  context: Context,
  { changes = [], horizon, ambiguity = true, response: rule, ...options }: SolveAsked = {},
): Promise<SolvedScenario> {
  const { scenario: read, warnings } = await readScenario(name, context, changes);
  const stated = horizon === undefined ? read : { ...read, horizon };
  const { scenario, response } =
    rule === undefined ? { scenario: stated, response: undefined } : await respond(stated, rule, context);
  const lab = await laboratory(scenario.parameters);
  const stop = () => context.signal.aborted;
  try {
    const result = lab.run(scenario, { ...options, ambiguity, stop });
    const unreached = unreachedElasticities(result, scenario.parameters);
    return {
      scenario,
      hash: scenarioHash(scenario),
      result,
      warnings: [...warnings, ...unreached, ...result.warnings],
      ...(response !== undefined && { response }),
    };
  } finally {
    context.throwIfStopped();
  }
}
