import { IssueError, type Issue } from "../errors/issue.js";
import { largestMagnitude } from "./coalition.js";
import { isConvex } from "./convexity.js";
import type { ValueGame } from "./game.js";
import { leastCoreExcess } from "./least-core.js";
import { nucleolus } from "./nucleolus.js";
import { shapleyValue } from "./shapley-value.js";

export const MAX_NUCLEOLUS_PLAYERS = 15;

export type ValueMeasure = "shapley" | "nucleolus" | "core" | "convex";

export const VALUE_MEASURES: readonly ValueMeasure[] = ["shapley", "nucleolus", "core", "convex"];

/** Payoffs by player id. */
export type PlayerPayoffs = Readonly<Record<string, number>>;

/** Only the measures asked for are present. */
export interface ValueGameAnswer {
  readonly shapley?: PlayerPayoffs;
  /** Null when there is no imputation (v(N) < Σ v(i)); `warnings` says so. */
  readonly nucleolus?: PlayerPayoffs | null;
  readonly coreEmpty?: boolean;
  /** Null for a single player: there is no coalition to bound it. */
  readonly leastCoreExcess?: number | null;
  readonly convex?: boolean;
  readonly warnings?: readonly Issue[];
}

/** Shares of the largest worth below which an inequality counts as an equality. */
const EQUALITY = 1e-10;

/**
 * Solves a characteristic-function game.
 *
 * @param measures what to compute.
 * @throws IssueError `UNSUPPORTED` when the nucleolus of more than 15 players is asked for.
 */
export function answerValueGame(game: ValueGame, measures: readonly ValueMeasure[]): ValueGameAnswer {
  const { players, worth } = game;
  const tolerance = EQUALITY * largestMagnitude(worth);
  const wants = (measure: ValueMeasure) => measures.includes(measure);
  if (wants("nucleolus")) requireSize(players.length);
  return {
    ...(wants("shapley") && { shapley: byPlayer(shapleyValue(worth, players.length), players) }),
    ...(wants("nucleolus") && nucleolusPart(game)),
    ...(wants("core") && corePart(game, tolerance)),
    ...(wants("convex") && { convex: isConvex(worth, players.length, tolerance) }),
  };
}

function requireSize(players: number): void {
  if (players <= MAX_NUCLEOLUS_PLAYERS) return;
  const supported = VALUE_MEASURES.filter((measure) => measure !== "nucleolus");
  const details = { feature: "nucleolus", players, limit: MAX_NUCLEOLUS_PLAYERS, supported };
  throw new IssueError([
    {
      code: "UNSUPPORTED",
      path: "players",
      found: "nucleolus",
      expected: `<= ${MAX_NUCLEOLUS_PLAYERS} players`,
      details,
    },
  ]);
}

function nucleolusPart({ players, worth }: ValueGame): Pick<ValueGameAnswer, "nucleolus" | "warnings"> {
  const payoff = nucleolus(worth, players.length);
  if (payoff) return { nucleolus: byPlayer(payoff, players) };
  const singles = players.reduce((sum, _, player) => sum + worth[1 << player], 0);
  const details = { grandCoalition: worth[worth.length - 1], sumOfSingles: singles };
  return { nucleolus: null, warnings: [{ code: "EMPTY_IMPUTATION_SET", path: "value", details }] };
}

function corePart({ players, worth }: ValueGame, tolerance: number) {
  if (players.length === 1) return { coreEmpty: false, leastCoreExcess: null };
  const excess = leastCoreExcess(worth, players.length);
  return { coreEmpty: excess > tolerance, leastCoreExcess: excess };
}

function byPlayer(payoff: Float64Array, players: readonly string[]): PlayerPayoffs {
  return Object.fromEntries(players.map((id, player) => [id, payoff[player] + 0]));
}
