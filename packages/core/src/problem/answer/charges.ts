import { pow } from "../../numeric/elementary.js";
import { dutyRates, type ArcPart, type ArcUnknowns } from "../compile/add-arcs.js";
import type { Solution } from "./solution.js";

/** Money per unit that a part of a flow pays on its way. */
export interface Charges {
  readonly exportTax: number;
  readonly transport: number;
  readonly duty: number;
  /** Rents of quotas and capacities together. */
  readonly rents: number;
}

/** What each part of an arc's flow pays. A seller with market power declares the price it gets at the other end, less charges. */
export function partCharges(solution: Solution, arc: ArcUnknowns, part: ArcPart): Charges {
  const { problem } = solution;
  const { exportTax, quotas, tariffRateQuota } = problem.arcs[arc.arc];
  const transport = solution.transportCost(arc, pow);
  const rents = { exporter: 0, importer: solution.at(arc.capacityRent) };
  for (const q of quotas) {
    const rent = solution.at(solution.compiled.rents.quotas[q]);
    const share = { importer: 0, exporter: 1, split: 0.5 }[problem.quotas[q].rentTo];
    rents.exporter += share * rent;
    rents.importer += (1 - share) * rent;
  }
  if (part.tier === "in")
    rents.importer += solution.at(solution.compiled.rents.tariffRateQuotas[tariffRateQuota]);
  if (arc.capacityRent < 0)
    rents.importer += solution.capacityRent([part.unknown], problem.arcs[arc.arc].capacity);
  const { onFob, onCif, specific } = dutyRates(problem, problem.arcs[arc.arc], part.tier);
  const fob =
    part.seller >= 0
      ? (declaredValue(solution, arc, part) - (1 + onCif) * transport - specific - rents.importer) /
        (1 + onFob + onCif)
      : (1 + exportTax.adValorem) * originValue(solution, arc, part) + exportTax.specific + rents.exporter;
  const origin = (fob - exportTax.specific - rents.exporter) / (1 + exportTax.adValorem);
  return {
    exportTax: exportTax.adValorem * origin + exportTax.specific,
    transport,
    duty: onFob * fob + onCif * (fob + transport) + specific,
    rents: rents.exporter + rents.importer,
  };
}

function originValue(solution: Solution, arc: ArcUnknowns, part: ArcPart): number {
  const { from, to, good } = solution.problem.arcs[arc.arc];
  const own = from === to ? solution.compiled.producers(from, good)?.own?.leave : undefined;
  return solution.value(own ?? solution.compiled.sellerWorth(part.seller, from, good));
}

/** Value where the arc ends: the market price for what is sold there, the seller's own worth for what goes on. */
function declaredValue(solution: Solution, arc: ArcUnknowns, part: ArcPart): number {
  const { compiled, problem } = solution;
  const { to, good } = problem.arcs[arc.arc];
  const own = compiled.sales.find(
    (sale) => sale.seller === part.seller && sale.region === to && sale.good === good,
  );
  const sold = own === undefined ? 0 : solution.x[own.unknown];
  const onward = compiled.arcs.reduce((sum, other) => {
    if (problem.arcs[other.arc].from !== to || problem.arcs[other.arc].good !== good) return sum;
    return sum + other.parts.reduce((s, p) => s + (p.seller === part.seller ? solution.x[p.unknown] : 0), 0);
  }, 0);
  const market = solution.compiled.users(to, good);
  const price = market === undefined ? 0 : solution.value(market.arrive);
  if (onward === 0) return price;
  const worth = solution.value(compiled.sellerWorth(part.seller, to, good));
  return (sold * price + onward * worth) / (sold + onward);
}

/** Cost per unit where a dispersed arc ends, by its cheaper tier. */
export function deliveredCost(solution: Solution, arc: ArcUnknowns): number {
  const costs = arc.parts.map((part) => {
    const { exportTax, transport, duty, rents } = partCharges(solution, arc, part);
    return originValue(solution, arc, part) + exportTax + transport + duty + rents;
  });
  return Math.min(...costs);
}
