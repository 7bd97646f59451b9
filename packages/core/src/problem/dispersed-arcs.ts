import { marketNeeds } from "./compile/market-needs.js";
import { quantityAt } from "./forms/quantity-at.js";
import { nodeOf, type Arc, type MarketProblem } from "./market-problem.js";

const NO_DUTY = { adValorem: 0, specific: 0, base: "cif" } as const;

/**
 * The arcs of a problem with dispersed goods. A region's own supply becomes a source at no transport cost. Left out are
 * arcs that carry nothing: from regions that produce nothing, or cannot under their ceiling; to regions that use nothing;
 * under a limit of 0; and without a flow in the benchmark of their market, where it has one.
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
      !isShut(problem, arc.from, arc.good) &&
      arc.capacity > 0 &&
      arc.quotas.every((q) => problem.quotas[q].limit > 0) &&
      needs.uses[nodeOf(problem, arc.to, arc.good)] === 1 &&
      (!calibrated.has(`${arc.to}:${arc.good}`) || benchmark.has(`${arc.from}:${arc.to}:${arc.good}`)));
  return { ...problem, arcs: [...problem.arcs, ...own].filter(carries) };
}

/** Whether a ceiling lies below what the first unit costs every producer of a region. */
function isShut(problem: MarketProblem, region: number, good: number): boolean {
  const ceiling = problem.ceilings.find((row) => row.region === region && row.good === good);
  if (ceiling === undefined) return false;
  const price = ceiling.price + problem.supplySubsidy[nodeOf(problem, region, good)];
  const here = (row: { readonly region: number }) => row.region === region;
  return (
    problem.supply.every(
      (row) =>
        !here(row) ||
        !row.goods.includes(good) ||
        (row.goods.length === 1 && quantityAt(row.curve, 1, 0, price + 1e-12 * Math.abs(price), []) === 0),
    ) &&
    problem.firms.every((firm) => !here(firm) || firm.good !== good || firm.cost > price) &&
    problem.processes.every((p) => !here(p) || p.outputs.every(([output]) => output !== good))
  );
}

function ownArc(region: number, good: number): Arc {
  const free = { cost: 0, slope: 0, power: 1, capacity: Infinity };
  const untaxed = { exportTax: { adValorem: 0, specific: 0 }, duty: NO_DUTY };
  return { from: region, to: region, good, ...free, ...untaxed, quotas: [], tariffRateQuota: -1 };
}
