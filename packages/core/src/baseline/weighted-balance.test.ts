import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { IssueError } from "../errors/issue.js";
import { weightedBalance, type Account, type BalanceProblem } from "./weighted-balance.js";

const account = (terms: Readonly<Record<number, number>>, total = 0): Account => ({
  variables: Object.keys(terms).map(Number),
  coefficients: Object.values(terms),
  total,
});

const problem = (
  found: readonly number[],
  spread: readonly number[],
  accounts: readonly Account[],
): BalanceProblem => ({
  found: Float64Array.from(found),
  spread: Float64Array.from(spread),
  accounts,
});

describe("weightedBalance", () => {
  it("shares a gap between two figures by the squares of their standard deviations", () => {
    const { values } = weightedBalance(problem([100, 101], [0.01, 0.03], [account({ 0: 1, 1: -1 })]));
    expect(values[0]).toBeCloseTo(values[1], 10);
    const [first, second] = [values[0] - 100, 101 - values[1]];
    expect(first / second).toBeCloseTo((0.01 * 100) ** 2 / (0.03 * 101) ** 2, 2);
  });

  it("leaves consistent figures where they are", () => {
    const { values, iterations } = weightedBalance(
      problem([3, 4, 7], [0.1, 0.2, 0.05], [account({ 0: 1, 1: 1, 2: -1 })]),
    );
    expect([...values]).toEqual([3, 4, 7]);
    expect(iterations).toBe(0);
  });

  it("meets a total given from outside and keeps zeros", () => {
    const { values } = weightedBalance(
      problem([5, 0, 5], [0.2, 0.2, 0.2], [account({ 0: 1, 1: 1, 2: 1 }, 12)]),
    );
    expect(values[0]).toBeCloseTo(6, 10);
    expect(values[1]).toBe(0);
  });

  it("survives accounts that say the same twice", () => {
    const twice = [account({ 0: 1, 1: -1 }), account({ 0: 2, 1: -2 }), account({ 0: -1, 1: 1 })];
    const { values, residual } = weightedBalance(problem([10, 30], [0.1, 0.1], twice));
    expect(values[0] / values[1]).toBeCloseTo(1, 12);
    expect(residual).toBeLessThan(1e-12);
  });

  it("says which account cannot be met", () => {
    const impossible = problem([1, 1], [0.1, 0.1], [account({ 0: 1, 1: 1 }, -5)]);
    try {
      weightedBalance(impossible);
      expect.unreachable();
    } catch (error) {
      expect((error as IssueError).issues[0]).toMatchObject({
        code: "BALANCE_INFEASIBLE",
        details: { account: 0, accounts: 1 },
      });
    }
  });

  it("starts from stored multipliers without a step", () => {
    const given = problem([10, 30, 25], [0.1, 0.2, 0.3], [account({ 0: 1, 1: 1, 2: -1 })]);
    const solved = weightedBalance(given);
    const again = weightedBalance(given, solved.multipliers);
    expect(again.iterations).toBe(0);
    expect([...again.values]).toEqual([...solved.values]);
  });
});

/** A chain of stages with a figure for each flow and for sums of them, at odds by up to a factor of some tens. */
const conflicting = fc
  .record({
    found: fc.array(fc.double({ min: 100, max: 3000, noNaN: true }), { minLength: 6, maxLength: 6 }),
    spread: fc.array(fc.double({ min: 0.02, max: 1, noNaN: true }), { minLength: 6, maxLength: 6 }),
    recipe: fc.double({ min: 0.2, max: 3, noNaN: true }),
  })
  .map(({ found, spread, recipe }) =>
    problem(found, spread, [
      account({ 0: 1, 1: -1, 2: -1 }),
      account({ 1: recipe, 3: -1 }),
      account({ 3: 1, 4: 1, 5: -1 }),
      account({ 2: 1, 5: -0.5 }),
    ]),
  );

describe("weightedBalance on random conflicting figures", () => {
  const seeded = { seed: 11, numRuns: 150 };

  it("meets every account and turns no quantity negative", () => {
    fc.assert(
      fc.property(conflicting, (given) => {
        const { values, residual } = weightedBalance(given);
        expect(residual).toBeLessThanOrEqual(1e-12);
        for (const value of values) expect(value).toBeGreaterThanOrEqual(0);
      }),
      seeded,
    );
  });

  it("is idempotent: balanced figures do not move again", () => {
    fc.assert(
      fc.property(conflicting, (given) => {
        const { values } = weightedBalance(given);
        const again = weightedBalance({ ...given, found: values });
        again.values.forEach((value, i) => {
          expect(Math.abs(value - values[i])).toBeLessThan(1e-7 * given.found[i]);
        });
      }),
      seeded,
    );
  });

  it("moves a figure less the surer it is", () => {
    fc.assert(
      fc.property(conflicting, fc.nat(5), (given, i) => {
        const move = (spread: number): number => {
          const spreads = given.spread.map((value, k) => (k === i ? spread : value));
          return Math.abs(weightedBalance({ ...given, spread: spreads }).values[i] / given.found[i] - 1);
        };
        expect(move(given.spread[i] / 4)).toBeLessThanOrEqual(move(given.spread[i]) + 1e-7);
      }),
      seeded,
    );
  });

  it("scales with its units: kilograms for tonnes give the same relative moves", () => {
    fc.assert(
      fc.property(conflicting, (given) => {
        const tonnes = weightedBalance(given).values;
        const kilograms = weightedBalance({
          ...given,
          found: given.found.map((value) => value * 1000),
        }).values;
        kilograms.forEach((value, i) => {
          expect(Math.abs(value / 1000 - tonnes[i])).toBeLessThan(1e-5 * given.found[i]);
        });
      }),
      seeded,
    );
  });
});
