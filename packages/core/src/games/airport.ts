import type { AirportKind } from "./game.js";

/**
 * Shapley value of an airport-type cost game, c(S) = the largest cost among the members of S: each step of cost is
 * shared equally by all players who need it. Exact for any number of players.
 *
 * @param kinds kinds of players in any order; cost ≥ 0, count ≥ 1.
 * @returns the charge of one member of each kind, in the order given; Σ count·charge = the largest cost.
 * Source: S. C. Littlechild and G. Owen, "A simple expression for the Shapley value in a special case",
 * Management Science 20, 1973.
 */
export function airportShapley(kinds: readonly AirportKind[]): Float64Array {
  const order = kinds.map((_, k) => k).sort((a, b) => kinds[a].cost - kinds[b].cost);
  let users = kinds.reduce((sum, kind) => sum + kind.count, 0);
  const charges = new Float64Array(kinds.length);
  let paidFor = 0;
  let charge = 0;
  let lost = 0;
  for (const k of order) {
    const { cost, count } = kinds[k];
    const share = (cost - paidFor) / users - lost;
    const sum = charge + share;
    lost = sum - charge - share;
    charge = sum;
    charges[k] = charge;
    paidFor = cost;
    users -= count;
  }
  return charges;
}
