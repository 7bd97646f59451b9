import { IssueError, type Issue } from "../errors/issue.js";
import { airportShapley } from "./airport.js";
import type { AirportGame, Game } from "./game.js";
import { answerPayoffGame, type PayoffGameAnswer } from "./payoff-game.js";
import { readGame } from "./read-game.js";
import {
  answerValueGame,
  VALUE_MEASURES,
  type PlayerPayoffs,
  type ValueGameAnswer,
  type ValueMeasure,
} from "./value-game.js";

export interface AirportGameAnswer {
  /** Charge of one member of each kind. */
  readonly shapley: PlayerPayoffs;
}

export type GameAnswer = ValueGameAnswer | PayoffGameAnswer | AirportGameAnswer;

export interface SolveGameOptions {
  /** What to compute for a characteristic-function game. Default: everything. */
  readonly measures?: readonly ValueMeasure[];
}

/**
 * Solves a stand-alone game, `didym/game@1`: characteristic function, payoffs by coalition, or airport-type cost game.
 *
 * @param json the parsed document; anything is accepted and judged.
 * @returns the answer, or every problem found. Codes of input: `WRONG_TYPE`, `MISSING_KEY`, `UNKNOWN_KEY`,
 * `CONFLICTING_KEYS`, `UNKNOWN_SCHEMA`, `VERSION_MISMATCH`, `INVALID_ID`, `OUT_OF_RANGE`, `DUPLICATE_PLAYER`,
 * `UNKNOWN_PLAYER`, `DUPLICATE_MEMBER`, `COALITION_ORDER`, `DUPLICATE_COALITION`, `MISSING_COALITION`,
 * `MISSING_PAYOFF`, `UNSUPPORTED` (size); of the solution: `NOT_CONVERGED`.
 */
export function solveGame(
  json: unknown,
  options: SolveGameOptions = {},
): GameAnswer | { readonly errors: readonly Issue[] } {
  const reading = readGame(json);
  if ("errors" in reading) return reading;
  try {
    return answer(reading.game, options.measures ?? VALUE_MEASURES);
  } catch (problem) {
    if (problem instanceof IssueError) return { errors: problem.issues };
    throw problem;
  }
}

function answer(game: Game, measures: readonly ValueMeasure[]): GameAnswer {
  switch (game.kind) {
    case "value":
      return answerValueGame(game, measures);
    case "payoffs":
      return answerPayoffGame(game);
    case "increments":
      return answerAirportGame(game);
  }
}

function answerAirportGame({ increments }: AirportGame): AirportGameAnswer {
  const charges = airportShapley(increments);
  return { shapley: Object.fromEntries(increments.map((kind, k) => [kind.id, charges[k]])) };
}
