import { ArcCosts } from "./arc-costs.js";
import type { Figures } from "./figures.js";
import type { NodeValue } from "./node-values.js";
import type { Violations } from "./violations.js";

/** Limits hold, and what is not scarce has no rent. */
export function verifyQuotas(
  figures: Figures,
  values: ReadonlyMap<number, NodeValue>,
  violations: Violations,
): void {
  const { problem, flow } = figures;
  problem.quotas.forEach(({ id, limit }, q) => {
    const arcs = problem.arcs.flatMap((arc, k) => (arc.quotas.includes(q) ? [k] : []));
    if (arcs.length === 0) return;
    const total = arcs.reduce((sum, k) => sum + flow[k], 0);
    const { good } = problem.arcs[arcs[0]];
    const scale = Math.max(limit, total) || 1;
    const rent = (figures.rent.get(id) ?? 0) / figures.priceScale[good];
    violations.complementary(`quota ${id}`, rent, (limit - total) / scale);
  });
  problem.tariffRateQuotas.forEach((_, q) => {
    verifyTariffRateQuota(figures, values, violations, q);
  });
}

/** What can only have entered inside is within the limit; a rent means that the limit is reached. */
function verifyTariffRateQuota(
  figures: Figures,
  values: ReadonlyMap<number, NodeValue>,
  violations: Violations,
  q: number,
): void {
  const { problem, flow } = figures;
  const { id, limit } = problem.tariffRateQuotas[q];
  const rent = figures.rent.get(id) ?? 0;
  let [onlyInside, possible, scaleP] = [0, 0, 1];
  problem.arcs.forEach((arc, k) => {
    if (arc.tariffRateQuota !== q) return;
    scaleP = figures.priceScale[arc.good];
    const strategic = problem.sellers.some((seller) => seller.good === arc.good);
    const origin = strategic ? NaN : (values.get(figures.at(arc.from, arc.good))?.leave[0] ?? NaN);
    const { inside, over } = new ArcCosts(figures, arc, flow[k]).delivered(origin);
    if (inside < over - 1e-8 * scaleP) onlyInside += flow[k];
    if (!(inside > over + 1e-8 * scaleP)) possible += flow[k];
  });
  const scaleQ = Math.max(limit, possible) || 1;
  violations.add(`tariff-rate quota ${id}`, (onlyInside - limit) / scaleQ);
  violations.add(`rent of ${id}`, -rent / scaleP);
  if (rent > 0) violations.add(`rent of ${id}`, Math.min(rent / scaleP, (limit - possible) / scaleQ));
}
