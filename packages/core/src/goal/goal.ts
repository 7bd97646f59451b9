import { valueOf, type RunResult } from "../results/index.js";
import { bindingIn, type Binding } from "./binding.js";
import { goalCost, type GoalCost } from "./cost.js";
import { rangeBefore } from "./possible-range.js";
import { excessOf, referenceOf, type Goal } from "./read-goal.js";
import { smallestSize } from "./smallest-size.js";

/** One lever whose size is sought, in its own unit. */
export interface Dial {
  readonly name: string;
  readonly unit: string;
  readonly low: number;
  readonly high: number;
}

export interface GoalRequest {
  readonly goal: Goal;
  readonly dials: readonly Dial[];
  /** Regions that act and pay. */
  readonly parties: readonly string[];
  /** Solves the scenario with these sizes; undefined where there is no answer. Pure. */
  readonly solve: (sizes: readonly number[]) => RunResult | undefined;
  /** The goal's figure in a run, where it is not the run's own: under a stop, say. Undefined where there is none. */
  readonly measure?: (run: RunResult) => number | undefined;
}

export interface GoalAnswer {
  /** Names of all levers asked, in the order of `sizes`. */
  readonly dials: readonly string[];
  readonly sizes: readonly number[];
  readonly value: number;
  /** Further sizes along the same mix at which the goal comes within reach again, each as `sizes`. */
  readonly others: readonly (readonly number[])[];
  readonly cost: GoalCost;
}

export interface GoalUnreachable {
  readonly dials: readonly string[];
  readonly closest: readonly number[];
  readonly value: number | undefined;
  readonly binding: Binding;
  /** Least and most that the figure can be at all, where the goal lies beyond. */
  readonly range?: readonly [number, number];
}

export type GoalResult = { readonly reached: GoalAnswer } | { readonly unreachable: GoalUnreachable };

/** Of the size beside its range, and of the figure beside its goal. */
const TOLERANCE = 1e-3;

/** Steps of the mixes tried between levers. */
const mixSteps = 4;

/** The smallest size of one lever that reaches the goal, with its cost. */
export function sizeOf(request: GoalRequest, index: number): GoalResult {
  const weights = request.dials.map((_, i) => (i === index ? 1 : 0));
  return along(
    request,
    weights,
    request.dials.map(({ high }) => high),
  );
}

/**
 * The mix of all levers that reaches the goal at the least public cost: along each of a grid of mixes the smallest sizes are found, and
 * the cheapest is given. Sizes of a mix are shares of what each lever needs alone (of its range where it cannot alone).
 */
export function cheapestMix(request: GoalRequest, alone: readonly GoalResult[]): GoalResult {
  const full = request.dials.map((dial, i) => {
    const found = alone[i];
    return found !== undefined && "reached" in found ? Math.max(found.reached.sizes[i], 1e-9) : dial.high;
  });
  const idle = alone.find((one) => "reached" in one && one.reached.sizes.every((size) => size === 0));
  if (idle !== undefined) return idle;
  const found = mixes(request.dials.length).map((weights) => along(request, weights, full));
  const reached = [...alone, ...found].flatMap((result) => ("reached" in result ? [result.reached] : []));
  if (reached.length === 0) return found[0] ?? alone[0];
  return { reached: reached.reduce((best, next) => (next.cost.public < best.cost.public ? next : best)) };
}

function along(
  { goal, dials, parties, solve, measure = (run) => valueOf(run, referenceOf(goal, run)) }: GoalRequest,
  weights: readonly number[],
  full: readonly number[],
): GoalResult {
  const names = dials.map(({ name }) => name);
  const sizesAt = (scale: number) =>
    dials.map(({ low, high }, i) =>
      weights[i] > 0 ? low + Math.min(scale * weights[i] * (full[i] - low), high - low) : low,
    );
  const value = (run: RunResult | undefined) => (run === undefined ? undefined : measure(run));
  const without = solve(dials.map(({ low }) => low));
  const range = without === undefined ? undefined : rangeBefore(goal, referenceOf(goal, without));
  if (range !== undefined) {
    const lows = dials.map(({ low }) => low);
    const binding = { controls: [], plants: [] };
    return { unreachable: { dials: names, closest: lows, value: value(without), binding, range } };
  }
  const excess = (scale: number): number | undefined => {
    const found = value(solve(sizesAt(scale)));
    return found === undefined ? undefined : excessOf(goal, found);
  };
  const most = weights.some((weight) => weight < 1) ? 4 : 1;
  const found = smallestSize(0, most, excess, TOLERANCE, TOLERANCE * Math.abs(goal.value));
  if ("size" in found && without !== undefined) {
    const sizes = sizesAt(found.size);
    const run = solve(sizes);
    if (run !== undefined)
      return {
        reached: {
          dials: names,
          sizes,
          value: value(run) ?? NaN,
          others: found.others.map(sizesAt),
          cost: goalCost(run, without, parties),
        },
      };
  }
  const closest = sizesAt("closest" in found ? found.closest : most);
  const best = solve(closest);
  return {
    unreachable: { dials: names, closest, value: value(best), binding: bindingOf(goal, best, parties) },
  };
}

function bindingOf(goal: Goal, best: RunResult | undefined, parties: readonly string[]): Binding {
  if (best === undefined) return { controls: [], plants: [] };
  const asked = referenceOf(goal, best);
  return bindingIn(best, asked.year ?? best.years[best.years.length - 1], parties, asked);
}

/** Weights in steps that sum to one, with at least two levers at work. */
function mixes(count: number): number[][] {
  const found: number[][] = [];
  const extend = (weights: readonly number[], left: number): void => {
    if (weights.length === count - 1) {
      const all = [...weights, left].map((part) => part / mixSteps);
      if (all.filter((weight) => weight > 0).length > 1) found.push(all);
      return;
    }
    for (let part = 0; part <= left; part++) extend([...weights, part], left - part);
  };
  if (count > 1) extend([], mixSteps);
  return found;
}
