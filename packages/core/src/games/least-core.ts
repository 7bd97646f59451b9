import { largestMagnitude } from "./coalition.js";
import { solveExcessProgram } from "./excess-program.js";
import { IndicatorSpan } from "./indicator-span.js";
import { zeroNormalised } from "./zero-normalised.js";

/**
 * The least-core excess: the smallest e for which some x with x(N) = v(N) has x(S) ≥ v(S) − e for every coalition
 * but the empty and the full one. Negative when the core has an interior, positive when the core is empty.
 *
 * @param worth v(S) by coalition mask, length 2^n, n ≥ 2 (one player: there is no such coalition and no such e).
 * Source: M. Maschler, B. Peleg and L. S. Shapley, Mathematics of Operations Research 4, 1979.
 */
export function leastCoreExcess(worth: Float64Array, players: number): number {
  const normal = zeroNormalised(worth, players);
  const full = worth.length - 1;
  const span = new IndicatorSpan(players);
  span.add(full);
  const settled = new Uint8Array(worth.length);
  span.mark(settled);
  const fixed = [{ coalition: full, total: normal.worth[full] }];
  const program = { players, worth: normal.worth, settled, fixed, span, bounded: false };
  return solveExcessProgram(program, 1e-12 * largestMagnitude(normal.worth)).excess;
}
