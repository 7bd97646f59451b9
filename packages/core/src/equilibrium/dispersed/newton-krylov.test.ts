import { describe, expect, it } from "vitest";
import { generateMarket } from "../../market/generate.js";
import { fullPackage, mildPackage, randomPackage } from "../../market/random-package.js";
import { solved } from "../testing/solved.js";
import { gmres } from "./krylov.js";
import { solveMarket } from "./solve-market.js";

describe("GMRES", () => {
  const matrix = [
    [4, 1, 0, 0.5],
    [-1, 3, 1, 0],
    [0, 2, 5, 1],
    [1, 0, -1, 6],
  ];
  const apply = (input: Float64Array, output: Float64Array): void => {
    matrix.forEach((row, i) => (output[i] = row.reduce((sum, value, j) => sum + value * input[j], 0)));
  };
  const truth = Float64Array.of(1, -2, 3, 0.5);
  const rhs = new Float64Array(4);
  apply(truth, rhs);

  it("solves an unsymmetric system in as many products as unknowns", () => {
    const d = new Float64Array(4);
    const result = gmres(
      apply,
      (input, output) => {
        output.set(input);
      },
      rhs,
      d,
      1e-13,
      4,
    );
    expect(result.iterations).toBeLessThanOrEqual(4);
    d.forEach((value, i) => {
      expect(value).toBeCloseTo(truth[i], 10);
    });
  });

  it("needs fewer with a good preconditioner, and none for nothing", () => {
    const d = new Float64Array(4);
    const byDiagonal = (input: Float64Array, output: Float64Array): void => {
      matrix.forEach((row, i) => (output[i] = input[i] / row[i]));
    };
    expect(gmres(apply, byDiagonal, rhs, d, 0.1, 4).iterations).toBeLessThan(4);
    expect(gmres(apply, byDiagonal, new Float64Array(4), d, 1e-10, 4)).toEqual({ iterations: 0, left: 0 });
  });
});

describe("large markets", () => {
  const { market, originPrice } = generateMarket({
    seed: 2,
    regions: 70,
    goods: 20,
    makers: 0.5,
    sources: 8,
  });
  const kept = solveMarket(market, { start: { originPrice, rent: new Float64Array(0) }, keepFactor: true });
  if (!kept.ok) throw new Error(kept.issue.code);
  const base = kept.equilibrium;

  it("has so many prices that they are solved by products", () => {
    expect(market.origins.count).toBeGreaterThan(600);
    expect(base.residual).toBeLessThan(1e-12);
  });

  it("solves wedges from the stored blocks and from far away to the same answer", () => {
    for (let seed = 0; seed < 3; seed++) {
      const drawn = randomPackage(market, base, mildPackage, seed);
      const warm = solved(drawn, base);
      const cold = solved(drawn, {
        originPrice: originPrice.map((price, o) => price * (o % 3 === 0 ? 0.6 : 1.5)),
      });
      expect(Math.max(warm.residual, cold.residual)).toBeLessThan(1e-9);
      // An origin that nobody buys from may have any price at which its plants stand still.
      warm.usePrice.forEach((price, b) => {
        expect(Math.abs(price - cold.usePrice[b])).toBeLessThan(1e-6 * (1 + Math.abs(price)));
      });
      warm.level.forEach((level, k) => {
        expect(Math.abs(level - cold.level[k])).toBeLessThan(1e-6 * (1 + market.nodes.capacity[k]));
      });
    }
  });

  it("solves controls, contracts and floors", () => {
    const drawn = randomPackage(market, base, { ...fullPackage, stock: 0 }, 4);
    expect(solved(drawn, { originPrice }).residual).toBeLessThan(1e-9);
  });
});
