import type { Issue } from "../../errors/issue.js";
import type { Equilibrium, Market, StartPoint } from "../../market/market.js";
import { answer } from "./answer.js";
import { trueWedges } from "./blend.js";
import { newton } from "./newton.js";
import { keepFactor, storedModel } from "./stored-factor.js";
import { priceScales } from "./price-scales.js";
import { compileProblem, type Problem } from "./problem.js";
import { createSolver } from "./solver.js";
import { workspaceOf } from "./workspace.js";

export interface SolveOptions {
  /** A canonical point to begin at; without one the solver makes its own from the market. */
  readonly start?: StartPoint;
  /** Look for a second answer along the path of the wedges. */
  readonly ambiguity?: boolean;
  /** Store the factored price block in the answer, for warm starts from it. */
  readonly keepFactor?: boolean;
  /** Asked between iterations; true ends the solve with TIME_LIMIT. The core has no clock. */
  readonly stop?: () => boolean;
}

export type Solved =
  { readonly ok: true; readonly equilibrium: Equilibrium } | { readonly ok: false; readonly issue: Issue };

const never = (): boolean => false;

/** Prices, flows and rents of one year's market, or the reason why there are none. A function of market and start only. */
export function solveMarket(market: Market, options: SolveOptions = {}): Solved {
  const space = workspaceOf(market);
  const problem = compileProblem(market, space.structure);
  const blocked = impossiblePurchase(problem);
  if (blocked !== undefined) return { ok: false, issue: blocked };
  const solver = createSolver(problem, space, options.stop ?? never);
  begin(problem, options.start, solver.x);
  const result = newton(solver, trueWedges, 100, storedModel(solver, options.start));
  if (result.state === "stopped") return { ok: false, issue: { code: "TIME_LIMIT" } };
  if (!(result.residual <= ACCEPTED)) return { ok: false, issue: notConverged(problem, result.residual) };
  const equilibrium = answer(solver, undefined, options.keepFactor === true ? keepFactor(solver) : undefined);
  if (!(equilibrium.residual <= ACCEPTED))
    return { ok: false, issue: notConverged(problem, equilibrium.residual) };
  return { ok: true, equilibrium };
}

const ACCEPTED = 1e-9;

function notConverged(problem: Problem, residual: number): Issue {
  return { code: "NOT_CONVERGED", details: { residual, unknowns: problem.unknowns } };
}

/** A purchase into stock where nothing can be bought has no feasible flow. */
function impossiblePurchase(problem: Problem): Issue | undefined {
  const { buyers, regions, goods } = problem.market;
  for (let b = 0; b < buyers.count; b++) {
    if (buyers.stockBuild[b] <= 0 || hasRoute(problem, b)) continue;
    const [region, good] = [regions[buyers.region[b]], goods[buyers.good[b]]];
    return {
      code: "INFEASIBLE",
      details: { reason: "purchase-without-route", region, good, quantity: buyers.stockBuild[b] },
    };
  }
  return undefined;
}

function begin(problem: Problem, start: StartPoint | undefined, x: Float64Array): void {
  const { origins, controls } = problem.market;
  const scales = priceScales(problem.market);
  for (let o = 0; o < origins.count; o++) {
    const given = start?.originPrice[o];
    const price = given !== undefined && Number.isFinite(given) ? given : scales[origins.good[o]];
    x[o] = Math.max(price, origins.disposalPrice[o]);
  }
  for (let c = 0; c < controls.length; c++) {
    const rent = start?.rent[c];
    x[origins.count + c] =
      rent !== undefined && Number.isFinite(rent)
        ? Math.min(Math.max(rent, 0), problem.upper[origins.count + c])
        : 0;
  }
  problem.gluts.forEach((b, i) => {
    const alone = !hasRoute(problem, b);
    x[origins.count + controls.length + i] = alone
      ? problem.deadPrice[b] - scales[problem.market.buyers.good[b]]
      : 0;
  });
}

function hasRoute({ market, costs }: Problem, b: number): boolean {
  for (let a = market.arcs.start[b]; a < market.arcs.start[b + 1]; a++)
    if (costs.logWeight[a] !== -Infinity) return true;
  return false;
}
