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

/** A scenario as it will be run, before it is. */
export type ReadToRun = Pick<SolvedScenario, "scenario" | "warnings" | "response">;

/** Reads a scenario by name or file, with changes by address, the years and the answer that are asked for. */
export async function readToRun(
  name: string,
  context: Context,
  { changes = [], horizon, response: rule }: SolveAsked,
): Promise<ReadToRun> {
  const { scenario: read, warnings } = await readScenario(name, context, changes);
  const stated = horizon === undefined ? read : { ...read, horizon };
  return rule === undefined
    ? { scenario: stated, warnings }
    : { ...(await respond(stated, rule, context)), warnings };
}

/** Runs a scenario that was read. */
export async function solveRead(
  { scenario, warnings, ...rest }: ReadToRun,
  context: Context,
  { ambiguity = true, expectations, byLocation }: SolveAsked = {},
): Promise<SolvedScenario> {
  const lab = await laboratory(scenario.parameters);
  const stop = () => context.signal.aborted;
  const options = { ...(expectations && { expectations }), ...(byLocation && { byLocation }) };
  try {
    const result = lab.run(scenario, { ...options, ambiguity, stop });
    return { ...rest, ...solvedAs(scenario, warnings, result) };
  } finally {
    context.throwIfStopped();
  }
}

/** A run with what it and its file warn of. */
export function solvedAs(scenario: Scenario, warnings: readonly Issue[], result: RunResult): SolvedScenario {
  const unreached = unreachedElasticities(result, scenario.parameters);
  return {
    scenario,
    hash: scenarioHash(scenario),
    result,
    warnings: [...warnings, ...unreached, ...result.warnings],
  };
}

/** Reads a scenario and runs it over its horizon or another. */
export async function solveScenario(
  name: string,
  context: Context,
  asked: SolveAsked = {},
): Promise<SolvedScenario> {
  return solveRead(await readToRun(name, context, asked), context, asked);
}
