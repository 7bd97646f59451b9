import type { Curve, CurveRow, MarketProblem } from "../market-problem.js";
import type { Scales } from "./unit-builder.js";

/** Typical quantity and price of each good, from its curves, costs and the processes that link it to others. */
export function marketScales(problem: MarketProblem): Scales {
  const n = problem.goods.length;
  const guess = { quantity: new Float64Array(n), price: new Float64Array(n) };
  for (const row of problem.demand) raise(guess, row);
  const supplied = { quantity: new Float64Array(n), price: new Float64Array(n) };
  for (const row of problem.supply) raise(supplied, row);
  for (const firm of problem.firms) {
    const capacity = firm.capacity < Infinity ? firm.capacity : 0;
    lift(supplied, firm.good, capacity, Math.abs(firm.cost));
  }
  for (const arc of problem.arcs) lift(supplied, arc.good, 0, Math.abs(arc.cost));
  for (const floor of [...problem.floors, ...problem.ceilings])
    lift(guess, floor.good, 0, Math.abs(floor.price));
  fillFrom(guess, supplied);
  for (let round = 0; round < n; round++) if (!spreadByProcesses(problem, guess)) break;
  return finish(guess);
}

function raise(into: Scales, { goods, curve, capacity }: CurveRow): void {
  goods.forEach((good, g) => {
    const [quantity, price] = curveSize(curve, g);
    lift(into, good, Math.min(quantity, capacity), price);
  });
}

/** A quantity and a price that the curve passes near; 0 where it tells nothing. */
function curveSize(curve: Curve, g: number): readonly [quantity: number, price: number] {
  switch (curve.form) {
    case "inverse-linear":
      return [curve.slope === 0 ? 0 : Math.abs(curve.intercept / curve.slope), Math.abs(curve.intercept)];
    case "linear":
      return [Math.abs(curve.intercept), curve.slope === 0 ? 0 : Math.abs(curve.intercept / curve.slope)];
    case "isoelastic":
      return [curve.quantity, curve.price];
    case "fixed":
      return [curve.quantity, 0];
    case "golombek":
      return [curve.limit, Math.max(Math.abs(curve.a), curve.b * curve.limit, -curve.c)];
    case "steps":
      return [
        curve.steps.reduce((sum, [size]) => sum + Math.min(size, 1e12), 0),
        curve.steps.reduce((most, [, price]) => Math.max(most, Math.abs(price)), 0),
      ];
    case "linear-system": {
      const own = Math.abs(curve.slope[g][g]);
      return [Math.abs(curve.intercept[g]), own === 0 ? 0 : Math.abs(curve.intercept[g]) / own];
    }
    case "inverse-linear-system": {
      const own = Math.abs(curve.slope[g][g]);
      return [own === 0 ? 0 : Math.abs(curve.intercept[g]) / own, Math.abs(curve.intercept[g])];
    }
    case "isoelastic-system":
    case "ces":
      return [curve.quantity[g], curve.price[g]];
  }
}

function lift(into: Scales, good: number, quantity: number, price: number): void {
  if (quantity < Infinity) into.quantity[good] = Math.max(into.quantity[good], quantity);
  if (price < Infinity) into.price[good] = Math.max(into.price[good], price);
}

function fillFrom(guess: Scales, other: Scales): void {
  for (let g = 0; g < guess.price.length; g++) {
    if (guess.quantity[g] === 0) guess.quantity[g] = other.quantity[g];
    if (guess.price[g] === 0) guess.price[g] = other.price[g];
  }
}

/** Goods without a size of their own take it from those that a process links them to; true when something changed. */
function spreadByProcesses({ processes }: MarketProblem, guess: Scales): boolean {
  let changed = false;
  for (const process of processes) {
    const level = processLevel(guess, process);
    const value = Math.max(processValue(guess, process), Math.abs(process.cost));
    for (const [good, amount] of [...process.inputs, ...process.outputs]) {
      if (amount === 0) continue;
      if (guess.quantity[good] === 0 && level > 0) {
        guess.quantity[good] = amount * level;
        changed = true;
      }
      if (guess.price[good] === 0 && value > 0) {
        guess.price[good] = value / amount;
        changed = true;
      }
    }
  }
  return changed;
}

type Linked = Pick<MarketProblem["processes"][number], "inputs" | "outputs">;

/** The largest level that the sizes of the linked goods suggest; 0 if they tell nothing. */
export function processLevel(scales: Scales, process: Linked): number {
  const sizes = [...process.inputs, ...process.outputs].map(([good, amount]) =>
    amount > 0 ? scales.quantity[good] / amount : 0,
  );
  const known = sizes.filter((size) => size > 0);
  return known.length > 0 ? Math.min(...known) : 0;
}

/** The largest value of what one unit of level takes or gives. */
export function processValue(scales: Scales, process: Linked): number {
  return [...process.inputs, ...process.outputs].reduce(
    (most, [good, amount]) => Math.max(most, amount * scales.price[good]),
    0,
  );
}

function finish(guess: Scales): Scales {
  const fallback = (values: Float64Array) => values.reduce((a, b) => Math.max(a, b), 0) || 1;
  const [quantity, price] = [fallback(guess.quantity), fallback(guess.price)];
  return {
    quantity: guess.quantity.map((v) => (v > 0 ? v : quantity)),
    price: guess.price.map((v) => (v > 0 ? v : price)),
  };
}
