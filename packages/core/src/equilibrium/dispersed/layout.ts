import type { Structure } from "./structure.js";

/** Where entry (i, j) of a matrix in the order of elimination is kept: at rowStart[i] + j. */
export interface Layout {
  readonly rowStart: Int32Array;
  readonly size: number;
  /** Only the blocks of each good with itself are kept: the matrix is a preconditioner, not the system. */
  readonly blocksOnly: boolean;
}

/** More prices than this are solved by Newton–GMRES. */
const MOST_DIRECT = 600;

export function layoutOf({ origins, goodOrder, goodStart }: Structure): Layout {
  if (origins <= MOST_DIRECT) {
    const rowStart = Int32Array.from({ length: origins }, (_, i) => i * origins);
    return { rowStart, size: origins * origins, blocksOnly: false };
  }
  const rowStart = new Int32Array(origins);
  let base = 0;
  for (let place = 0; place < goodOrder.length; place++) {
    const [from, to] = [goodStart[place], goodStart[place + 1]];
    for (let i = from; i < to; i++) rowStart[i] = base + (i - from) * (to - from) - from;
    base += (to - from) * (to - from);
  }
  return { rowStart, size: base, blocksOnly: true };
}
