import { bandLevels, quantile, rankCorrelation } from "@didym/core/uncertainty";
import type { DrawAnswer } from "./sweep-job.js";

type Drawn = Readonly<Record<string, number>>;

/** A figure's spread over the draws: one row a level of 5, 25, 50, 75, 95%, one figure a year, null where it has no meaning. */
export interface Band {
  readonly reference: string;
  readonly unit: string;
  readonly central: readonly (number | null)[];
  readonly quantiles: Readonly<Record<string, readonly (number | null)[]>>;
}

/** How a figure moves with a drawn row: rank correlation over the draws. */
export interface RankSensitivity {
  readonly reference: string;
  readonly year: number;
  readonly parameter: string;
  readonly rankCorrelation: number;
}

export interface Odds {
  readonly statement: string;
  readonly odds: number | null;
  readonly holds: number;
  readonly of: number;
}

/** Draws that have an answer, with their numbers. */
export interface Answered {
  readonly draw: number;
  readonly values: readonly (readonly (number | null)[])[];
  readonly holds: boolean | null;
}

export function answered(answers: readonly DrawAnswer[]): Answered[] {
  return answers.flatMap((answer, draw) => ("failed" in answer ? [] : [{ draw, ...answer }]));
}

/** Bands of reference `k` through the years. */
export function quantilesOf(draws: readonly Answered[], k: number, years: number): Band["quantiles"] {
  const columns = Array.from({ length: years }, (_, i) =>
    Float64Array.from(draws.flatMap(({ values }) => values[k][i] ?? [])).sort(),
  );
  return Object.fromEntries(
    bandLevels.map((level) => [
      String(Math.round(100 * level)),
      columns.map((sorted) => (sorted.length === 0 ? null : quantile(sorted, level))),
    ]),
  );
}

/** The rows that move reference `k` in year `i` most, strongest first. */
export function sensitivitiesOf(
  draws: readonly Answered[],
  drawn: readonly Drawn[],
  k: number,
  i: number,
  most: number,
): Pick<RankSensitivity, "parameter" | "rankCorrelation">[] {
  const known = draws.filter(({ values }) => values[k][i] !== null);
  if (known.length < 3) return [];
  const figures = Float64Array.from(known, ({ values }) => values[k][i]!);
  return Object.keys(drawn[0])
    .map((parameter) => ({
      parameter,
      rankCorrelation: rankCorrelation(
        Float64Array.from(known, ({ draw }) => drawn[draw][parameter]),
        figures,
      ),
    }))
    .sort((a, b) => Math.abs(b.rankCorrelation) - Math.abs(a.rankCorrelation))
    .slice(0, most);
}

/** The share of the draws in which a statement holds, of those in which it has a meaning. */
export function oddsOf(statement: string, draws: readonly Answered[]): Odds {
  const known = draws.filter(({ holds }) => holds !== null);
  const holds = known.filter((draw) => draw.holds === true).length;
  return { statement, odds: known.length === 0 ? null : holds / known.length, holds, of: known.length };
}
