import { coalitionCount } from "./coalition.js";
import type { CoalitionPayoffs } from "./stability.js";

/**
 * The partition-type game "S commits, the rest hedge" as a characteristic function: what the members of S gain
 * together over the profile where everybody hedges. It may fail superadditivity.
 *
 * @returns v(S) by mask, length 2^n, unit of the payoffs. Its Shapley value shares out the grand coalition's gain.
 */
export function commitmentGame({ seats, payoff }: CoalitionPayoffs): Float64Array {
  return Float64Array.from({ length: coalitionCount(seats) }, (_, coalition) => {
    let gain = 0;
    for (let seat = 0; seat < seats; seat++) {
      if (coalition & (1 << seat)) gain += payoff[coalition * seats + seat] - payoff[seat];
    }
    return gain;
  });
}
