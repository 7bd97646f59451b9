import { itemDifferences } from "./certain-moves.js";
import { coalitionMembers, type Coalition } from "./coalition.js";
import type { CoefficientDraws, LinearPayoffs } from "./stability-likelihood.js";

/**
 * Likelihood that transfers among its members could hold a coalition: the share of draws in which the members' payoffs
 * sum to at least what each would have by its best stance outside, leaving alone.
 *
 * @param coalitions the coalitions asked about.
 * @returns shares 0 … 1, in the same order.
 */
export function potentialLikelihood(
  payoffs: LinearPayoffs,
  drawn: CoefficientDraws,
  coalitions: readonly Coalition[],
): Float64Array {
  return Float64Array.from(coalitions, (coalition) => share(payoffs, drawn, coalition));
}

function share(payoffs: LinearPayoffs, drawn: CoefficientDraws, coalition: Coalition): number {
  const surplus = new Float64Array(drawn.draws);
  const differences = payoffs.outside.map(() => new Float64Array(payoffs.items));
  for (const seat of coalitionMembers(coalition)) {
    itemDifferences(payoffs, coalition, seat, differences);
    for (let draw = 0; draw < drawn.draws; draw++) {
      const gains = differences.map((difference) => weighted(difference, drawn.coefficients, draw));
      surplus[draw] += Math.min(...gains) + (drawn.threshold ? drawn.threshold[draw] : 0);
    }
  }
  return surplus.reduce((count, value) => count + (value >= 0 ? 1 : 0), 0) / drawn.draws;
}

function weighted(difference: Float64Array, coefficients: Float64Array, draw: number): number {
  let sum = 0;
  const first = draw * difference.length;
  for (let item = 0; item < difference.length; item++) sum += coefficients[first + item] * difference[item];
  return sum;
}
