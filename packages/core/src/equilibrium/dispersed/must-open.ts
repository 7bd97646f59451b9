import { utilisation } from "./plant.js";
import type { Problem } from "./problem.js";
import type { Solver } from "./solver.js";

/** In units of γ below the cut; from farther off, prices first have to come nearer. */
const FARTHEST = 3;

/**
 * Plants that stand still although something is bought from an origin that nothing else supplies. Sales are never quite zero, so at the
 * answer such a plant runs a little; but below its cut its slope is zero, and Newton would step over the kink or crawl up to it.
 * It is linearised as if its curve went on below the cut: slope at the cut, and the output it lacks there as a shift of the equations.
 */
export function mustOpen({ problem, space, f, tolerance }: Solver): number[] {
  const { market, capacity, gamma, nodeCoefficient, structure, quantityScale } = problem;
  const { start, slot } = structure.nodeSlots;
  const found: number[] = [];
  for (let k = 0; k < market.nodes.count; k++) {
    if (capacity[k] === 0 || space.level[k] !== 0) continue;
    if (-market.nodes.cost[k] - space.margin[k] > FARTHEST * gamma[k]) continue;
    for (let i = start[k]; i < start[k + 1]; i++) {
      const o = slot[i];
      if (nodeCoefficient[i] <= 0) break;
      if (space.supply[o] <= 1e-15 * quantityScale[o] && f[o] < -tolerance * quantityScale[o]) {
        found.push(k);
        break;
      }
    }
  }
  return found;
}

/** Gives the plants their slope at the cut; to be called before assembling, at the point last evaluated. */
export function openAtCut({ problem, space }: Solver, opened: readonly number[]): void {
  const { market, gamma, capacity } = problem;
  for (const k of opened)
    space.levelSlope[k] = capacity[k] * slopeAtCut(market.nodes.cost[k], gamma[k], space.two);
}

function slopeAtCut(cost: number, gamma: number, two: Float64Array): number {
  utilisation(-cost + 1e-9 * gamma, cost, gamma, 1, two);
  return two[1];
}

/** Adds to the right-hand side what the opened plants would lack at today's margins. */
export function shiftForOpened({ problem, space, side, rhs }: Solver, opened: readonly number[]): void {
  for (const k of opened) {
    const missing = space.levelSlope[k] * (-problem.market.nodes.cost[k] - space.margin[k]);
    shift(problem, space.share, k, missing, side, rhs);
  }
}

function shift(
  problem: Problem,
  share: Float64Array,
  k: number,
  missing: number,
  side: Int8Array,
  rhs: Float64Array,
): void {
  const { market, structure, nodeCoefficient } = problem;
  const { start, slot } = structure.nodeSlots;
  const { arcs, origins } = market;
  for (let i = start[k]; i < start[k + 1]; i++) {
    const quantity = nodeCoefficient[i] * missing;
    if (slot[i] < origins.count) {
      if (side[slot[i]] === 0) rhs[slot[i]] += quantity;
      continue;
    }
    const b = slot[i] - origins.count;
    for (let a = arcs.start[b]; a < arcs.start[b + 1]; a++) {
      if (side[arcs.origin[a]] === 0) rhs[arcs.origin[a]] += share[a] * quantity;
    }
  }
}
