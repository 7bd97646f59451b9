import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gameOf, majorityGame } from "../fixtures/games.js";
import { coalitionMembers, sumsOverCoalitions } from "./coalition.js";
import { solveExcessProgram, type ExcessProgram } from "./excess-program.js";
import { IndicatorSpan } from "./indicator-span.js";
import { zeroNormalised } from "./zero-normalised.js";

/** The first programme of the sequence: only the grand coalition is fixed. */
function firstProgram(worth: Float64Array, players: number, bounded: boolean): ExcessProgram {
  const full = worth.length - 1;
  const span = new IndicatorSpan(players);
  span.add(full);
  const settled = new Uint8Array(worth.length);
  span.mark(settled);
  return { players, worth, settled, fixed: [{ coalition: full, total: worth[full] }], span, bounded };
}

const game = fc.integer({ min: 2, max: 6 }).chain((players) =>
  fc
    .array(fc.integer({ min: -4, max: 8 }), { minLength: 2 ** players, maxLength: 2 ** players })
    .map((list) => {
      const worth = Float64Array.from(list, (value, mask) => (coalitionMembers(mask).length < 2 ? 0 : value));
      worth[worth.length - 1] = Math.abs(worth[worth.length - 1]);
      return { players, worth };
    }),
);

describe("excess programme", () => {
  it.each([true, false])("is feasible, and the binding coalitions are binding (bounded: %s)", (bounded) => {
    fc.assert(
      fc.property(game, ({ players, worth }) => {
        const program = firstProgram(worth, players, bounded);
        const { payoff, excess, bindingCoalitions, bindingBounds } = solveExcessProgram(program, 1e-11);
        const sums = new Float64Array(worth.length);
        sumsOverCoalitions(payoff, sums);
        expect(sums[worth.length - 1]).toBeCloseTo(worth[worth.length - 1], 9);
        for (let mask = 1; mask < worth.length - 1; mask++) {
          expect(worth[mask] - sums[mask]).toBeLessThan(excess + 1e-9);
        }
        expect(bindingCoalitions.length).toBeGreaterThan(0);
        for (const mask of bindingCoalitions) expect(worth[mask] - sums[mask]).toBeCloseTo(excess, 9);
        for (const player of bindingBounds) expect(payoff[player]).toBeCloseTo(0, 9);
        if (bounded)
          payoff.forEach((share) => {
            expect(share).toBeGreaterThan(-1e-9);
          });
        else expect(bindingBounds).toEqual([]);
      }),
      { seed: 20260204, numRuns: 150 },
    );
  });

  it("finds the bound binding only where it is imposed", () => {
    // The pair without the first player could earn 4; the grand coalition has 1.
    const worth = Float64Array.of(0, 0, 0, 0, 0, 0, 4, 1);
    const free = solveExcessProgram(firstProgram(worth, 3, false), 1e-12);
    expect(free.excess).toBeCloseTo(1.5, 12);
    expect(free.payoff[0]).toBeCloseTo(-1.5, 12);
    const bounded = solveExcessProgram(firstProgram(worth, 3, true), 1e-12);
    expect(bounded.excess).toBeCloseTo(3, 12);
    expect(bounded.bindingBounds).toEqual([0]);
    expect(bounded.bindingCoalitions).toEqual([0b110]);
  });

  it("does not cycle where everything ties", () => {
    const program = firstProgram(new Float64Array(2 ** 12), 12, true);
    expect(solveExcessProgram(program, 0)).toMatchObject({ excess: 0 });
    expect(
      solveExcessProgram(firstProgram(majorityGame(new Array(12).fill(1), 7), 12, true), 1e-12).excess,
    ).toBeCloseTo(1 - 7 / 12, 12);
  });
});

describe("0-normalised game", () => {
  it("takes from every coalition what its members are worth alone", () => {
    const worth = gameOf(3, (list) => 10 * list.length + list[0]);
    const { worth: normal, singles } = zeroNormalised(worth, 3);
    expect([...singles]).toEqual([10, 11, 12]);
    expect([...normal]).toEqual([0, 0, 0, -1, 0, -2, -2, -3]);
  });
});
