import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DualHessian } from "./dual-hessian.js";
import type { Account } from "./weighted-balance.js";

describe("DualHessian", () => {
  it("solves A·diag(w)·Aᵀ·x = b for random accounts", () => {
    const entry = fc.double({ min: -2, max: 2, noNaN: true });
    const row = fc.array(entry, { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 3, maxLength: 3 }),
        fc.array(fc.double({ min: 0.5, max: 5, noNaN: true }), { minLength: 6, maxLength: 6 }),
        (matrix, weights) => {
          const accounts: Account[] = matrix.map((coefficients, i) => ({
            variables: [0, 1, 2, 3, 4, 5],
            coefficients: coefficients.map((c, k) => (k === i ? 4 : c)),
            total: 0,
          }));
          const wanted = [1, -2, 3];
          const product = (i: number): number =>
            accounts.reduce(
              (sum, other, j) =>
                sum +
                wanted[j] *
                  other.coefficients.reduce(
                    (inner, c, k) => inner + weights[k] * c * accounts[i].coefficients[k],
                    0,
                  ),
              0,
            );
          const hessian = new DualHessian(3);
          hessian.add(accounts, Float64Array.from(weights));
          hessian.solve(Float64Array.from([product(0), product(1), product(2)])).forEach((value, i) => {
            expect(value).toBeCloseTo(wanted[i], 6);
          });
        },
      ),
      { seed: 3, numRuns: 80 },
    );
  });

  it("gives a dependent account no part", () => {
    const accounts: Account[] = [
      { variables: [0], coefficients: [1], total: 0 },
      { variables: [0], coefficients: [2], total: 0 },
    ];
    const hessian = new DualHessian(2);
    hessian.add(accounts, Float64Array.of(1));
    const x = hessian.solve(Float64Array.of(3, 6));
    expect(x[0] + 2 * x[1]).toBeCloseTo(3, 12);
    expect(x[1]).toBe(0);
  });
});
