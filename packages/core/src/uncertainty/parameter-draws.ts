import type { Assumption } from "../chain/chain-file.js";
import { Stream } from "../numeric/stream.js";
import { drawFrom } from "./distribution.js";

/** Rows that no run reads: they belong to the summit, to reactions and to stops. */
const elsewhere = /^(?:summit|reaction|shock)\./u;

/** The assumed figures that a run rests on and that have a range. */
export function uncertainRows(rows: readonly Assumption[]): readonly Assumption[] {
  return rows.filter(({ id, low, high }) => low < high && !elsewhere.test(id));
}

/**
 * Parameters by id, one record a draw: a Latin hypercube, so that each figure is spread evenly over its range with few draws and any
 * number of figures (McKay, Beckman and Conover 1979). Each figure has a stream of its own: a row more changes no other.
 * Ranges of figures that cannot change sign are flat in ratio, others in value.
 */
export function parameterDraws(
  rows: readonly Assumption[],
  count: number,
  seed: number,
): Record<string, number>[] {
  const draws = Array.from({ length: count }, (): Record<string, number> => ({}));
  for (const { id, value, low, high } of uncertainRows(rows)) {
    const stream = new Stream(seed, `draws of ${id}`);
    const strata = stream.shuffle(Array.from({ length: count }, (_, k) => k));
    const range = { low, central: value, high, scale: low > 0 ? ("ratio" as const) : ("value" as const) };
    draws.forEach((draw, k) => {
      draw[id] = drawFrom(range, (strata[k] + stream.uniform()) / count);
    });
  }
  return draws;
}
