import { describe, expect, it } from "vitest";
import { generateMarket } from "../../market/generate.js";
import { fullPackage, randomPackage } from "../../market/random-package.js";
import { solved } from "../testing/solved.js";
import { begin } from "./begin.js";
import { followWedges, turnsWhereItStands } from "./path.js";
import { compileProblem } from "./problem.js";
import { solveMarket } from "./solve-market.js";
import { createSolver } from "./solver.js";
import { workspaceOf } from "./workspace.js";

const { market, originPrice } = generateMarket({ seed: 11, regions: 6, goods: 9, makers: 0.5, sources: 4 });
const base = solved(market, { originPrice });
const start = { originPrice, rent: new Float64Array(0) };

describe("following the wedges from specific to true", () => {
  it.each([0, 1, 2, 3, 4, 5])("ends where the direct solve does, package %d", (seed) => {
    const drawn = randomPackage(market, base, { ...fullPackage, stock: 0 }, seed);
    const space = workspaceOf(drawn);
    const problem = compileProblem(drawn, space.structure);
    const solver = createSolver(problem, space, () => false);
    begin(problem, start, solver.x);
    const path = followWedges(solver);
    expect(path.state).toBe("converged");
    const direct = solved(drawn, { originPrice });
    direct.level.forEach((level, k) => {
      expect(Math.abs(space.level[k] - level)).toBeLessThan(1e-6 * (1 + drawn.nodes.capacity[k]));
    });
  });

  it("tells a market with one answer from one that was not looked at", () => {
    const drawn = randomPackage(market, base, { ...fullPackage, controls: 2, floors: 0, stock: 0 }, 3);
    const asked = solveMarket(drawn, { start, ambiguity: true });
    const alone = solveMarket(drawn, { start });
    if (!asked.ok || !alone.ok) throw new Error("no answer");
    expect(asked.equilibrium.ambiguous).toBe(false);
    expect(alone.equilibrium.ambiguous).toBeUndefined();
    expect([...asked.equilibrium.originPrice]).toEqual([...alone.equilibrium.originPrice]);
  });

  it.each([0, 1, 2, 3])(
    "stands still at an answer, where the determinant keeps its sign, package %d",
    (seed) => {
      const drawn = randomPackage(market, base, { ...fullPackage, stock: 0 }, seed);
      const { originPrice: found, rent } = solved(drawn, { originPrice });
      const space = workspaceOf(drawn);
      const problem = compileProblem(drawn, space.structure);
      const solver = createSolver(problem, space, () => false);
      begin(problem, { originPrice: found, rent }, solver.x);
      const before = solver.x.slice();
      expect(turnsWhereItStands(solver)).toBe(false);
      expect(solver.x).toEqual(before);
      expect(Math.max(...solver.residual.map(Math.abs))).toBeLessThan(1e-9);
    },
  );

  it("sees the determinant turn where a plant makes less the dearer its product", () => {
    const node = base.level.reduce((best, level, k) => (level > base.level[best] ? k : best), 0);
    const output = market.nodes.outStart[node];
    const own = market.nodes.outOrigin[output];
    const taken = 60 * base.originPrice[own] * market.nodes.outCoefficient[output];
    const support = market.nodes.support.slice();
    support[node] += taken;
    const perverse = {
      lever: "perverse",
      node,
      good: market.origins.good[own],
      coverage: 1,
      strike: -Infinity,
      indexOrigin: own,
      indexFactor: 1,
      upsideStrike: 0,
      upsideShare: 60,
      payers: [],
    };
    const turned = { ...market, nodes: { ...market.nodes, support }, contracts: [perverse] };
    const space = workspaceOf(turned);
    const solver = createSolver(compileProblem(turned, space.structure), space, () => false);
    begin(solver.problem, { originPrice: base.originPrice, rent: new Float64Array(0) }, solver.x);
    expect(turnsWhereItStands(solver)).toBe(true);
  });

  it("may be stopped on the way", () => {
    const drawn = randomPackage(market, base, fullPackage, 1);
    const space = workspaceOf(drawn);
    const problem = compileProblem(drawn, space.structure);
    let asked = 0;
    const solver = createSolver(problem, space, () => ++asked > 3);
    begin(problem, start, solver.x);
    expect(followWedges(solver).state).toBe("stopped");
  });
});
