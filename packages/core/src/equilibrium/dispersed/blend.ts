import { contractTopUp } from "./contract-top-up.js";
import type { Problem } from "./problem.js";
import type { Workspace } from "./workspace.js";

/**
 * Weight t of the true wedges: c = t·c(π, λ) + (1−t)·(π + λ + frozen). At t = 0 every wedge is specific and excess supply is the gradient
 * of a convex potential; at t = 1 the system is the market's own.
 */
export interface Blend {
  readonly weight: number;
  /** Delivered cost less origin price and rents at the point of freezing, per arc. */
  readonly frozenCost: Float64Array;
  readonly frozenTopUp: Float64Array;
}

const nothing = new Float64Array(0);
export const trueWedges: Blend = { weight: 1, frozenCost: nothing, frozenTopUp: nothing };

/** Freezes the wedges at x, where the market was last evaluated with its true wedges. */
export function freeze(problem: Problem, space: Workspace, x: Float64Array): Omit<Blend, "weight"> {
  const { market, controls, contracts } = problem;
  const frozenCost = Float64Array.from(market.arcs.origin, (origin, a) => space.cost[a] - x[origin]);
  for (let c = 0; c < controls.count; c++) {
    if (controls.onNode[c] === 1) continue;
    const rent = x[market.origins.count + c];
    for (let i = controls.memberStart[c]; i < controls.memberStart[c + 1]; i++) {
      frozenCost[controls.member[i]] -= controls.onQuantity[i] * rent;
    }
  }
  const frozenTopUp = Float64Array.from({ length: contracts.count }, (_, i) =>
    contractTopUp(contracts, i, x),
  );
  return { frozenCost, frozenTopUp };
}
