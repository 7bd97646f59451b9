import type { Equilibrium, Market } from "../../market/market.js";
import { verifyMarket } from "../verify.js";
import type { Solver } from "./solver.js";

/** The answer at solver.x, where the market was last evaluated with its true wedges; its residual by independent code if `verified`. */
export function answer(
  solver: Solver,
  ambiguous: boolean | undefined,
  factor: unknown,
  verified: boolean,
): Equilibrium {
  const { problem, space, x, counts } = solver;
  const { market } = problem;
  const origins = market.origins.count;
  const originPrice = x.slice(0, origins);
  const disposal = new Float64Array(origins);
  for (let o = 0; o < origins; o++) {
    // Within the tolerance of its bound a price is at it; what is left of a tonne elsewhere is rounding, no disposal.
    if (solver.side[o] >= 0) continue;
    originPrice[o] = problem.lower[o];
    disposal[o] = Math.max(0, solver.f[o]);
  }
  const equilibrium = {
    originPrice,
    rent: x.slice(origins, origins + market.controls.length),
    usePrice: space.usePrice.map((price) => (price === Infinity ? problem.chokingPrice : price)),
    deliveredCost: space.cost.slice(),
    flow: space.flow.map((flow) => (flow > 0 ? flow : 0)),
    level: space.level.slice(),
    demand: space.demand.slice(),
    demandByGood: space.demandByGood.slice(),
    disposal,
    floorGap: floorGaps(solver),
    iterations: counts.iterations,
    factorisations: counts.factorisations,
    ambiguous,
    ...(problem.gluts.length > 0 && { glut: glutByBuyer(solver) }),
    ...(factor !== undefined && { factor }),
  };
  const residual = verified
    ? verifyMarket(market, equilibrium).residual
    : solver.residual.reduce((worst, value) => Math.max(worst, Math.abs(value)), 0);
  return { ...equilibrium, residual };
}

function glutByBuyer({ problem: { market, gluts }, x }: Solver): Float64Array {
  const byBuyer = new Float64Array(market.buyers.count);
  const first = market.origins.count + market.controls.length;
  gluts.forEach((b, i) => (byBuyer[b] = x[first + i]));
  return byBuyer;
}

/** Where floors overlap, the first takes the gap up to its reference and the next what is left above it. */
function floorGaps({ problem, x }: Solver): Float64Array {
  const { market, costs } = problem;
  const rents = rentsPerArc(market, problem, x);
  const charged = new Map<number, number>();
  const gaps: number[] = [];
  for (const border of market.borderFloors) {
    border.arcs.forEach((arc, i) => {
      const landed =
        charged.get(arc) ?? costs.slope[arc] * x[market.arcs.origin[arc]] + costs.offset[arc] + rents[arc];
      gaps.push(Math.max(0, border.reference[i] - landed));
      charged.set(arc, Math.max(landed, border.reference[i]));
    });
  }
  return Float64Array.from(gaps);
}

function rentsPerArc(market: Market, { controls }: Solver["problem"], x: Float64Array): Float64Array {
  const sum = new Float64Array(market.arcs.count);
  for (let c = 0; c < controls.count; c++) {
    if (controls.onNode[c] === 1) continue;
    for (let i = controls.memberStart[c]; i < controls.memberStart[c + 1]; i++) {
      sum[controls.member[i]] += controls.onCost[i] * x[market.origins.count + c];
    }
  }
  return sum;
}
