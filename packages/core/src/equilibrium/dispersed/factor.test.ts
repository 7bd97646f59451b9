import { describe, expect, it } from "vitest";
import { trueWedges } from "./blend.js";
import { forward } from "./derivative.js";
import { evaluate } from "./evaluate.js";
import { everyTerm } from "./every-term.fixture.js";
import { factorise, solveFactor, solveFactorMany } from "./factor.js";
import { assemble } from "./jacobian.js";

function factored(seed: number) {
  const { problem, space, x } = everyTerm(seed);
  evaluate(problem, space, trueWedges, x, new Float64Array(problem.unknowns));
  const { structure, layout } = space;
  const matrix = new Float64Array(layout.size);
  assemble(problem, space, trueWedges, x, new Uint8Array(structure.origins), matrix, layout);
  const factor = factorise(structure, layout, matrix, new Float64Array(structure.origins));
  return { problem, space, x, factor };
}

describe("the factored price block", () => {
  it.each([0, 1, 2, 3, 4])("undoes a product with the Jacobian, market %d", (seed) => {
    const { problem, space, x, factor } = factored(seed);
    const { origins } = space.structure;
    const d = new Float64Array(problem.unknowns);
    for (let o = 0; o < origins; o++) d[o] = problem.priceScale[o] * (((o * 37) % 11) / 11 - 0.5);
    const b = new Float64Array(problem.unknowns);
    forward(problem, space, trueWedges, x, d, b);
    solveFactor(factor, b, new Float64Array(origins));
    for (let o = 0; o < origins; o++)
      expect(Math.abs(b[o] - d[o])).toBeLessThan(1e-7 * problem.priceScale[o]);
  });

  it.each([1, 2, 3, 8])("solves %d right-hand sides at once as one by one", (count) => {
    const { space, factor } = factored(2);
    const { origins, originAt } = space.structure;
    const many = Float64Array.from({ length: origins * count }, (_, i) => ((i * 7919) % 101) / 101 - 0.5);
    const single = Array.from({ length: count }, (_, c) => {
      const b = new Float64Array(origins);
      for (let p = 0; p < origins; p++) b[originAt[p]] = many[p * count + c];
      solveFactor(factor, b, new Float64Array(origins));
      return b;
    });
    solveFactorMany(factor, many, count);
    for (let p = 0; p < origins; p++)
      for (let c = 0; c < count; c++) {
        const value = single[c][originAt[p]];
        expect(Math.abs(many[p * count + c] - value)).toBeLessThan(1e-9 * (1 + Math.abs(value)));
      }
  });
});
