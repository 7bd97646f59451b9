import { log } from "../../numeric/elementary.js";
import type { Solver } from "./solver.js";

/**
 * Sales answer to prices, and flows to rents, nearly as exponentials. Newton therefore works on log(sales/supply) and log(flow/limit)
 * instead of on differences: each equation f = in − out ≈ 0 is written weight·log(out/in), which has the same root. The weight is `out`
 * at the point where the market was linearised, so that a row of an older factor still has the size it had then.
 */
const LARGEST_RATIO = 1000;
const LEAST = 1e-12;
/** What gives less than this share of its capacity stands at the kink where its plants open: differences serve better there. */
const DUST = 1e-4;

/** Out of each equation at the point last evaluated; 0 where the difference itself is kept: nothing given or made, gluts. */
export function logWeights({ problem, space, f }: Solver): Float64Array {
  const { market, controls, quantityScale, unknowns } = problem;
  const weight = new Float64Array(unknowns);
  const origins = market.origins.count;
  for (let o = 0; o < origins; o++) {
    const out = space.supply[o] - f[o];
    if (space.supply[o] > DUST * quantityScale[o] && out > LEAST * space.supply[o]) weight[o] = out;
  }
  for (let c = 0; c < controls.count; c++) {
    const out = controls.limit[c] - f[origins + c];
    if (out > 0 && controls.limit[c] > DUST * quantityScale[origins + c]) weight[origins + c] = out;
  }
  return weight;
}

/** Sales per tonne supplied at the point last evaluated, by which the supply's slopes are multiplied; 1 where the difference is kept. */
export function supplyWeights({ f }: Solver, weight: Float64Array, out: Float64Array): Float64Array {
  for (let o = 0; o < out.length; o++) {
    const ratio = weight[o] > 0 ? weight[o] / (weight[o] + f[o]) : 1;
    out[o] = Math.min(LARGEST_RATIO, ratio);
  }
  return out;
}

/** What −f becomes at the point last evaluated, for an equation of this weight. */
export function logExcess({ problem, space, f }: Solver, weight: Float64Array, i: number): number {
  const origins = problem.market.origins.count;
  const into = i < origins ? space.supply[i] : problem.controls.limit[i - origins];
  const out = into - f[i];
  if (!(weight[i] > 0) || !(into > DUST * problem.quantityScale[i]) || !(out > 0)) return -f[i];
  const ratio = out / into;
  return weight[i] * log(ratio);
}

/**
 * Sum of squares of the natural residual last taken, with equations that are not at a bound in their logarithmic form: what a step has
 * to lessen. `f` is that of the same point.
 */
export function distance({ problem, space, residual, logarithmic }: Solver, f: Float64Array): number {
  const { market, controls, quantityScale, unknowns } = problem;
  const origins = market.origins.count;
  const last = logarithmic ? origins + controls.count : 0;
  let sum = 0;
  for (let i = 0; i < last; i++) {
    let value = residual[i];
    if (value === f[i] / quantityScale[i]) {
      const into = i < origins ? space.supply[i] : controls.limit[i - origins];
      const out = into - f[i];
      if (into > DUST * quantityScale[i])
        value = (into * log(Math.max(out / into, LEAST))) / quantityScale[i];
    }
    sum += value * value;
  }
  for (let i = last; i < unknowns; i++) sum += residual[i] * residual[i];
  return sum;
}
