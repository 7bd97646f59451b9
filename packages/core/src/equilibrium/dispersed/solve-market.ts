import type { Issue } from "../../errors/issue.js";
import type { Equilibrium, Market, StartPoint } from "../../market/market.js";
import { verifyMarket } from "../verify.js";
import { answer } from "./answer.js";
import { begin } from "./begin.js";
import { dampedDescent } from "./damped-descent.js";
import { trueWedges } from "./blend.js";
import { impossibility } from "./feasibility.js";
import type { LinearModel } from "./linear-model.js";
import { newton, type NewtonResult } from "./newton.js";
import { followWedges, turnsWhereItStands, type PathResult } from "./path.js";
import { compileProblem } from "./problem.js";
import { createSolver, type Solver } from "./solver.js";
import { scarceSupply } from "./scarce-supply.js";
import { shortSupply } from "./short-supply.js";
import { keepFactor, storedModel } from "./stored-factor.js";
import { workspaceOf } from "./workspace.js";

export interface SolveOptions {
  /** A canonical point to begin at; without one the solver makes its own from the market. */
  readonly start?: StartPoint;
  /** Look for a second answer along the path of the wedges. */
  readonly ambiguity?: boolean;
  /** Store the factored price block in the answer, for warm starts from it. */
  readonly keepFactor?: boolean;
  /** Take the residual as the solver sees it; independent code does not look at the answer. For many alike solves whose accounts are checked. */
  readonly unverified?: boolean;
  /** Asked between iterations; true ends the solve with TIME_LIMIT. The core has no clock. */
  readonly stop?: () => boolean;
}

export type Solved =
  { readonly ok: true; readonly equilibrium: Equilibrium } | { readonly ok: false; readonly issue: Issue };

/** What an answer's residual, recomputed by independent code, may be at most. */
const ACCEPTED = 1e-9;
const DIRECT_STEPS = 80;
const DESCENT_STEPS = 1500;

const never = (): boolean => false;

/**
 * Prices, flows and rents of one year's market, or the reason why there are none: INFEASIBLE, NOT_CONVERGED or TIME_LIMIT.
 * A function of market and start only.
 */
export function solveMarket(market: Market, options: SolveOptions = {}): Solved {
  const space = workspaceOf(market);
  const problem = compileProblem(market, space.structure);
  const blocked = impossibility(problem);
  if (blocked !== undefined) return { ok: false, issue: blocked };
  const solver = createSolver(problem, space, options.stop ?? never);
  const direct = (): NewtonResult =>
    newton(solver, trueWedges, DIRECT_STEPS, storedModel(solver, options.start));
  const descent = (): NewtonResult => dampedDescent(solver, trueWedges, DESCENT_STEPS);
  for (const seek of [direct, descent]) {
    begin(problem, options.start, solver.x);
    const { state, residual, model } = seek();
    if (state === "stopped") return stopped;
    const found = residual <= ACCEPTED ? finish(solver, options, undefined, model) : undefined;
    if (found?.ok === true)
      return options.ambiguity === true ? checked(solver, options, found.equilibrium) : found;
    const certificate = shortSupply(problem) ?? scarceSupply(problem, solver.x);
    if (certificate !== undefined) return { ok: false, issue: certificate };
  }
  const path = anyPath(solver, options.start);
  if (path.state === "stopped") return stopped;
  if (path.state === "stuck") return failed(solver, path.residual);
  return finish(solver, options, options.ambiguity === true ? path.turned : undefined);
}

/** The path of the wedges, with plants that must open taken at their cut and, where that fails, without. */
function anyPath(solver: Solver, start: StartPoint | undefined): PathResult {
  begin(solver.problem, start, solver.x);
  const first = followWedges(solver);
  if (first.state !== "stuck") return first;
  solver.opening = false;
  begin(solver.problem, start, solver.x);
  return followWedges(solver);
}

const stopped: Solved = { ok: false, issue: { code: "TIME_LIMIT" } };

/** What the solver took for an answer and independent code does not: the condition broken most, and by how much. */
function notConverged(market: Market, equilibrium: Equilibrium): Solved {
  const { residual, worst } = verifyMarket(market, equilibrium);
  return {
    ok: false,
    issue: {
      code: "NOT_CONVERGED",
      details: { residual: Math.max(residual, equilibrium.residual), accepted: ACCEPTED, ...worst },
    },
  };
}

/** Where the equations are broken most. */
function failed({ problem, residual }: Solver, worst: number): Solved {
  const { market, unknowns } = problem;
  let at = 0;
  for (let i = 1; i < unknowns; i++) if (Math.abs(residual[i]) > Math.abs(residual[at])) at = i;
  const { origins, controls, regions, goods } = market;
  const where =
    at < origins.count
      ? { region: regions[origins.region[at]], good: goods[origins.good[at]] }
      : { control: controls[at - origins.count]?.id };
  return {
    ok: false,
    issue: { code: "NOT_CONVERGED", details: { residual: worst, accepted: ACCEPTED, ...where } },
  };
}

function finish(
  solver: Solver,
  options: SolveOptions,
  ambiguous: boolean | undefined,
  model?: LinearModel,
): Solved {
  const factor = options.keepFactor === true ? keepFactor(solver, model) : undefined;
  const equilibrium = answer(solver, ambiguous, factor, options.unverified !== true);
  return equilibrium.residual <= ACCEPTED
    ? { ok: true, equilibrium }
    : notConverged(solver.problem.market, equilibrium);
}

/**
 * Duties and taxes ad valorem that raise a price by more than this may pay for the loss of a round of recycling (27% of a magnet's scrap
 * comes back as magnet: 1/√0.27), so that two answers are possible; see docs/decisions/0003-one-answer-or-two.md.
 */
const ORDINARY = 1.9;

/**
 * Whether the answer is the only one. Under ordinary wedges it is taken to be where the determinant keeps its sign from specific to true
 * wedges at the answer; else a second one is looked for.
 */
function checked(solver: Solver, options: SolveOptions, first: Equilibrium): Solved {
  const { costs, live } = solver.problem;
  const ordinary = costs.slope.every((slope, arc) => slope <= ORDINARY || live.arc[arc] === 0);
  if (ordinary && !turnsWhereItStands(solver))
    return { ok: true, equilibrium: { ...first, ambiguous: false } };
  return secondAnswer(solver, options, first);
}

/**
 * Follows the wedges to a second answer and compares what is made and used; the first is kept, with the other's prices where they are
 * not the same. Where the path does not arrive, the question stays open.
 */
function secondAnswer(solver: Solver, options: SolveOptions, first: Equilibrium): Solved {
  const path = anyPath(solver, options.start);
  if (path.state === "stopped") return stopped;
  if (path.state === "stuck") return { ok: true, equilibrium: first };
  const { space, problem } = solver;
  const { nodes, uses } = problem.market;
  const apart =
    differs(first.level, space.level, nodes.capacity) || differs(first.demand, space.demand, uses.quantity);
  if (!apart) return { ok: true, equilibrium: { ...first, ambiguous: path.turned } };
  const otherOriginPrice = solver.x.slice(0, first.originPrice.length);
  return { ok: true, equilibrium: { ...first, ambiguous: true, otherOriginPrice } };
}

const SAME = 1e-5;

function differs(a: Float64Array, b: Float64Array, scale: Float64Array): boolean {
  return a.some((value, i) => Math.abs(value - b[i]) > SAME * Math.max(scale[i], 1e-9));
}
