import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DenseCholesky } from "./dense-cholesky.js";
import { DenseLu } from "./dense-lu.js";
import { eliminationOrder } from "./elimination-order.js";
import { ReducedNewtonSystem } from "./newton-system.js";
import { ProblemBuilder } from "./problem-builder.js";

const entry = fc.integer({ min: -1000, max: 1000 }).map((k) => k / 100);
const matrixOf = (n: number) =>
  fc.array(fc.array(entry, { minLength: n, maxLength: n }), { minLength: n, maxLength: n });
const product = (rows: readonly (readonly number[])[], x: ArrayLike<number>) =>
  rows.map((row) => row.reduce((sum, value, j) => sum + value * x[j], 0));

/** A·Aᵀ + n, with no entries among the first `leading` but their diagonal. */
function positive(a: readonly (readonly number[])[], leading: number): number[][] {
  const n = a.length;
  return a.map((row, i) =>
    a.map((other, j) => {
      if (i !== j && i < leading && j < leading) return 0;
      const sum = row.reduce((total, value, k) => total + value * other[k], 0);
      return i === j ? sum + 1000 * n : sum;
    }),
  );
}

describe("DenseCholesky", () => {
  const cases = fc.integer({ min: 1, max: 9 }).chain((n) =>
    fc.record({
      a: matrixOf(n),
      leading: fc.integer({ min: 0, max: n }),
      x: fc.array(entry, { minLength: n, maxLength: n }),
    }),
  );

  it("solves symmetric positive definite systems whatever the number of uncoupled rows in front", () => {
    fc.assert(
      fc.property(cases, ({ a, leading, x }) => {
        const rows = positive(a, leading);
        const matrix = Float64Array.from(rows.flat());
        const cholesky = new DenseCholesky(matrix, x.length, leading);
        expect(cholesky.isSymmetric()).toBe(true);
        expect(cholesky.factor()).toBe(true);
        const b = Float64Array.from(product(rows, x));
        cholesky.solve(b);
        b.forEach((value, i) => {
          expect(value).toBeCloseTo(x[i], 9);
        });
      }),
      { seed: 11, numRuns: 200 },
    );
  });

  it("sees an entry that differs from its mirror image by a millionth of a millionth of the diagonal", () => {
    const rows = positive(
      [
        [1, 2, 3],
        [4, 5, 6],
        [7, 8, 10],
      ],
      0,
    );
    const matrix = Float64Array.from(rows.flat());
    matrix[5] += 1e-12 * matrix[8];
    expect(new DenseCholesky(matrix, 3, 0).isSymmetric()).toBe(false);
  });

  it.each([
    ["an indefinite matrix", [1, 2, 2, 1]],
    ["a singular matrix", [1, 1, 1, 1]],
    ["an infinite one", [1, 0, 0, Infinity]],
  ])("refuses %s", (_, entries) => {
    expect(new DenseCholesky(Float64Array.from(entries), 2, 0).factor()).toBe(false);
  });

  it.each([
    ["a negative diagonal", [-1, 0, 0, 1]],
    ["a zero diagonal", [0, 0, 0, 1]],
    ["no numbers", [NaN, 0, 0, 1]],
  ])("does not take %s for its own", (_, entries) => {
    expect(new DenseCholesky(Float64Array.from(entries), 2, 0).isSymmetric()).toBe(false);
  });
});

describe("DenseLu", () => {
  it("solves systems that need row swaps, and refuses singular ones", () => {
    fc.assert(
      fc.property(
        fc
          .integer({ min: 1, max: 9 })
          .chain((n) => fc.tuple(matrixOf(n), fc.array(entry, { minLength: n, maxLength: n }))),
        ([rows, x]) => {
          const lu = new DenseLu(x.length);
          lu.matrix.set(rows.flat());
          if (!lu.factor()) return;
          const right = product(rows, x);
          const b = Float64Array.from(right);
          lu.solve(b);
          const size = Math.max(...b.map(Math.abs), 1) * 10 * x.length;
          product(rows, b).forEach((value, i) => {
            expect(Math.abs(value - right[i])).toBeLessThan(1e-11 * size);
          });
        },
      ),
      { seed: 12, numRuns: 200 },
    );
    const singular = new DenseLu(2);
    singular.matrix.set([0, 0, 0, 0]);
    expect(singular.factor()).toBe(false);
  });
});

/** A network of makers and users with prices between them; `wedge` ≠ 0 makes what arrives worth less than what left. */
function network(makers: number, users: number, wedge: number) {
  const builder = new ProblemBuilder();
  const prices = Array.from({ length: makers + users }, () => builder.variable(-Infinity, Infinity, 1));
  prices.forEach((price, k) => {
    const sold = builder.variable(0, Infinity, 1);
    builder.linear(sold, sold, 1 + k);
    builder.linear(sold, price, k < makers ? -1 : 1);
    builder.linear(price, sold, k < makers ? 1 : -1);
  });
  for (let i = 0; i < makers; i++) {
    for (let j = makers; j < makers + users; j++) {
      const flow = builder.variable(0, Infinity, 1);
      builder.linear(flow, prices[i], 1 + wedge);
      builder.linear(flow, prices[j], -1);
      builder.linear(prices[i], flow, -1);
      builder.linear(prices[j], flow, 1);
    }
  }
  return builder.build();
}

describe("the reduced Newton system", () => {
  it("eliminates flows and quantities, and puts one side of a two-sided network in front", () => {
    const order = eliminationOrder(network(4, 3, 0));
    expect(order.leaves.length).toBe(7 + 12);
    expect(order.pairs).toBe(12);
    expect(order.kept.length).toBe(7);
    expect([3, 4]).toContain(order.leading);
    const all = [...order.leaves, ...order.kept].sort((a, b) => a - b);
    expect(all).toEqual(Array.from({ length: 26 }, (_, k) => k));
  });

  it.each([
    ["symmetric networks", 0],
    ["networks with ad-valorem wedges", 0.25],
  ])("solves the whole system for %s", (_, wedge) => {
    const vector = (n: number) => fc.array(entry, { minLength: n, maxLength: n });
    const cases = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 })).chain(([m, u]) => {
      const problem = network(m, u, wedge);
      return fc.record({
        problem: fc.constant(problem),
        shift: vector(problem.size),
        b: vector(problem.size),
      });
    });
    fc.assert(
      fc.property(cases, ({ problem, shift, b }) => {
        const { size, rowStart, column } = problem;
        const values = new Float64Array(column.length);
        problem.jacobian(new Float64Array(size), values);
        const diagonal = Float64Array.from(shift, (value) => 0.1 + Math.abs(value));
        const system = new ReducedNewtonSystem(problem);
        expect(system.factor(values, diagonal)).toBe(true);
        const x = new Float64Array(size);
        system.solve(Float64Array.from(b), x);
        for (let i = 0; i < size; i++) {
          let sum = diagonal[i] * x[i];
          for (let k = rowStart[i]; k < rowStart[i + 1]; k++) sum += values[k] * x[column[k]];
          expect(sum).toBeCloseTo(b[i], 8);
        }
      }),
      { seed: 13, numRuns: 100 },
    );
  });
});
