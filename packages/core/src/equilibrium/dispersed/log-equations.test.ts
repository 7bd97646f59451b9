import { describe, expect, it } from "vitest";
import { naturalResidual } from "./active-set.js";
import { trueWedges } from "./blend.js";
import { evaluate } from "./evaluate.js";
import { everyTerm, plain } from "./every-term.fixture.js";
import { distance, logExcess, logWeights, supplyWeights } from "./log-equations.js";
import { createSolver, type Solver } from "./solver.js";

function at(seed: number): Solver {
  const { problem, space, x } = everyTerm(seed);
  const solver = createSolver(problem, space, () => false);
  solver.x.set(x);
  evaluate(problem, space, trueWedges, solver.x, solver.f);
  naturalResidual(problem, solver.x, solver.f, solver.residual, solver.side);
  return solver;
}

describe("equations in logarithms", () => {
  it("ask for more where sales exceed supply and for less where they fall short, as differences do", () => {
    const solver = at(0);
    const weight = logWeights(solver);
    let seen = 0;
    for (let i = 0; i < plain.origins.count; i++) {
      if (weight[i] === 0 || solver.f[i] === 0) continue;
      expect(Math.sign(logExcess(solver, weight, i))).toBe(-Math.sign(solver.f[i]));
      seen += 1;
    }
    expect(seen).toBeGreaterThan(5);
  });

  it("come to the difference where sales and supply nearly agree", () => {
    const solver = at(1);
    const { space, f } = solver;
    for (let o = 0; o < plain.origins.count; o++) f[o] = 1e-6 * space.supply[o];
    const weight = logWeights(solver);
    for (let o = 0; o < plain.origins.count; o++) {
      if (weight[o] > 0)
        expect(Math.abs(logExcess(solver, weight, o) + f[o])).toBeLessThan(1e-5 * Math.abs(f[o]));
    }
  });

  it("weigh supply by sales per tonne supplied", () => {
    const solver = at(2);
    const weight = logWeights(solver);
    const rows = supplyWeights(solver, weight, new Float64Array(plain.origins.count));
    for (let o = 0; o < plain.origins.count; o++) {
      const { supply } = solver.space;
      if (weight[o] === 0) expect(rows[o]).toBe(1);
      else expect(rows[o]).toBeCloseTo(Math.min(1000, (supply[o] - solver.f[o]) / supply[o]), 9);
    }
  });

  it("keep the difference where next to nothing is made", () => {
    const solver = at(3);
    solver.space.supply[0] = 0;
    const weight = logWeights(solver);
    expect(weight[0]).toBe(0);
    expect(logExcess(solver, weight, 0)).toBe(-solver.f[0]);
  });

  it("measure zero distance at an answer and the plain residual where they are off", () => {
    const solver = at(0);
    solver.logarithmic = false;
    const plainSum = solver.residual.reduce((sum, value) => sum + value * value, 0);
    expect(distance(solver, solver.f)).toBe(plainSum);
    solver.logarithmic = true;
    solver.residual.fill(0);
    solver.f.fill(0);
    expect(distance(solver, solver.f)).toBe(0);
  });
});
