import { marketNeeds } from "./compile/market-needs.js";
import { nodeOf, type Arc, type MarketProblem } from "./market-problem.js";

const NO_DUTY = { adValorem: 0, specific: 0, base: "cif" } as const;

/**
 * The arcs of a problem with dispersed goods: a region's own supply becomes a source at no transport cost, arcs from
 * regions that produce nothing and to regions that use nothing carry nothing, and neither do those without a flow in a
 * benchmark of their market.
 */
export function withOwnSupply(problem: MarketProblem): MarketProblem {
  if (problem.dispersion.every((theta) => theta === 0)) return problem;
  const needs = marketNeeds(problem);
  const own: Arc[] = [];
  problem.goods.forEach((_, good) => {
    if (problem.dispersion[good] > 0) problem.regions.forEach((_, region) => own.push(ownArc(region, good)));
  });
  const benchmark = new Set(
    problem.benchmark.filter((row) => row.flow > 0).map((row) => `${row.from}:${row.to}:${row.good}`),
  );
  const calibrated = new Set(problem.benchmark.map((row) => `${row.to}:${row.good}`));
  const carries = (arc: Arc) =>
    problem.dispersion[arc.good] === 0 ||
    (needs.produces[nodeOf(problem, arc.from, arc.good)] === 1 &&
      needs.uses[nodeOf(problem, arc.to, arc.good)] === 1 &&
      (!calibrated.has(`${arc.to}:${arc.good}`) || benchmark.has(`${arc.from}:${arc.to}:${arc.good}`)));
  return { ...problem, arcs: [...problem.arcs, ...own].filter(carries) };
}

function ownArc(region: number, good: number): Arc {
  const free = { cost: 0, slope: 0, power: 1, capacity: Infinity };
  const untaxed = { exportTax: { adValorem: 0, specific: 0 }, duty: NO_DUTY };
  return { from: region, to: region, good, ...free, ...untaxed, quotas: [], tariffRateQuota: -1 };
}
