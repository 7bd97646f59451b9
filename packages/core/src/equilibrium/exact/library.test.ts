import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { solveLcp, solveNcp, solveQp } from "./library.js";

const found = <T extends { status: string }>(result: T) => {
  if (result.status !== "solved") throw new Error(result.status);
  return result as Extract<T, { status: "solved" }>;
};
const near = (x: Float64Array, wanted: readonly number[], digits = 5) => {
  wanted.forEach((value, i) => {
    expect(x[i]).toBeCloseTo(value, digits);
  });
};

describe("linear complementarity", () => {
  it("solves the example of the PATH solver", () => {
    const m = [
      [0, 0, -1, -1],
      [0, 0, 1, -2],
      [1, -1, 2, -2],
      [1, 2, -2, 4],
    ];
    near(found(solveLcp(m, [2, 2, -2, -6])).x, [2.8, 0, 0.8, 1.2], 9);
  });

  it("holds its conditions on random positive semidefinite problems", () => {
    const size = 5;
    const entry = fc.double({ min: -3, max: 3, noNaN: true });
    const square = fc.array(fc.array(entry, { minLength: size, maxLength: size }), {
      minLength: size,
      maxLength: size,
    });
    fc.assert(
      fc.property(square, fc.array(entry, { minLength: size, maxLength: size }), (b, q) => {
        const m = b.map((row, i) =>
          b.map((other, j) => row.reduce((s, v, k) => s + v * other[k], 0) + Number(i === j)),
        );
        const { x } = found(solveLcp(m, q));
        m.forEach((row, i) => {
          const w = row.reduce((s, v, j) => s + v * x[j], q[i]);
          expect(x[i]).toBeGreaterThanOrEqual(0);
          expect(w).toBeGreaterThanOrEqual(-1e-8);
          expect(Math.min(x[i], w)).toBeLessThanOrEqual(1e-8);
        });
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  it("says so where there is no solution", () => {
    expect(solveLcp([[0]], [-1]).status).toBe("not-converged");
  });
});

describe("nonlinear complementarity", () => {
  const cubic = (third: number, fourth: number, last: number) => (x: Float64Array) => {
    const [a, b, c, d] = x;
    return [
      3 * a * a + 2 * a * b + 2 * b * b + c + 3 * d - 6,
      2 * a * a + a + b * b + third * c + 2 * d - 2,
      3 * a * a + a * b + 2 * b * b + 2 * c + fourth * d - last,
      a * a + 3 * b * b + 2 * c + 3 * d - 3,
    ];
  };

  it("solves Josephy's problem", () => {
    near(found(solveNcp({ f: cubic(3, 3, 1), start: [1, 1, 1, 1] })).x, [Math.sqrt(1.5), 0, 0, 0.5]);
  });

  it("finds one of the two solutions of Kojima and Shindo's problem", () => {
    const { x } = found(solveNcp({ f: cubic(10, 9, 9), start: [1, 1, 1, 1] }));
    if (x[2] > 1) near(x, [1, 0, 3, 0]);
    else near(x, [Math.sqrt(1.5), 0, 0, 0.5]);
  });

  it("solves a problem with free and doubly bounded unknowns", () => {
    const f = ([w, x, y, z]: Float64Array) => [
      -y * y - z + 2,
      y * y * y - 2 * z * z + 2,
      w ** 5 - x + 2 * y - 2 * z - 2,
      w + 2 * x ** 3 - 2 * y + 4 * z - 6,
    ];
    const lower = [0, 0, -Infinity, 1];
    const upper = [10, Infinity, Infinity, 2];
    const { x, residual } = found(solveNcp({ f, start: [1, 1, 1, 1], lower, upper }));
    near(x, [1.2847523, 0.9729164, 0.9093761, 1.173035]);
    expect(residual).toBeLessThan(1e-8);
  });
});

describe("quadratic programmes of Hock and Schittkowski", () => {
  const objective = (h: readonly number[][], c: readonly number[], x: Float64Array) =>
    c.reduce((sum, ci, i) => sum + x[i] * (ci + 0.5 * h[i].reduce((s, v, j) => s + v * x[j], 0)), 0);

  it("21", () => {
    const h = [
      [0.02, 0],
      [0, 2],
    ];
    const { x } = found(solveQp({ h, c: [0, 0], a: [[-10, 1]], b: [-10], lower: [2, -50], upper: [50, 50] }));
    near(x, [2, 0]);
    expect(objective(h, [0, 0], x) - 100).toBeCloseTo(-99.96, 5);
  });

  it("35", () => {
    const h = [
      [4, 2, 2],
      [2, 4, 0],
      [2, 0, 2],
    ];
    const c = [-8, -6, -4];
    const { x } = found(solveQp({ h, c, a: [[1, 1, 2]], b: [3], lower: [0, 0, 0] }));
    near(x, [4 / 3, 7 / 9, 4 / 9]);
    expect(objective(h, c, x) + 9).toBeCloseTo(1 / 9, 5);
  });

  it("76", () => {
    const h = [
      [2, 0, -1, 0],
      [0, 1, 0, 0],
      [-1, 0, 2, 1],
      [0, 0, 1, 1],
    ];
    const c = [-1, -3, 1, -1];
    const a = [
      [1, 2, 1, 1],
      [3, 1, 2, -1],
      [0, -1, -4, 0],
    ];
    const { x } = found(solveQp({ h, c, a, b: [5, 4, -1.5], lower: [0, 0, 0, 0] }));
    near(x, [0.2727272727, 2.090909091, 0, 0.5454545455]);
    expect(objective(h, c, x)).toBeCloseTo(-4.681818182, 5);
  });
});
