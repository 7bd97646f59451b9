import type { Issue } from "../../errors/issue.js";
import type { Problem } from "./problem.js";

/**
 * Looked for after a failed solve: a fixed purchase larger than all that capacity and quotas can bring. A true certificate, since the
 * bound counts every plant at full capacity and every quota as filled by this buyer (or good) alone.
 */
export function shortSupply(problem: Problem): Issue | undefined {
  const most = originCapacity(problem);
  return shortBuyer(problem, most) ?? shortGood(problem, most);
}

function originCapacity({ market, capacity }: Problem): Float64Array {
  const { origins, nodes } = market;
  const most = origins.given.slice();
  for (let k = 0; k < nodes.count; k++) {
    for (let i = nodes.outStart[k]; i < nodes.outStart[k + 1]; i++) {
      most[nodes.outOrigin[i]] += nodes.outCoefficient[i] * capacity[k] * nodes.ramp[k];
    }
  }
  return most;
}

function shortBuyer(problem: Problem, most: Float64Array): Issue | undefined {
  const { market, live } = problem;
  const { arcs, buyers } = market;
  const controlOf = bindingControl(problem);
  for (let b = 0; b < buyers.count; b++) {
    if (buyers.stockBuild[b] <= 0) continue;
    let bound = 0;
    const counted = new Set<number>();
    for (let a = arcs.start[b]; a < arcs.start[b + 1]; a++) {
      if (live.arc[a] === 0) continue;
      const control = controlOf[a];
      if (control < 0) bound += most[arcs.origin[a]];
      else if (!counted.has(control)) {
        counted.add(control);
        bound += market.controls[control].limit;
      }
    }
    if (bound < buyers.stockBuild[b])
      return shortage(problem, buyers.good[b], buyers.stockBuild[b], bound, buyers.region[b]);
  }
  return undefined;
}

/** A control that bounds each arc's flow outright: all coefficients 1, rent without cap; −1 where there is none. */
function bindingControl({ market }: Problem): Int32Array {
  const found = new Int32Array(market.arcs.count).fill(-1);
  market.controls.forEach((control, c) => {
    if (control.on !== "arc" || control.neutral || control.cap < Infinity) return;
    if (!control.coefficient.every((value) => value === 1)) return;
    for (const arc of control.members) {
      if (found[arc] < 0 || market.controls[found[arc]].limit > control.limit) found[arc] = c;
    }
  });
  return found;
}

function shortGood(problem: Problem, most: Float64Array): Issue | undefined {
  const { buyers, origins, goods } = problem.market;
  const wanted = new Float64Array(goods.length);
  const supplied = new Float64Array(goods.length);
  for (let b = 0; b < buyers.count; b++) wanted[buyers.good[b]] += Math.max(0, buyers.stockBuild[b]);
  for (let o = 0; o < origins.count; o++) supplied[origins.good[o]] += most[o];
  const short = goods.findIndex((_, good) => wanted[good] > supplied[good]);
  return short < 0 ? undefined : shortage(problem, short, wanted[short], supplied[short]);
}

function shortage(
  { market }: Problem,
  good: number,
  quantity: number,
  bound: number,
  region?: number,
): Issue {
  const where = region === undefined ? {} : { region: market.regions[region] };
  return {
    code: "INFEASIBLE",
    details: { reason: "purchase-beyond-supply", good: market.goods[good], ...where, quantity, most: bound },
  };
}
