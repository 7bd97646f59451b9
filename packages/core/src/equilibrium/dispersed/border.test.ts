import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { factorDense, solveDense } from "./border.js";

const entry = fc.integer({ min: -50, max: 50 }).map((value) => value / 10);
const system = fc
  .integer({ min: 1, max: 7 })
  .chain((n) =>
    fc.tuple(
      fc.constant(n),
      fc.array(entry, { minLength: n * n, maxLength: n * n }),
      fc.array(entry, { minLength: n, maxLength: n }),
    ),
  );

function product(matrix: readonly number[], n: number, x: ArrayLike<number>): number[] {
  return Array.from({ length: n }, (_, i) => {
    let sum = 0;
    for (let j = 0; j < n; j++) sum += matrix[i * n + j] * x[j];
    return sum;
  });
}

describe("the small dense system of a border", () => {
  it("is solved, and its determinant has the sign of its permutations", () => {
    fc.assert(
      fc.property(system, ([n, entries, x]) => {
        const matrix = entries.map((value, i) => value + (i % (n + 1) === 0 ? 60 : 0));
        const factor = factorDense(Float64Array.from(matrix), n);
        const found = solveDense(factor, Float64Array.from(product(matrix, n, x)));
        found.forEach((value, i) => {
          expect(value).toBeCloseTo(x[i], 8);
        });
        expect(factor.sign).toBe(1);
      }),
      { seed: 7, numRuns: 200 },
    );
  });

  it("exchanges rows where the diagonal is zero, which turns the sign", () => {
    const factor = factorDense(Float64Array.of(0, 2, 3, 1), 2);
    expect(factor.sign).toBe(-1);
    expect([...solveDense(factor, Float64Array.of(4, 5))]).toEqual([1, 2]);
  });

  it("leaves an unknown that nothing depends on at zero", () => {
    const factor = factorDense(Float64Array.of(2, 0, 0, 0), 2);
    expect([...solveDense(factor, Float64Array.of(4, 0))]).toEqual([2, 0]);
  });

  it("of no size has no solution to give", () => {
    expect(solveDense(factorDense(new Float64Array(0), 0), new Float64Array(0)).length).toBe(0);
  });
});
