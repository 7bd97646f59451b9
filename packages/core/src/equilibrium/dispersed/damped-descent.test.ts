import { describe, expect, it } from "vitest";
import { generateMarket } from "../../market/generate.js";
import type { Market, StartPoint } from "../../market/market.js";
import { fullPackage, randomPackage } from "../../market/random-package.js";
import { solved } from "../testing/solved.js";
import { trueWedges } from "./blend.js";
import { begin } from "./begin.js";
import { dampedDescent } from "./damped-descent.js";
import { newton } from "./newton.js";
import { compileProblem } from "./problem.js";
import { solveMarket } from "./solve-market.js";
import { createSolver, type Solver } from "./solver.js";
import { workspaceOf } from "./workspace.js";

const generated = (seed: number) => generateMarket({ seed, regions: 8, goods: 9, makers: 0.5, sources: 5 });

function solverAt(market: Market, start: StartPoint, stop = () => false): Solver {
  const space = workspaceOf(market);
  const solver = createSolver(compileProblem(market, space.structure), space, stop);
  begin(solver.problem, start, solver.x);
  return solver;
}

const atPrices = (originPrice: Float64Array): StartPoint => ({ originPrice, rent: new Float64Array(0) });

/** Every plant that makes the good is paid so much per tonne. */
function paid(market: Market, good: number, perTonne: number): Market {
  const { nodes, origins } = market;
  const support = nodes.support.slice();
  for (let k = 0; k < nodes.count; k++)
    for (let i = nodes.outStart[k]; i < nodes.outStart[k + 1]; i++)
      if (origins.good[nodes.outOrigin[i]] === good) support[k] = perTonne;
  return { ...market, nodes: { ...nodes, support } };
}

const oxide = 3;

describe("damped descent", () => {
  it.each([1, 4, 5, 8])(
    "finds the answer to a subsidy of a million USD/kg, where Newton's own steps do not, market %d",
    (seed) => {
      const { market, originPrice } = generated(seed);
      const absurd = paid(market, oxide, 1e6);
      const direct = newton(solverAt(absurd, atPrices(originPrice)), trueWedges, 80);
      expect(direct.state).toBe("stuck");
      const solver = solverAt(absurd, atPrices(originPrice));
      const { state, residual } = dampedDescent(solver, trueWedges, 1000);
      expect(state).toBe("converged");
      expect(residual).toBeLessThan(1e-9);
      expect(solver.x.every((value, i) => value >= solver.problem.lower[i])).toBe(true);
      expect(solved(absurd, { originPrice }).residual).toBeLessThan(1e-9);
    },
  );

  it("lets the scarce feed, not the plants, keep the subsidy", () => {
    const { market, originPrice } = generated(1);
    const found = solved(paid(market, oxide, 1e6), { originPrice });
    const feeds = [...found.originPrice].filter((_, o) => market.origins.good[o] < oxide);
    expect(Math.max(...feeds)).toBeGreaterThan(1e5);
  });

  it.each([0, 1, 2, 3])("ends where Newton does on ordinary packages, package %d", (seed) => {
    const { market, originPrice } = generated(11);
    const base = solved(market, { originPrice });
    const drawn = randomPackage(market, base, { ...fullPackage, stock: 0 }, seed);
    const solver = solverAt(drawn, atPrices(originPrice));
    expect(dampedDescent(solver, trueWedges, 1000).state).toBe("converged");
    solved(drawn, { originPrice }).level.forEach((level, k) => {
      expect(Math.abs(solver.space.level[k] - level)).toBeLessThan(1e-6 * (1 + drawn.nodes.capacity[k]));
    });
  });

  it("stays where it is at an answer", () => {
    const { market, originPrice } = generated(2);
    const found = solved(market, { originPrice });
    const solver = solverAt(market, found);
    const before = solver.x.slice();
    const { state, residual } = dampedDescent(solver, trueWedges, 10);
    expect([state, residual < 1e-10]).toEqual(["converged", true]);
    expect(solver.x).toEqual(before);
  });

  it("stops when asked, and gives up after its steps", () => {
    const { market, originPrice } = generated(1);
    const absurd = paid(market, oxide, 1e6);
    let asked = 0;
    const solver = solverAt(absurd, atPrices(originPrice), () => ++asked > 5);
    expect(dampedDescent(solver, trueWedges, 1000).state).toBe("stopped");
    const few = dampedDescent(solverAt(absurd, atPrices(originPrice)), trueWedges, 5);
    expect(few.state).toBe("stuck");
    expect(few.residual).toBeGreaterThan(1e-3);
  });

  it("leaves networks too large for a dense factor alone", () => {
    const large = generateMarket({ seed: 3, regions: 70, goods: 20, makers: 0.5, sources: 6 });
    const solver = solverAt(large.market, atPrices(large.originPrice));
    expect(solver.space.layout.blocksOnly).toBe(true);
    expect(dampedDescent(solver, trueWedges, 10).state).toBe("stuck");
  });

  it("is not asked where nothing could be bought: the certificate comes first", () => {
    const { market, originPrice } = generated(1);
    const stockBuild = market.buyers.stockBuild.slice();
    stockBuild[0] = 1e12;
    let asked = 0;
    const result = solveMarket(
      { ...market, buyers: { ...market.buyers, stockBuild } },
      { start: atPrices(originPrice), stop: () => ++asked > 1000 },
    );
    expect(result.ok ? "" : result.issue.code).toBe("INFEASIBLE");
    expect(asked).toBeLessThan(100);
  });
});
