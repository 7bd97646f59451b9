import type { Arc } from "../market-problem.js";
import { ArcCosts } from "./arc-costs.js";
import { borderLevy } from "./border-levy.js";
import type { Figures } from "./figures.js";
import type { NodeValue } from "./node-values.js";
import { OwnArc, owns } from "./seller-worth.js";
import type { Violations } from "./violations.js";

type Values = ReadonlyMap<number, NodeValue>;

interface Revenue {
  readonly duties: number;
  readonly exportTaxes: number;
}

/** Duties, levies and export taxes, recomputed arc by arc; what the answer does not tell apart is left out as a whole. */
export function verifyRevenue(
  figures: Figures,
  values: Values,
  violations: Violations,
  turnover: number,
): void {
  const { revenue } = figures.answer;
  const expected = revenueOf(figures, values);
  if (expected === undefined) return;
  violations.add("duties", Math.abs(expected.duties - revenue.duties) / turnover);
  violations.add("export taxes", Math.abs(expected.exportTaxes - revenue.exportTaxes) / turnover);
}

function revenueOf(figures: Figures, values: Values): Revenue | undefined {
  const { problem, flow } = figures;
  const inside = new Float64Array(problem.tariffRateQuotas.length);
  let [duties, exportTaxes] = [bordersLevied(figures, values), 0];
  for (const [k, arc] of problem.arcs.entries()) {
    if (flow[k] === 0 || !isCharged(arc)) continue;
    const origin = originOf(figures, values, arc, k);
    if (origin === undefined) return undefined;
    const charged = chargesOn(figures, arc, flow[k], origin);
    duties += charged.duties;
    exportTaxes += charged.exportTaxes;
    if (charged.inside) inside[arc.tariffRateQuota] += flow[k];
  }
  // on arcs that use both tiers all was counted as over the quota; the difference of the duties is the rent
  problem.tariffRateQuotas.forEach(({ id, limit }, q) => {
    const rent = figures.rent.get(id) ?? 0;
    if (rent > 0) duties -= rent * (limit - inside[q]);
  });
  return { duties, exportTaxes };
}

function isCharged({ duty, exportTax, tariffRateQuota }: Arc): boolean {
  return (
    [duty, exportTax].some((wedge) => wedge.adValorem !== 0 || wedge.specific !== 0) || tariffRateQuota >= 0
  );
}

function chargesOn(figures: Figures, arc: Arc, flow: number, origin: number) {
  const { problem, priceScale } = figures;
  const costs = new ArcCosts(figures, arc, flow);
  if (arc.tariffRateQuota < 0) {
    const { duty, exportTax } = costs.parts(origin);
    return { duties: duty * flow, exportTaxes: exportTax * flow, inside: false };
  }
  const { inQuota, overQuota, base } = problem.tariffRateQuotas[arc.tariffRateQuota];
  const cost = costs.delivered(origin);
  const inside = cost.inside < cost.over - 1e-8 * priceScale[arc.good];
  const { duty, exportTax } = costs.parts(origin, { ...(inside ? inQuota : overQuota), base });
  return { duties: duty * flow, exportTaxes: exportTax * flow, inside };
}

/** The levy of a border floor is what lifts the cheapest delivery to the floor, on all imports. */
function bordersLevied(figures: Figures, values: Values): number {
  const { problem, flow } = figures;
  return problem.floors.reduce((sum, floor) => {
    if (floor.mechanism !== "border") return sum;
    const imports = problem.arcs.reduce(
      (total, { from, to, good }, k) =>
        total + (to === floor.region && from !== to && good === floor.good ? flow[k] : 0),
      0,
    );
    return imports > 0 ? sum + borderLevy(figures, values, floor) * imports : sum;
  }, 0);
}

/**
 * The value that charges start from. A seller with market power declares the price at the other end less charges: known
 * where only one owner can have sent the flow and goods are not sent on.
 */
function originOf(figures: Figures, values: Values, arc: Arc, k: number): number | undefined {
  const { problem } = figures;
  const { good } = arc;
  const range = values.get(figures.at(arc.from, good))?.leave;
  const sellers = problem.sellers.filter((seller) => seller.good === good);
  if (sellers.length === 0) return range === undefined || range[0] !== range[1] ? undefined : range[0];
  if (problem.arcs.some((next) => next.good === good && next.from === arc.to)) return undefined;
  const owners = [...sellers, undefined].filter((seller) => makesAt(figures, { good, seller }, arc.from));
  if (owners.length !== 1 || owners[0] === undefined) return undefined;
  const price = values.get(figures.at(arc.to, good))?.use[0];
  if (price === undefined) return undefined;
  return new OwnArc(figures, arc, figures.flow[k], undefined).origin(price);
}

function makesAt(
  { problem }: Figures,
  part: { readonly good: number; readonly seller: Figures["problem"]["sellers"][number] | undefined },
  region: number,
): boolean {
  const owner = { ...part, revenue: () => undefined };
  const regional = owns(problem, owner, region, -1);
  return (
    (regional && problem.supply.some((row) => row.region === region && row.goods.includes(part.good))) ||
    (regional &&
      problem.processes.some(
        (p) =>
          p.region === region && p.outputs.some(([output, amount]) => output === part.good && amount > 0),
      )) ||
    problem.firms.some(
      (firm, f) => firm.region === region && firm.good === part.good && owns(problem, owner, -1, f),
    )
  );
}
