import { quantityAt } from "../forms/quantity-at.js";
import type { CurveUnknowns } from "../forms/site.js";
import { nodeOf, type CurveRow } from "../market-problem.js";
import type { FloorRow, ProblemAnswer } from "./answer.js";
import type { Solution } from "./solution.js";

/** Floors with what they cost or leave unsold, in the order of the file. */
export function floorRows(solution: Solution): FloorRow[] {
  const { problem } = solution;
  const production = solution.production();
  return problem.floors.map(({ region, good, price, mechanism }) => {
    const node = nodeOf(problem, region, good);
    const place = { region: problem.regions[region], good: problem.goods[good] };
    const support = solution.supportAt(node)!;
    switch (mechanism) {
      case "deficiency-payment":
        return { ...place, payment: solution.at(support.perUnit) * production[node] };
      case "purchase": {
        const purchased = solution.at(support.purchased);
        return { ...place, payment: price * purchased, purchased };
      }
      case "regulated":
        return {
          ...place,
          excess:
            solution.at(support.gate >= 0 ? support.gate : support.perUnit) > 0
              ? unsold(solution, region, good, price)
              : 0,
        };
      case "border":
        return place;
    }
  });
}

export function ceilingRows(solution: Solution): ProblemAnswer["ceilings"] {
  const { problem, compiled } = solution;
  return problem.ceilings.map(({ region, good, price }) => {
    const node = nodeOf(problem, region, good);
    const support = solution.supportAt(node)!;
    const binds = solution.at(support.perUnit) > 0;
    const offered = price - problem.demandSubsidy[node];
    const excess = binds ? gap(solution, problem.demand, compiled.demand, -1, region, good, offered) : 0;
    return { region: problem.regions[region], good: problem.goods[good], excess };
  });
}

/** What the region's producers would sell at the floor beyond what they sell. */
function unsold(solution: Solution, region: number, good: number, price: number): number {
  const { problem, compiled } = solution;
  const offered = price + problem.supplySubsidy[nodeOf(problem, region, good)];
  const ofCurves = gap(solution, problem.supply, compiled.supply, 1, region, good, offered);
  const ofFirms = problem.firms.reduce((sum, firm, k) => {
    if (firm.region !== region || firm.good !== good) return sum;
    const slope = firm.costSlope === 0 ? Infinity : (offered - firm.cost) / firm.costSlope;
    const wanted = offered > firm.cost ? Math.min(firm.capacity, slope) : 0;
    return sum + Math.max(0, wanted - solution.x[compiled.firms[k]]);
  }, 0);
  return ofCurves + ofFirms;
}

function gap(
  solution: Solution,
  rows: readonly CurveRow[],
  unknowns: readonly CurveUnknowns[],
  side: 1 | -1,
  region: number,
  good: number,
  price: number,
): number {
  return rows.reduce((sum, row, k) => {
    const g = row.goods.indexOf(good);
    if (row.region !== region || g < 0) return sum;
    const virtual = unknowns[k].virtualPrice.map((index) => solution.at(index));
    const wanted = Math.min(row.capacity, quantityAt(row.curve, side, g, price, virtual));
    return sum + Math.max(0, wanted - solution.quantities(unknowns[k])[g]);
  }, 0);
}
