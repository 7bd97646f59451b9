import { exp } from "../../numeric/elementary.js";
import { ArcCosts } from "./arc-costs.js";
import type { Figures } from "./figures.js";
import type { NodeValue } from "./node-values.js";
import type { Violations } from "./violations.js";

interface Source {
  readonly weight: number;
  readonly flow: number;
  readonly cost: number;
}

/** Buyers of a dispersed good spread over origins by weight·exp(−cost/θ), and pay the use cost that goes with it. */
export function verifyDispersion(
  figures: Figures,
  values: ReadonlyMap<number, NodeValue>,
  violations: Violations,
): void {
  const { problem } = figures;
  problem.goods.forEach((_, good) => {
    if (problem.dispersion[good] === 0) return;
    problem.regions.forEach((__, region) => {
      const sources = sourcesOf(figures, values, region, good);
      const total = sources.reduce((sum, source) => sum + source.flow, 0);
      if (sources.length === 0 || total <= 1e-11 * figures.quantityScale[figures.at(region, good)]) return;
      const price = values.get(figures.at(region, good))?.use[0] ?? NaN;
      const theta = problem.dispersion[good];
      for (const { weight, flow, cost } of sources)
        violations.add(`share in ${region}`, Math.abs(flow / total - weight * exp((price - cost) / theta)));
    });
  });
}

function sourcesOf(
  figures: Figures,
  values: ReadonlyMap<number, NodeValue>,
  region: number,
  good: number,
): Source[] {
  const { problem, flow } = figures;
  const into = problem.arcs.flatMap((arc, k) => (arc.to === region && arc.good === good ? [{ arc, k }] : []));
  const weights = benchmarkWeights(figures, region, good);
  return into.map(({ arc, k }) => {
    const origin = values.get(figures.at(arc.from, good))?.leave[0] ?? NaN;
    const { inside, over } = new ArcCosts(figures, arc, flow[k]).delivered(origin);
    return { weight: weights?.get(arc.from) ?? 1, flow: flow[k], cost: Math.min(inside, over) };
  });
}

/** share·exp((cost − mean cost)/θ) in the benchmark; undefined without one. */
function benchmarkWeights(figures: Figures, region: number, good: number): Map<number, number> | undefined {
  const { problem } = figures;
  const rows = problem.benchmark.filter((row) => row.to === region && row.good === good && row.flow > 0);
  const total = rows.reduce((sum, row) => sum + row.flow, 0);
  if (rows.length === 0) return undefined;
  const cost = rows.map((row) => {
    const arc = problem.arcs.find((a) => a.from === row.from && a.to === region && a.good === good);
    if (row.delivered !== undefined || arc === undefined) return row.delivered ?? 0;
    const bare = { ...arc, quotas: [] };
    return (
      new ArcCosts(figures, bare, row.flow).parts(row.price).delivered -
      new ArcCosts(figures, bare, 0).capacityRent()
    );
  });
  const mean = rows.reduce((sum, row, k) => sum + (row.flow / total) * cost[k], 0);
  const theta = problem.dispersion[good];
  return new Map(rows.map((row, k) => [row.from, (row.flow / total) * exp((cost[k] - mean) / theta)]));
}
