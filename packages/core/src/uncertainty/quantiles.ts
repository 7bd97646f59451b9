/** The five levels of a band: 5–95 holds nine tenths of the draws, 25–75 one half. */
export const bandLevels = [0.05, 0.25, 0.5, 0.75, 0.95] as const;

/**
 * Quantile by linear interpolation between order statistics (Hyndman and Fan 1996, type 7).
 * @param sorted ascending, at least one value.
 */
export function quantile(sorted: Float64Array, level: number): number {
  const position = (sorted.length - 1) * level;
  const below = Math.floor(position);
  const low = sorted[below] ?? NaN;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? NaN;
  return low + (high - low) * (position - below);
}

/** Bands through the years. `draws` holds one row of `years` values a draw; the answer is one row a level. */
export function bands(draws: readonly Float64Array[], years: number): Float64Array[] {
  const rows = bandLevels.map(() => new Float64Array(years));
  const column = new Float64Array(draws.length);
  for (let year = 0; year < years; year++) {
    draws.forEach((draw, index) => (column[index] = draw[year] ?? NaN));
    const sorted = column.slice().sort();
    bandLevels.forEach((level, row) => {
      const target = rows[row];
      if (target) target[year] = quantile(sorted, level);
    });
  }
  return rows;
}
