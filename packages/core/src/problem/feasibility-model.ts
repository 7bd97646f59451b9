import { marketScales, processLevel } from "./compile/scales.js";
import { quantityAt } from "./forms/quantity-at.js";
import { isRationed, nodeOf, type Curve, type CurveRow, type MarketProblem } from "./market-problem.js";

/** A quantity that may lie between 0 and `most`, and what one unit of it adds to balances and limits. */
export interface Activity {
  readonly most: number;
  readonly unit: number;
  readonly adds: readonly (readonly [node: number, amount: number])[];
  readonly limits: readonly number[];
}

export interface Feasibility {
  readonly activities: readonly Activity[];
  /** By node: quantities that do not depend on anything, supply positive. */
  readonly given: Float64Array;
}

/**
 * Everything that can be done, without prices. A dispersed good that arrives in a region is used there and goes no
 * further, so its users have a node of their own, after all others.
 */
export function feasibilityModel(problem: MarketProblem): Feasibility {
  const scales = marketScales(problem);
  const nodes = problem.regions.length * problem.goods.length;
  const dispersed = problem.dispersion.some((theta) => theta > 0);
  const given = new Float64Array(dispersed ? 2 * nodes : nodes);
  const usedAt = (region: number, good: number) =>
    nodeOf(problem, region, good) + (problem.dispersion[good] > 0 ? nodes : 0);
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
        const node = sign > 0 ? nodeOf(problem, row.region, good) : usedAt(row.region, good);
        const [needed, most] = regulated(problem, row, sign, g, bounds(row.curve, sign, g));
        const least = Math.min(needed, row.capacity);
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
    if (floor.mechanism === "purchase") add(floor.good, Infinity, [[usedAt(floor.region, floor.good), -1]]);
  for (const arc of problem.arcs) {
    const ends = [[nodeOf(problem, arc.from, arc.good), -1] as const, [usedAt(arc.to, arc.good), 1] as const];
    if (ends[0][0] !== ends[1][0]) add(arc.good, arc.capacity, ends, arc.quotas);
  }
  for (const process of problem.processes) {
    const adds = [
      ...process.inputs.map(([good, amount]) => [usedAt(process.region, good), -amount] as const),
      ...process.outputs.map(([good, amount]) => [nodeOf(problem, process.region, good), amount] as const),
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
