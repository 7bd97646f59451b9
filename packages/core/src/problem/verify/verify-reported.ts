import { placeOf, type MarketProblem } from "../market-problem.js";
import { ArcCosts } from "./arc-costs.js";
import { quantitiesAt, type Range } from "./curve-quantities.js";
import type { Figures } from "./figures.js";
import type { Violations } from "./violations.js";

/** Figures that follow from others by definition: transport costs, totals of rents, and what a regulated price leaves over. */
export function verifyReported(figures: Figures, violations: Violations): void {
  verifyFlowCosts(figures, violations);
  verifyRentTotals(figures, violations);
  for (const row of figures.answer.floors) verifyExcess(figures, violations, row, 1);
  for (const row of figures.answer.ceilings) verifyExcess(figures, violations, row, -1);
}

function verifyFlowCosts(figures: Figures, violations: Violations): void {
  const { problem, answer } = figures;
  const { regions, goods } = problem;
  const name = (from: string, to: string, good: string) => JSON.stringify([from, to, good]);
  const arcs = new Map(
    problem.arcs.map((arc) => [name(regions[arc.from], regions[arc.to], goods[arc.good]), arc]),
  );
  for (const { from, to, good, quantity, cost } of answer.flows) {
    const arc = arcs.get(name(from, to, good));
    const expected = arc === undefined ? NaN : new ArcCosts(figures, arc, quantity).transport;
    const scale = figures.priceScale[goods.indexOf(good)];
    violations.add(`cost from ${from} to ${to}`, Math.abs(cost - expected) / scale);
  }
}

function verifyRentTotals(figures: Figures, violations: Violations): void {
  const quantities = quantitiesByRent(figures);
  for (const { id, perUnit, total } of figures.answer.rents) {
    const expected = perUnit * (quantities.get(id) ?? NaN);
    if (Number.isNaN(expected)) continue;
    violations.add(`total of ${id}`, Math.abs(total - expected) / (Math.abs(expected) || 1));
  }
}

/** What each rent is earned on, by id; several curves or firms of one node share no id that could be told apart. */
function quantitiesByRent({ problem, flow, level, supplied }: Figures): Map<string, number> {
  const { regions, goods } = problem;
  const quantities = new Map<string, number>();
  const sum = (uses: (k: number) => boolean) =>
    flow.reduce((total, own, k) => total + (uses(k) ? own : 0), 0);
  problem.quotas.forEach(({ id }, q) =>
    quantities.set(
      id,
      sum((k) => problem.arcs[k].quotas.includes(q)),
    ),
  );
  problem.tariffRateQuotas.forEach(({ id, limit }, q) => {
    const through = sum((k) => problem.arcs[k].tariffRateQuota === q);
    quantities.set(id, Math.min(limit, through));
  });
  for (const { id } of problem.processes) quantities.set(id, level.get(id) ?? 0);
  problem.arcs.forEach((arc, k) => {
    quantities.set(`arc:${regions[arc.from]}:${regions[arc.to]}:${goods[arc.good]}`, flow[k]);
  });
  for (const [node, quantity] of supplied) {
    const [region, good] = placeOf(problem, node);
    if (sourcesAt(problem, region, good) !== 1) continue;
    quantities.set(`supply:${regions[region]}:${goods[good]}`, quantity);
    const firm = problem.firms.find((row) => row.region === region && row.good === good);
    if (firm) quantities.set(firm.id, quantity);
  }
  return quantities;
}

function sourcesAt({ supply, firms }: MarketProblem, region: number, good: number): number {
  const curves = supply.filter((row) => row.region === region && row.goods.includes(good));
  return curves.length + firms.filter((row) => row.region === region && row.good === good).length;
}

/** Wanted at the regulated price less traded while the price stands there, and nothing while it is elsewhere. */
function verifyExcess(
  figures: Figures,
  violations: Violations,
  row: { readonly region: string; readonly good: string; readonly excess?: number },
  side: 1 | -1,
): void {
  if (row.excess === undefined) return;
  const { problem } = figures;
  const node = figures.node(row.region, row.good);
  const [region, good] = placeOf(problem, node);
  const rows = (side > 0 ? problem.supply : problem.demand).filter(
    (curve) => curve.region === region && curve.goods.includes(good),
  );
  if (rows.some((curve) => curve.goods.length > 1 || "goods" in curve.curve)) return;
  const firms = side > 0 ? problem.firms.filter((firm) => firm.region === region && firm.good === good) : [];
  const rules = side > 0 ? problem.floors : problem.ceilings;
  const rule = rules.find((held) => held.region === region && held.good === good)!;
  const subsidy = side > 0 ? problem.supplySubsidy[node] : -problem.demandSubsidy[node];
  const seen = (side > 0 ? figures.supplyPrice : figures.demandPrice).get(node) ?? NaN;
  const price = rule.price + subsidy;
  if (side * (seen - price) > 1e-9 * figures.priceScale[good]) {
    violations.add(`excess at ${node}`, Math.abs(row.excess) / figures.quantityScale[node]);
    return;
  }
  const ranges = [
    ...rows.map((curve) => quantitiesAt(curve.curve, side, price, curve.capacity)),
    ...firms.map(({ cost, costSlope, capacity }) =>
      quantitiesAt({ form: "inverse-linear", intercept: cost, slope: costSlope }, 1, price, capacity),
    ),
  ];
  const traded = (side > 0 ? figures.supplied : figures.demanded).get(node) ?? 0;
  const total = (end: 0 | 1) => ranges.reduce((sum, range) => sum + range[end], 0);
  violations.add(
    `excess at ${node}`,
    outside(row.excess, [total(0) - traded, total(1) - traded], figures.quantityScale[node]),
  );
}

/** An offer without limit, flat below the regulated price, leaves an excess without limit. */
function outside(value: number, [least, most]: Range, size: number): number {
  if (value === Infinity) return most === Infinity ? 0 : Infinity;
  const gap = Math.max(-value, value - Math.max(0, most), Math.max(0, least) - value, 0);
  return gap / Math.max(size, Math.abs(value));
}
