import { solveComplementarity } from "../equilibrium/exact/solve-complementarity.js";
import type { Issue } from "../errors/issue.js";
import { marketScales } from "./compile/scales.js";
import { UnitBuilder } from "./compile/unit-builder.js";
import { feasibilityModel, type Feasibility } from "./feasibility-model.js";
import { placeOf, type MarketProblem } from "./market-problem.js";

/** Weights below this are rounding. */
const TINY = 1e-7;

/**
 * Looks for a proof that no flow meets the quantities that must be met: weights on nodes and quotas under which every
 * activity adds nothing and the given quantities still fall short (Farkas' lemma).
 * A node with weight 1 among others with 0 is a cut: what it needs is more than can reach it.
 *
 * @returns `INFEASIBLE` with the certificate in `details`, or undefined where there is a feasible flow or no clean proof.
 */
export function findInfeasibility(problem: MarketProblem, stop: () => boolean): Issue | undefined {
  const model = feasibilityModel(problem);
  const builder = new UnitBuilder(marketScales(problem));
  const weight = model.given.map((_, node) =>
    builder.price(node % problem.goods.length, freeFloor(problem, node)),
  );
  const price = problem.quotas.map((_, q) =>
    builder.price(problem.arcs.find((arc) => arc.quotas.includes(q))?.good ?? 0, 0),
  );
  problem.quotas.forEach(({ limit }, q) => {
    builder.constant(price[q], limit);
  });
  for (const activity of model.activities) {
    const level = builder.level(activity.most, activity.unit, 1);
    for (const [node, amount] of activity.adds) {
      builder.linear(weight[node], level, amount);
      builder.linear(level, weight[node], -amount);
    }
    for (const q of activity.limits) {
      builder.linear(price[q], level, -1);
      builder.linear(level, price[q], 1);
    }
  }
  model.given.forEach((quantity, node) => {
    addSlack(builder, weight[node], node % problem.goods.length, quantity);
  });
  const { problem: scaled, physical } = builder.buildScaled();
  const solved = solveComplementarity(scaled, { tolerance: 1e-9, stop });
  if (solved.status !== "solved") return undefined;
  const x = physical(solved.x);
  return certificate(
    problem,
    model,
    weight.map((index) => snap(x[index])),
    price.map((index) => snap(x[index])),
  );
}

function freeFloor(problem: MarketProblem, node: number): number {
  return problem.freeDisposal[node % problem.goods.length] ? 0 : -Infinity;
}

/** Shortage and excess at a cost of one each: the least total is the objective, weights its dual. */
function addSlack(builder: UnitBuilder, weight: number, good: number, given: number): void {
  builder.constant(weight, given);
  for (const sign of [1, -1]) {
    const slack = builder.quantity(good);
    builder.constant(slack, 1);
    builder.linear(slack, weight, -sign);
    builder.linear(weight, slack, sign);
  }
}

function snap(value: number): number {
  return Math.abs(value - Math.round(value)) < 1e-6 ? Math.round(value) : value;
}

/** Checks the proof by plain arithmetic: the most that the weights can collect is negative. */
function certificate(
  problem: MarketProblem,
  { activities, given }: Feasibility,
  weight: ArrayLike<number>,
  price: readonly number[],
): Issue | undefined {
  let most = problem.quotas.reduce((sum, quota, q) => sum + price[q] * quota.limit, 0);
  given.forEach((quantity, node) => (most += weight[node] * quantity));
  for (const activity of activities) {
    const gain =
      activity.adds.reduce((sum, [node, amount]) => sum + weight[node] * amount, 0) -
      activity.limits.reduce((sum, q) => sum + price[q], 0);
    if (gain > TINY) most += gain * activity.most;
  }
  const size = given.reduce((largest, quantity) => Math.max(largest, Math.abs(quantity)), 0);
  if (!(most < -1e-9 * size)) return undefined;
  const nodes = Array.from(weight).flatMap((value, node) => {
    if (Math.abs(value) < TINY) return [];
    const nodeCount = problem.regions.length * problem.goods.length;
    const [region, good] = placeOf(problem, node % nodeCount);
    const users = node >= nodeCount ? { users: true } : {};
    return [{ region: problem.regions[region], good: problem.goods[good], weight: value, ...users }];
  });
  const quotas = problem.quotas.flatMap(({ id }, q) => (price[q] > TINY ? [{ id, weight: price[q] }] : []));
  return { code: "INFEASIBLE", details: { certificate: { nodes, quotas, shortfall: -most } } };
}
