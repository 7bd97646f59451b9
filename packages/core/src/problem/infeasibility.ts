import { solveComplementarity } from "../equilibrium/exact/solve-complementarity.js";
import type { Issue } from "../errors/issue.js";
import { marketScales, processLevel } from "./compile/scales.js";
import { UnitBuilder } from "./compile/unit-builder.js";
import { quantityAt } from "./forms/quantity-at.js";
import { isRationed, nodeOf, type Curve, type CurveRow, type MarketProblem } from "./market-problem.js";

/** A quantity that may lie between 0 and `most`, and what one unit of it adds to balances and limits. */
interface Activity {
  readonly most: number;
  readonly unit: number;
  readonly adds: readonly (readonly [node: number, amount: number])[];
  readonly limits: readonly number[];
}

interface Feasibility {
  readonly activities: readonly Activity[];
  /** By node: quantities that do not depend on anything, supply positive. */
  readonly given: Float64Array;
}

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
    const region = problem.regions[Math.floor(node / problem.goods.length)];
    return [{ region, good: problem.goods[node % problem.goods.length], weight: value }];
  });
  const quotas = problem.quotas.flatMap(({ id }, q) => (price[q] > TINY ? [{ id, weight: price[q] }] : []));
  return { code: "INFEASIBLE", details: { certificate: { nodes, quotas, shortfall: -most } } };
}

function feasibilityModel(problem: MarketProblem): Feasibility {
  const scales = marketScales(problem);
  const given = new Float64Array(problem.regions.length * problem.goods.length);
  const activities: Activity[] = [];
  const add = (good: number, most: number, adds: Activity["adds"], limits: readonly number[] = []) => {
    activities.push({ most, unit: scales.quantity[good], adds, limits });
  };
  for (const [rows, sign] of [
    [problem.supply, 1],
    [problem.demand, -1],
  ] as const) {
    for (const row of rows) {
      row.goods.forEach((good, g) => {
        const node = nodeOf(problem, row.region, good);
        const [least, most] = regulated(problem, row, sign, g, bounds(row.curve, sign, g));
        given[node] += sign * least;
        const room = Math.min(most, row.capacity) - least;
        if (room > 0) add(good, room, [[node, sign]]);
      });
    }
  }
  for (const firm of problem.firms) {
    const node = nodeOf(problem, firm.region, firm.good);
    const curve = { form: "inverse-linear", intercept: firm.cost, slope: firm.costSlope } as const;
    const row = { region: firm.region, goods: [firm.good], curve, capacity: firm.capacity };
    const [least, most] = regulated(problem, row, 1, 0, [0, Infinity]);
    given[node] += least;
    const room = Math.min(most, firm.capacity) - least;
    if (room > 0) add(firm.good, room, [[node, 1]]);
  }
  for (const floor of problem.floors)
    if (floor.mechanism === "purchase")
      add(floor.good, Infinity, [[nodeOf(problem, floor.region, floor.good), -1]]);
  for (const arc of problem.arcs) {
    const ends = [
      [nodeOf(problem, arc.from, arc.good), -1] as const,
      [nodeOf(problem, arc.to, arc.good), 1] as const,
    ];
    if (arc.from !== arc.to) add(arc.good, arc.capacity, ends, arc.quotas);
  }
  for (const process of problem.processes) {
    const at = (good: number) => nodeOf(problem, process.region, good);
    const adds = [
      ...process.inputs.map(([good, amount]) => [at(good), -amount] as const),
      ...process.outputs.map(([good, amount]) => [at(good), amount] as const),
    ];
    activities.push({ most: process.capacity, unit: processLevel(scales, process) || 1, adds, limits: [] });
  }
  return { activities, given };
}

/**
 * Narrows what a side takes by what a price that is held there allows: producers sell at least what the floor of a
 * deficiency payment calls forth, and nobody trades beyond a regulated price.
 */
function regulated(
  problem: MarketProblem,
  row: CurveRow,
  side: 1 | -1,
  g: number,
  [least, most]: readonly [number, number],
): readonly [number, number] {
  if (row.goods.length > 1) return [least, most];
  const { curve, capacity, region } = row;
  const good = row.goods[g];
  const node = nodeOf(problem, region, good);
  const subsidy = side > 0 ? problem.supplySubsidy[node] : -problem.demandSubsidy[node];
  const at = (price: number) => Math.min(capacity, quantityAt(curve, side, 0, price + subsidy, []));
  const here = (rule: { readonly region: number; readonly good: number }) =>
    rule.region === region && rule.good === good;
  const floor = problem.floors.find(here);
  const ceiling = problem.ceilings.find(here);
  if (floor?.mechanism === "deficiency-payment" && side > 0) {
    const called = at(floor.price - 1e-9 * Math.abs(floor.price));
    return called < Infinity ? [Math.max(least, called), Math.max(most, called)] : [least, most];
  }
  const held = floor?.mechanism === "regulated" && side < 0 ? floor : side > 0 ? ceiling : undefined;
  if (held !== undefined) return [Math.min(least, at(held.price)), Math.min(most, at(held.price))];
  return isRationed(problem, region, good, side) ? [0, most] : [least, most];
}

/** Least and most that a curve can ask for whatever the price; constant-elasticity demand asks for something at any price. */
function bounds(curve: Curve, sign: 1 | -1, g: number): readonly [number, number] {
  const some = sign < 0 ? 1e-6 : 0;
  switch (curve.form) {
    case "fixed":
      return [curve.quantity, curve.quantity];
    case "linear":
      return curve.slope === 0 ? [Math.max(0, curve.intercept), Math.max(0, curve.intercept)] : [0, Infinity];
    case "isoelastic":
      return curve.elasticity === 0 ? [curve.quantity, curve.quantity] : [some * curve.quantity, Infinity];
    case "golombek":
      return [0, curve.limit];
    case "steps":
      return [0, curve.steps.reduce((sum, [size]) => sum + size, 0)];
    case "ces":
    case "isoelastic-system":
      return [some * curve.quantity[g], Infinity];
    default:
      return [0, Infinity];
  }
}
