import { sumsOverCoalitions, type Coalition } from "./coalition.js";

/** Entries of a reduced row of 0/1 vectors are ratios of small integers; anything below this is zero. */
const ZERO = 1e-7;

/** The linear span of the membership vectors of coalitions, kept in reduced row-echelon form. */
export class IndicatorSpan {
  private readonly rows: Float64Array[] = [];
  private readonly pivots: number[] = [];

  constructor(readonly players: number) {}

  get rank(): number {
    return this.rows.length;
  }

  copy(): IndicatorSpan {
    const twin = new IndicatorSpan(this.players);
    twin.rows.push(...this.rows.map((row) => row.slice()));
    twin.pivots.push(...this.pivots);
    return twin;
  }

  /** Adds a coalition; false when it was in the span already. */
  add(coalition: Coalition): boolean {
    const row = this.reduced(coalition);
    let pivot = 0;
    for (let k = 1; k < this.players; k++) if (Math.abs(row[k]) > Math.abs(row[pivot])) pivot = k;
    const scale = row[pivot];
    if (Math.abs(scale) < ZERO) return false;
    for (let k = 0; k < this.players; k++) row[k] = row[k] / scale;
    for (const other of this.rows) subtract(other, row, other[pivot]);
    this.rows.push(row);
    this.pivots.push(pivot);
    return true;
  }

  /** Players whose unit vectors complete the span to the whole space. */
  freePlayers(): number[] {
    const pivots = new Set(this.pivots);
    return Array.from({ length: this.players }, (_, player) => player).filter(
      (player) => !pivots.has(player),
    );
  }

  /** Marks with 1 every coalition whose membership vector lies in the span (mask 0 included). */
  mark(settled: Uint8Array): void {
    settled.fill(1);
    const sums = new Float64Array(settled.length);
    for (const free of this.freePlayers()) {
      sumsOverCoalitions(this.orthogonal(free), sums);
      for (let mask = 0; mask < sums.length; mask++) if (Math.abs(sums[mask]) > ZERO) settled[mask] = 0;
    }
  }

  /** The vector orthogonal to the span with 1 at one free player and 0 at the other free ones. */
  private orthogonal(free: number): Float64Array {
    const vector = new Float64Array(this.players);
    vector[free] = 1;
    this.rows.forEach((row, k) => (vector[this.pivots[k]] = -row[free]));
    return vector;
  }

  private reduced(coalition: Coalition): Float64Array {
    const row = Float64Array.from({ length: this.players }, (_, player) => (coalition >> player) & 1);
    this.rows.forEach((known, k) => {
      subtract(row, known, row[this.pivots[k]]);
    });
    return row;
  }
}

function subtract(target: Float64Array, row: Float64Array, factor: number): void {
  if (factor === 0) return;
  for (let k = 0; k < row.length; k++) target[k] = target[k] - factor * row[k];
}
