import { exp, log } from "../../numeric/elementary.js";
import { ArcCosts } from "./arc-costs.js";
import { borderLevy } from "./border-levy.js";
import { above, same, type Range } from "./curve-quantities.js";
import type { Figures } from "./figures.js";
import { HELD, type NodeValue } from "./node-values.js";
import type { Violations } from "./violations.js";

interface Source {
  readonly from: number;
  readonly weight: number;
  readonly share: number;
  /** What a unit costs its buyers, the right to buy it included. */
  readonly cost: Range;
}

/** Buyers of less than this share of what passes through count as idle. */
const IDLE = 1e-11;

/**
 * Buyers of a dispersed good spread over origins by weight·exp(−cost/θ), and pay the use cost that goes with it. Values
 * that a regulated price left open are read off the shares and written into `values`.
 */
export function verifyDispersion(
  figures: Figures,
  values: Map<number, NodeValue>,
  violations: Violations,
): void {
  const { problem } = figures;
  problem.goods.forEach((_, good) => {
    if (problem.dispersion[good] === 0) return;
    problem.regions.forEach((__, region) => {
      verifyShares(figures, values, violations, region, good);
    });
  });
}

function verifyShares(
  figures: Figures,
  values: Map<number, NodeValue>,
  violations: Violations,
  region: number,
  good: number,
): void {
  const node = figures.at(region, good);
  const value = values.get(node);
  const { sources, total } = sourcesOf(figures, values, violations, region, good);
  if (value === undefined || sources.length === 0) return;
  const theta = figures.problem.dispersion[good];
  const scale = figures.priceScale[good];
  const fit = new Fit(theta, scale, violations, figures.problem.regions[region]);
  if (total <= IDLE * figures.quantityScale[node]) {
    const capped = figures.problem.ceilings.some((row) => row.region === region && row.good === good);
    if (!capped) fit.checkIdle(value.arrive, sources);
    return;
  }
  const isFloor = figures.problem.floors.some(
    (row) => row.region === region && row.good === good && row.mechanism === "regulated",
  );
  const price = fit.priceOf(isFloor ? value.arrive : value.use, sources);
  const own = sources.find((source) => source.from === region);
  for (const source of sources) if (source !== own) fit.check(source, price);
  const worth = own === undefined ? undefined : fit.check(own, price);
  const read = { ...(isFloor ? { arrive: price } : { arrive: price, use: price }) };
  const atOrigin = worth === undefined ? {} : isFloor ? { produce: worth } : { leave: worth };
  values.set(node, { ...value, ...read, ...atOrigin });
}

class Fit {
  constructor(
    private readonly theta: number,
    private readonly scale: number,
    private readonly violations: Violations,
    private readonly name: string,
  ) {}

  /** The use cost: given, or what the largest share of a source at a known cost tells. */
  priceOf(given: Range, sources: readonly Source[]): Range {
    if (given[0] === given[1]) return given;
    const known = sources.filter(({ cost, share }) => cost[0] === cost[1] && share > 0);
    if (known.length === 0) return given;
    const { cost, share, weight } = known.reduce((a, b) => (b.share > a.share ? b : a));
    const price = cost[0] + this.theta * log(share / weight);
    this.violations.add(`price in ${this.name}`, Math.max(given[0] - price, price - given[1]) / this.scale);
    return same(price);
  }

  /** Where nobody buys, the price is the use cost of what is on offer. */
  checkIdle(price: Range, sources: readonly Source[]): void {
    if (sources.some(({ cost }) => cost[0] !== cost[1])) return;
    const least = Math.min(...sources.map(({ cost }) => cost[0]));
    const sum = sources.reduce((s, { cost, weight }) => s + weight * exp((least - cost[0]) / this.theta), 0);
    const expected = least - this.theta * log(sum);
    const gap = Math.max(price[0] - expected, expected - price[1]);
    this.violations.add(`use cost in ${this.name}`, gap / Math.max(this.scale, Math.abs(expected)));
  }

  /** Checks a share, and returns what its cost can be. */
  check({ cost, share, weight }: Source, price: Range): Range {
    const at = (margin: number) => weight * exp(margin / this.theta);
    const [least, most] = [at(price[0] - cost[1]), at(price[1] - cost[0])];
    this.violations.add(`share in ${this.name}`, Math.max(least - share, share - most));
    if (cost[0] === cost[1] || price[0] !== price[1] || !(share > 0)) return cost;
    return same(Math.min(cost[1], Math.max(cost[0], price[0] - this.theta * log(share / weight))));
  }
}

function sourcesOf(
  figures: Figures,
  values: Map<number, NodeValue>,
  violations: Violations,
  region: number,
  good: number,
): { readonly sources: Source[]; readonly total: number } {
  const { problem, flow } = figures;
  const into = problem.arcs.flatMap((arc, k) => (arc.to === region && arc.good === good ? [{ arc, k }] : []));
  const total = into.reduce((sum, { k }) => sum + flow[k], 0);
  const weights = benchmarkWeights(figures, region, good);
  const rules = { figures, values, violations, region, good };
  const sources = into.map(({ arc, k }) => {
    const weight = weights?.get(arc.from) ?? 1;
    return { from: arc.from, weight, share: flow[k] / total, cost: costOf(rules, k) };
  });
  return { sources, total };
}

/** What a unit over an arc costs, levied or with the right to buy it where its price is held by a ceiling. */
function costOf(
  rules: {
    figures: Figures;
    values: Map<number, NodeValue>;
    violations: Violations;
    region: number;
    good: number;
  },
  k: number,
): Range {
  const { figures, values, violations, region, good } = rules;
  const { problem, flow } = figures;
  const arc = problem.arcs[k];
  const here = (row: { readonly region: number; readonly good: number }) =>
    row.region === region && row.good === good;
  const floor = problem.floors.find(here);
  const value = values.get(figures.at(arc.from, good));
  const isOwn = arc.from === region;
  const origin = (isOwn && floor?.mechanism === "regulated" ? value?.produce : value?.leave) ?? [NaN, NaN];
  const at = (end: 0 | 1) => {
    const { inside, over } = new ArcCosts(figures, arc, flow[k]).delivered(origin[end]);
    return Math.min(inside, over);
  };
  if (isOwn) return [at(0), at(1)];
  const levy = floor?.mechanism === "border" ? borderLevy(figures, values, floor) : 0;
  const ceiling = problem.ceilings.find(here);
  if (ceiling === undefined) return [at(0) + levy, at(1) + levy];
  const scale = figures.priceScale[good];
  if (flow[k] > 0) violations.add(`ceiling on arc ${k}`, (at(0) - ceiling.price) / scale);
  return at(1) >= ceiling.price - HELD * scale ? above(at(0)) : [at(0), at(1)];
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
