import { log } from "../../numeric/elementary.js";
import type { ArcUnknowns } from "../compile/add-arcs.js";
import { routeWeights } from "../compile/route-weights.js";
import type { SupportUnknowns } from "../compile/add-support.js";
import { placeOf } from "../market-problem.js";
import type { Solution } from "./solution.js";

/** What a region under a border floor imports. */
export function importsUnder(solution: Solution, support: SupportUnknowns): number {
  if (support.imports >= 0) return solution.at(support.imports);
  return arcsInto(solution, support).reduce((sum, { arc, own }) => sum + (own ? 0 : solution.flow(arc)), 0);
}

/**
 * With dispersion the right to trade at a regulated price is worth something else at the gate and in the market inside.
 * What producers gain on their own market beyond the price at the gate, and users beyond their price, is theirs.
 */
export function addDispersedRights(solution: Solution, consumer: Float64Array, producer: Float64Array): void {
  const weights = routeWeights(solution.problem);
  for (const support of solution.compiled.supports) {
    if (support.gate < 0) continue;
    const [region] = placeOf(solution.problem, support.node);
    const [inside, gate] = [solution.at(support.perUnit), solution.at(support.gate)];
    const arcs = arcsInto(solution, support);
    const bought = arcs.reduce((sum, { arc }) => sum + solution.flow(arc), 0);
    for (const { arc, own } of arcs) {
      const flow = solution.flow(arc);
      if (support.mechanism === "regulated") producer[region] += own ? (inside - gate) * flow : 0;
      else {
        const right = own ? gate : rightToBuy(solution, arc, weights[arc.arc], bought);
        consumer[region] += (right - inside) * flow;
      }
    }
  }
}

/** What buyers under a ceiling would give for an import beyond its price: use cost − θ·ln(flow/(weight · total)) − price. */
function rightToBuy(solution: Solution, arc: ArcUnknowns, weight: number, bought: number): number {
  const { compiled, problem } = solution;
  const { to, good } = problem.arcs[arc.arc];
  const share = solution.flow(arc) / bought;
  if (!(share > 0)) return 0;
  const worth =
    solution.at(compiled.users(to, good)!.usedFrom) - problem.dispersion[good] * log(share / weight);
  return Math.max(0, worth - solution.at(compiled.routePrices.get(arc.arc) ?? -1));
}

function arcsInto({ problem, compiled }: Solution, { node }: SupportUnknowns) {
  const { goods, arcs } = problem;
  return compiled.arcs.flatMap((arc: ArcUnknowns) => {
    const { from, to, good } = arcs[arc.arc];
    return to * goods.length + good === node ? [{ arc, own: from === to }] : [];
  });
}
