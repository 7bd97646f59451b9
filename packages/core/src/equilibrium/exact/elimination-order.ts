import type { MixedComplementarityProblem } from "./mixed-complementarity.js";

export type Pattern = Pick<MixedComplementarityProblem, "size" | "rowStart" | "column" | "lower" | "upper">;

/** Entries of a pattern by rows or by columns; `slot` is each entry's place in the pattern by rows, its own where absent. */
export interface Lists {
  readonly start: Int32Array;
  readonly other: Int32Array;
  readonly slot?: Int32Array;
}

/** Off-diagonal entries of some rows or columns: where they stand among the kept unknowns, and their slot in J. */
export interface Part {
  readonly start: Int32Array;
  readonly at: Int32Array;
  readonly slot: Int32Array;
}

/** Which unknowns are eliminated one by one, and the others in the order in which they stay. */
export interface EliminationOrder {
  readonly leaves: Int32Array;
  /** The first so many leaves have two kept neighbours by row and two by column. */
  readonly pairs: number;
  readonly kept: Int32Array;
  /** The first so many of `kept` have no entries among themselves, not even once the leaves are eliminated. */
  readonly leading: number;
  /** Of the leaves, by row and by column, and of the kept unknowns by row. */
  readonly rowPart: Part;
  readonly columnPart: Part;
  readonly keptPart: Part;
}

/** Largest number of neighbours of an unknown that is eliminated; more would fill the dense part at great cost. */
const MAX_NEIGHBOURS = 8;

/** Chooses the order in which a Newton system is reduced, from its pattern alone. */
export function eliminationOrder(pattern: Pattern): EliminationOrder {
  const rows = { start: pattern.rowStart, other: pattern.column };
  const columns = transposed(pattern);
  const leaves = independentSet(pattern, columns);
  const pairs = movePairs(leaves, rows.start, columns.start);
  const position = new Int32Array(pattern.size);
  for (const i of leaves) position[i] = -1;
  const kept = new Int32Array(pattern.size - leaves.length);
  for (let i = 0, r = 0; i < pattern.size; i++) if (position[i] >= 0) kept[(position[i] = r++)] = i;
  const parts = () => [part(leaves, rows, position), part(leaves, columns, position)] as const;
  const leading = moveLeading(kept, part(kept, rows, position), ...parts());
  kept.forEach((i, r) => (position[i] = r));
  const [rowPart, columnPart] = parts();
  return { leaves, pairs, kept, leading, rowPart, columnPart, keptPart: part(kept, rows, position) };
}

/** Bounded unknowns with few neighbours, no two of them coupled. */
function independentSet(pattern: Pattern, byColumn: Lists): Int32Array {
  const { size, lower, upper, rowStart, column } = pattern;
  const { start, other } = byColumn;
  const blocked = new Uint8Array(size);
  const taken = new Uint8Array(size);
  const degree = new Uint8Array(size);
  for (let i = 0; i < size; i++) {
    const entries = Math.max(rowStart[i + 1] - rowStart[i], start[i + 1] - start[i]);
    const bounded = lower[i] > -Infinity || upper[i] < Infinity;
    degree[i] = bounded ? Math.min(entries - 1, MAX_NEIGHBOURS + 1) : MAX_NEIGHBOURS + 1;
  }
  for (let wanted = 0; wanted <= MAX_NEIGHBOURS; wanted++) {
    for (let i = 0; i < size; i++) {
      if (degree[i] !== wanted || blocked[i]) continue;
      taken[i] = 1;
      for (let k = rowStart[i]; k < rowStart[i + 1]; k++) blocked[column[k]] = 1;
      for (let k = start[i]; k < start[i + 1]; k++) blocked[other[k]] = 1;
    }
  }
  return indicesOf(taken);
}

/** Brings the leaves with two neighbours in their row and in their column to the front; returns how many they are. */
function movePairs(leaves: Int32Array, rowStart: Int32Array, columnStart: Int32Array): number {
  const entries = (start: Int32Array, i: number) => start[i + 1] - start[i];
  const isPair = (i: number) => entries(rowStart, i) === 3 && entries(columnStart, i) === 3;
  const before = leaves.slice();
  let filled = 0;
  for (const i of before) if (isPair(i)) leaves[filled++] = i;
  const pairs = filled;
  for (const i of before) if (!isPair(i)) leaves[filled++] = i;
  return pairs;
}

/**
 * Brings a set of unknowns that stay uncoupled in the reduced matrix to the front of `kept`, those with fewest neighbours
 * first; returns how many they are.
 */
function moveLeading(kept: Int32Array, keptPart: Part, rowPart: Part, columnPart: Part): number {
  const m = kept.length;
  const coupled = new Uint8Array(m * m);
  for (let r = 0; r < m; r++)
    for (let k = keptPart.start[r]; k < keptPart.start[r + 1]; k++)
      coupled[r * m + keptPart.at[k]] = coupled[keptPart.at[k] * m + r] = 1;
  for (let e = 0; e + 1 < rowPart.start.length; e++)
    for (let c = columnPart.start[e]; c < columnPart.start[e + 1]; c++)
      for (let r = rowPart.start[e]; r < rowPart.start[e + 1]; r++) {
        const [one, two] = [columnPart.at[c], rowPart.at[r]];
        coupled[one * m + two] = coupled[two * m + one] = 1;
      }
  const neighbours = new Int32Array(m);
  for (let k = 0, at = 0; k < m; k++) for (let j = 0; j < m; j++) neighbours[k] += coupled[at++];
  const taken = new Uint8Array(m);
  const blocked = new Uint8Array(m);
  for (const r of Int32Array.from(kept, (_, k) => k).sort((a, b) => neighbours[a] - neighbours[b] || a - b)) {
    if (blocked[r]) continue;
    taken[r] = 1;
    for (let j = 0; j < m; j++) if (coupled[r * m + j]) blocked[j] = 1;
  }
  const leading = indicesOf(taken);
  const behind = indicesOf(taken.map((mark) => 1 - mark));
  const before = kept.slice();
  leading.forEach((r, k) => (kept[k] = before[r]));
  behind.forEach((r, k) => (kept[leading.length + k] = before[r]));
  return leading.length;
}

function indicesOf(marks: Uint8Array): Int32Array {
  const indices = new Int32Array(marks.length);
  let found = 0;
  for (let i = 0; i < marks.length; i++) if (marks[i]) indices[found++] = i;
  return indices.slice(0, found);
}

/** The pattern by columns. */
function transposed({ size, rowStart, column }: Pattern): Lists {
  const start = new Int32Array(size + 1);
  for (const j of column) start[j + 1] += 1;
  for (let j = 0; j < size; j++) start[j + 1] += start[j];
  const next = start.slice(0, size);
  const other = new Int32Array(column.length);
  const slot = new Int32Array(column.length);
  for (let i = 0; i < size; i++) {
    for (let k = rowStart[i]; k < rowStart[i + 1]; k++) {
      const at = next[column[k]]++;
      other[at] = i;
      slot[at] = k;
    }
  }
  return { start, other, slot };
}

/** Entries of the given rows (or columns) whose other index is kept. */
function part(indices: Int32Array, lists: Lists, position: Int32Array): Part {
  const start = new Int32Array(indices.length + 1);
  const [at, slot] = [new Int32Array(lists.other.length), new Int32Array(lists.other.length)];
  let filled = 0;
  for (let r = 0; r < indices.length; r++) {
    for (let k = lists.start[indices[r]]; k < lists.start[indices[r] + 1]; k++) {
      if (position[lists.other[k]] < 0) continue;
      at[filled] = position[lists.other[k]];
      slot[filled++] = lists.slot === undefined ? k : lists.slot[k];
    }
    start[r + 1] = filled;
  }
  return { start, at: at.slice(0, filled), slot: slot.slice(0, filled) };
}
