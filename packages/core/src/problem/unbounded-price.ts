import type { Issue } from "../errors/issue.js";
import { competitiveReach, Ownership, reachOfSellers } from "./compile/sellers.js";
import type { Arc, Curve, MarketProblem } from "./market-problem.js";

/**
 * Looks for a market whose sellers would all gain by selling less, whatever they sell: n sellers with market power and
 * nobody else before demand of constant elasticity ε with n·|ε| < 1. Their marginal revenues sum to price·(n − 1/|ε|) < 0,
 * and their marginal costs cannot.
 *
 * @returns `INFEASIBLE` with the region, the elasticity and the sellers as certificate.
 */
export function findUnboundedPrice(problem: MarketProblem): Issue | undefined {
  const ownership = new Ownership(problem);
  const reached = reachOfSellers(problem, ownership);
  for (const { region, goods, curve } of problem.demand) {
    const [good] = goods;
    if (curve.form !== "isoelastic" || !ownership.isStrategic(good)) continue;
    if (competitiveReach(problem, ownership, good)[region] === 1) continue;
    const sellers = problem.sellers.filter((seller, s) => seller.good === good && reached[s][region] === 1);
    const leads = sellers.length > 1 && sellers.some((seller) => seller.kind === "leader");
    if (sellers.length === 0 || leads || sellers.length * -curve.elasticity >= 1) continue;
    if (!isPlain(problem, good, sellers.length === 1)) continue;
    const [at, name] = [problem.regions[region], problem.goods[good]];
    const certificate = {
      market: at,
      good: name,
      elasticity: curve.elasticity,
      sellers: sellers.map(({ id }) => id),
    };
    return { code: "INFEASIBLE", details: { certificate } };
  }
  return undefined;
}

/** No marginal cost of the good is negative, and several sellers meet no limit; a single one has no use for one. */
function isPlain(
  { supply, firms, processes, arcs, supplySubsidy, goods }: MarketProblem,
  good: number,
  alone: boolean,
): boolean {
  return (
    supply.every(
      ({ goods: own, capacity, curve }) =>
        !own.includes(good) || ((alone || capacity === Infinity) && costsSomething(curve, alone)),
    ) &&
    firms.every((firm) => firm.good !== good || ((alone || firm.capacity === Infinity) && firm.cost >= 0)) &&
    processes.every((process) => process.outputs.every(([output]) => output !== good)) &&
    arcs.every((arc) => arc.good !== good || (costsToCross(arc) && (alone || isOpen(arc)))) &&
    supplySubsidy.every((value, node) => node % goods.length !== good || value <= 0)
  );
}

/** Whether the curve may be left at 0 and its marginal cost is never negative; `limited` forms end at a quantity. */
function costsSomething(curve: Curve, limited: boolean): boolean {
  switch (curve.form) {
    case "inverse-linear":
      return curve.intercept >= 0;
    case "linear":
      return curve.slope > 0 && curve.intercept <= 0;
    case "isoelastic":
      return curve.elasticity > 0;
    case "golombek":
      return limited && curve.a >= 0;
    case "steps":
      return limited && curve.steps.every(([, price]) => price >= 0);
    default:
      return false;
  }
}

function costsToCross({ cost, duty, exportTax }: Arc): boolean {
  const charges = [cost, duty.specific, duty.adValorem, exportTax.specific, exportTax.adValorem];
  return charges.every((value) => value >= 0);
}

function isOpen({ capacity, quotas, tariffRateQuota }: Arc): boolean {
  return capacity === Infinity && quotas.length === 0 && tariffRateQuota < 0;
}
