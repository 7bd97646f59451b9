import { describe, expect, it } from "vitest";
import type { Blend } from "./blend.js";
import { backward, forward } from "./derivative.js";
import { evaluate } from "./evaluate.js";
import { assemble } from "./jacobian.js";
import { blends, everyTerm, plain, type Case } from "./every-term.fixture.js";
import { createSolver } from "./solver.js";

function differences({ problem, space, x }: Case, blend: Blend): Float64Array[] {
  const up = new Float64Array(problem.unknowns);
  const down = new Float64Array(problem.unknowns);
  return Array.from(x, (value, j) => {
    const h = 1e-6 * problem.priceScale[j];
    const moved = x.slice();
    moved[j] = value + h;
    evaluate(problem, space, blend, moved, up);
    moved[j] = value - h;
    evaluate(problem, space, blend, moved, down);
    return up.map((f, i) => (f - down[i]) / (2 * h));
  });
}

describe("derivatives of the market's equations", () => {
  it.each([0, 1, 2, 3, 4, 5])("products with the Jacobian agree with differences, market %d", (seed) => {
    const given = everyTerm(seed);
    const { problem, space, x } = given;
    for (const blend of blends(given)) {
      const columns = differences(given, blend);
      evaluate(problem, space, blend, x, new Float64Array(problem.unknowns));
      const unit = new Float64Array(problem.unknowns);
      const column = new Float64Array(problem.unknowns);
      for (let j = 0; j < problem.unknowns; j++) {
        unit.fill(0);
        unit[j] = 1;
        forward(problem, space, blend, x, unit, column);
        for (let i = 0; i < problem.unknowns; i++) {
          const scale = problem.quantityScale[i] / problem.priceScale[j] + Math.abs(column[i]);
          expect(Math.abs(column[i] - columns[j][i]) / scale).toBeLessThan(2e-5);
        }
      }
    }
  });

  it.each([0, 1, 2])("the transposed product is the transpose, market %d", (seed) => {
    const given = everyTerm(seed);
    const { problem, space, x } = given;
    for (const blend of blends(given)) {
      evaluate(problem, space, blend, x, new Float64Array(problem.unknowns));
      const n = problem.unknowns;
      const v = Float64Array.from({ length: n }, (_, i) => Math.cos(i) * problem.priceScale[i]);
      const w = Float64Array.from({ length: n }, (_, i) => Math.sin(3 * i) / problem.quantityScale[i]);
      const jv = new Float64Array(n);
      const wj = new Float64Array(n);
      forward(problem, space, blend, x, v, jv);
      backward(problem, space, blend, x, w, wj);
      const left = jv.reduce((total, value, i) => total + w[i] * value, 0);
      const right = wj.reduce((total, value, i) => total + v[i] * value, 0);
      expect(Math.abs(left - right)).toBeLessThan(1e-9 * (1 + Math.abs(left)));
    }
  });

  it.each([0, 1, 2, 3])("the assembled price block is the Jacobian's, market %d", (seed) => {
    const given = everyTerm(seed);
    const { problem, space, x } = given;
    const solver = createSolver(problem, space, () => false);
    const origins = plain.origins.count;
    for (const blend of blends(given)) {
      evaluate(problem, space, blend, x, solver.f);
      const matrix = new Float64Array(space.layout.size);
      assemble(problem, space, blend, x, new Uint8Array(origins), matrix, space.layout);
      const unit = new Float64Array(problem.unknowns);
      const column = new Float64Array(problem.unknowns);
      for (let j = 0; j < origins; j++) {
        unit.fill(0);
        unit[j] = 1;
        forward(problem, space, blend, x, unit, column);
        for (let i = 0; i < origins; i++) {
          const entry =
            matrix[space.layout.rowStart[space.structure.position[i]] + space.structure.position[j]];
          const scale = problem.quantityScale[i] / problem.priceScale[j];
          expect(Math.abs(entry - column[i]) / scale).toBeLessThan(1e-9);
        }
      }
    }
  });

  it("is symmetric and positive where all wedges are specific", () => {
    const given = everyTerm(1);
    const { problem, space, x } = given;
    const specific = blends(given)[1];
    evaluate(problem, space, specific, x, new Float64Array(problem.unknowns));
    const n = problem.unknowns;
    const product = (v: Float64Array): Float64Array => {
      const out = new Float64Array(n);
      forward(problem, space, specific, x, v, out);
      return out;
    };
    const v = Float64Array.from({ length: n }, (_, i) => Math.cos(i));
    const w = Float64Array.from({ length: n }, (_, i) => Math.sin(2 * i));
    const [jv, jw] = [product(v), product(w)];
    const dot = (a: Float64Array, b: Float64Array): number =>
      a.reduce((total, value, i) => total + value * b[i], 0);
    expect(Math.abs(dot(w, jv) - dot(v, jw))).toBeLessThan(1e-9 * Math.abs(dot(v, jv)));
    expect(dot(v, jv)).toBeGreaterThan(0);
    expect(dot(w, jw)).toBeGreaterThan(0);
  });
});
