import type { Issue } from "../errors/issue.js";
import type { Identities } from "../accounts/identities.js";
import type { HorizonFrame } from "../horizon/frame.js";
import type { Expectations } from "../horizon/parameters.js";
import type { State } from "../horizon/state.js";
import type { Step } from "../horizon/step.js";
import type { CompiledLever } from "../levers/lever.js";
import type { StartPoint } from "../market/market.js";

/** A scenario ready to run: levers compiled, years and members named. */
export interface RunScenario {
  readonly name: string;
  readonly levers: readonly CompiledLever[];
  /** First and last year, both solved. */
  readonly horizon: readonly [number, number];
  readonly members: readonly string[];
  /** Values that replace assumptions of the data, by id. */
  readonly parameters?: Readonly<Record<string, number>>;
}

export interface RunOptions {
  readonly expectations?: Expectations;
  readonly byLocation?: boolean;
  /** Prices of the stored baseline by year, the canonical start of each year; else each year starts from the one before. */
  readonly starts?: ReadonlyMap<number, StartPoint>;
  /** Take residuals as the solver sees them; the identities of the accounts are checked all the same. */
  readonly unverified?: boolean;
  /** Keep each year's factor, for the year after and for `startsOf`. */
  readonly keepFactors?: boolean;
  /** Check each year for a second answer along the path of the wedges; off in searches. */
  readonly ambiguity?: boolean;
  /** Asked between iterations; true ends the run with `TIME_LIMIT`. */
  readonly stop?: () => boolean;
  /** First years, solved before in another run under the same levers up to then; the fold goes on from there. */
  readonly solved?: readonly Step[];
  /** A frame prepared before, for the same chain, baseline and parameters. */
  readonly frame?: HorizonFrame;
}

export interface RunResult {
  readonly scenario: string;
  readonly members: readonly string[];
  readonly years: readonly number[];
  readonly frame: HorizonFrame;
  readonly steps: readonly Step[];
  /** State after the last year: stocks left, plants under way. */
  readonly end: State;
  readonly identities: Identities;
  readonly warnings: readonly Issue[];
  readonly solver: SolverSummary;
  /** What was run, for figures that solve a year of it again, such as a stop. */
  readonly levers?: readonly CompiledLever[];
  readonly parameters?: Readonly<Record<string, number>>;
}

export interface SolverSummary {
  readonly solves: number;
  readonly iterations: number;
  readonly factorisations: number;
  readonly maxResidual: number;
  readonly ambiguity: "checked" | "not-checked";
}
