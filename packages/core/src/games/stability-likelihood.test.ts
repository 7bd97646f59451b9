import { describe, expect, it } from "vitest";
import { Stream } from "../numeric/stream.js";
import { certainMoves } from "./certain-moves.js";
import { potentialLikelihood } from "./potential-likelihood.js";
import { stabilityLikelihood, type LinearPayoffs } from "./stability-likelihood.js";
import { largestCoalitions, flaggedCoalitions, stability } from "./stability.js";
import { coalitionSize } from "./coalition.js";

function randomPayoffs(seats: number, items: number, seed: number): LinearPayoffs {
  const stream = new Stream(seed, "payoffs");
  const array = () =>
    Float64Array.from({ length: (1 << seats) * seats * items }, () => stream.between(-1, 1));
  return { seats, items, inside: array(), outside: [array(), array()] };
}

const coefficientsOf = (draws: number, items: number, seed: number) => {
  const stream = new Stream(seed, "draws");
  return Float64Array.from({ length: draws * items }, () => stream.between(0, 1));
};

/** Each draw by the function for given payoffs. */
function oneByOne(
  payoffs: LinearPayoffs,
  coefficients: Float64Array,
  draws: number,
  threshold: Float64Array,
) {
  const { seats, items } = payoffs;
  const stable = new Float64Array(1 << seats);
  const potential = new Float64Array(1 << seats);
  const sizes = new Float64Array(seats + 1);
  let none = 0;
  for (let draw = 0; draw < draws; draw++) {
    const weights = coefficients.subarray(draw * items, (draw + 1) * items);
    const total = (array: Float64Array, at: number) =>
      weights.reduce((sum, weight, item) => sum + weight * array[at * items + item], 0);
    const length = (1 << seats) * seats;
    const payoff = Float64Array.from({ length }, (_, at) => total(payoffs.inside, at));
    const outside = Float64Array.from({ length }, (_, at) =>
      Math.max(...payoffs.outside.map((a) => total(a, at))),
    );
    const slack = new Float64Array(seats).fill(threshold[draw]);
    const flags = stability({ seats, payoff, outside, threshold: slack });
    for (const coalition of flaggedCoalitions(flags.potentiallyInternal)) potential[coalition] += 1 / draws;
    const found = flaggedCoalitions(flags.stable);
    for (const coalition of found) stable[coalition] += 1 / draws;
    const largest = largestCoalitions(found).at(0);
    if (largest === undefined) none++;
    else sizes[coalitionSize(largest)] += 1 / draws;
  }
  return { stable, potential, sizes, none: none / draws };
}

describe("likelihood of stability", () => {
  it.each([
    [3, 4, 150],
    [5, 2, 64],
    [4, 1, 7],
  ])(
    "equals the share of draws found stable one by one: %i seats, %i items, %i draws",
    (seats, items, draws) => {
      const payoffs = randomPayoffs(seats, items, seats);
      const coefficients = coefficientsOf(draws, items, 3);
      const threshold = Float64Array.from({ length: draws }, (_, k) => (k % 4) * 0.3);
      const found = stabilityLikelihood(payoffs, { draws, coefficients, threshold });
      const expected = oneByOne(payoffs, coefficients, draws, threshold);
      found.stable.forEach((share, mask) => {
        expect(share).toBeCloseTo(expected.stable[mask], 12);
      });
      const all = Array.from(found.stable.keys());
      const potential = potentialLikelihood(payoffs, { draws, coefficients, threshold }, all);
      potential.forEach((share, mask) => {
        expect(share).toBeCloseTo(expected.potential[mask], 12);
      });
      found.largestSize.forEach((share, count) => {
        expect(share).toBeCloseTo(expected.sizes[count], 12);
      });
      expect(found.noneStable).toBeCloseTo(expected.none, 12);
      expect(found.largestSize.reduce((a, b) => a + b, 0) + found.noneStable).toBeCloseTo(1, 12);
      found.stable.forEach((share, mask) => {
        expect(share).toBeLessThanOrEqual(Math.min(found.internal[mask], found.external[mask]) + 1e-12);
      });
    },
  );

  it("is one everywhere when every stance is worth the same", () => {
    const same = new Float64Array(8 * 3 * 2).fill(1);
    const payoffs = { seats: 3, items: 2, inside: same, outside: [same] };
    const found = stabilityLikelihood(payoffs, { draws: 5, coefficients: coefficientsOf(5, 2, 1) });
    expect([...found.stable]).toEqual(new Array(8).fill(1));
    expect([...found.largestSize]).toEqual([0, 0, 0, 1]);
  });

  it("settles beforehand what comes out the same in every draw, and only that", () => {
    const payoffs = randomPayoffs(4, 3, 9);
    const one = Float64Array.of(0.2, 0.5, 0.3);
    const same = { draws: 9, coefficients: Float64Array.from({ length: 27 }, (_, k) => one[k % 3]) };
    expect(certainMoves(payoffs, same).undecided).toHaveLength(0);
    const found = stabilityLikelihood(payoffs, same);
    const expected = oneByOne(payoffs, one, 1, new Float64Array(1));
    found.stable.forEach((share, mask) => {
      expect(share).toBe(expected.stable[mask]);
    });
    const wide = { draws: 9, coefficients: coefficientsOf(9, 3, 4) };
    expect(certainMoves(payoffs, wide).undecided.length).toBeGreaterThan(0);
  });

  it("applies draws to all profiles of twelve seats at a pace of thousands a second", () => {
    const payoffs = randomPayoffs(12, 12, 1);
    const coefficients = coefficientsOf(512, 12, 2);
    const start = performance.now();
    const found = stabilityLikelihood(payoffs, { draws: 512, coefficients });
    expect(performance.now() - start).toBeLessThan(3000);
    expect(found.stable).toHaveLength(4096);
  });
});
