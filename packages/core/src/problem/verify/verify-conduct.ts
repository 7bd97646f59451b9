import { placeOf, type Seller } from "../market-problem.js";
import type { Figures } from "./figures.js";
import type { NodeValue } from "./node-values.js";
import { OwnArc, owns, ownWorth, type Owner, type OwnWorth } from "./seller-worth.js";
import { verifyLeader } from "./verify-leader.js";
import { verifyProcess } from "./verify-nodes.js";
import type { Violations } from "./violations.js";

type Values = ReadonlyMap<number, NodeValue>;

/** What a unit is worth to those who make it under market power, leaders apart: by node of regional output, by firm. */
export interface Worths {
  readonly atNode: Map<number, number>;
  readonly ofFirm: Map<number, number>;
}

/**
 * Goods over which somebody has market power. In every market a seller's marginal revenue (the price, for the competitive
 * rest) is at most what a further unit costs to make and bring there by the cheapest way, and equal where it sells; what
 * is made is what that worth calls for, and flows run on cheapest ways only. Of a leader this checks the ways, not the
 * optimum.
 */
export function verifyConduct(figures: Figures, values: Values, violations: Violations): Worths {
  const { problem } = figures;
  verifySales(figures, violations);
  const found: Worths = { atNode: new Map(), ofFirm: new Map() };
  for (const good of new Set(problem.sellers.map((seller) => seller.good))) {
    const sellers = problem.sellers.filter((seller) => seller.good === good);
    const worths = [...sellers, undefined].map((seller) => {
      const owner = ownerOf(figures, values, good, seller);
      const worth = ownWorth(figures, owner);
      if (seller !== undefined) verifyMarkets(figures, values, violations, owner, seller, worth);
      else verifyRest(figures, values, violations, owner, worth);
      keepWorths(figures, owner, worth, found);
      return { seller, worth };
    });
    const leader = sellers.find((seller) => seller.kind === "leader");
    if (leader === undefined) verifyWays(figures, violations, good, worths);
    else verifyLeader(figures, values, violations, leader);
  }
  verifyOwnProcesses(figures, values, violations, found.atNode);
  verifyIdleMarkets(figures, values, violations, found.atNode);
  return found;
}

function keepWorths(figures: Figures, owner: Owner, { made }: OwnWorth, found: Worths): void {
  const { problem } = figures;
  if (owner.seller?.kind === "leader") return;
  made.forEach((value, region) => {
    if (value !== undefined && owns(problem, owner, region, -1))
      found.atNode.set(figures.at(region, owner.good), value);
  });
  problem.firms.forEach((firm, k) => {
    const value = made[firm.region];
    if (firm.good === owner.good && value !== undefined && owns(problem, owner, -1, k))
      found.ofFirm.set(k, value);
  });
}

/** Where a good is made and nobody buys it, its price is its worth to whoever makes it. */
function verifyIdleMarkets(
  figures: Figures,
  values: Values,
  violations: Violations,
  atNode: Worths["atNode"],
): void {
  const { problem } = figures;
  for (const [node, worth] of atNode) {
    const value = values.get(node);
    const [region, good] = placeOf(problem, node);
    if (!value || problem.demand.some((row) => row.region === region && row.goods.includes(good))) continue;
    const gap = Math.max(Math.abs(value.produce[0] - worth), Math.abs(value.use[0] - worth));
    violations.add(`price at ${node}`, gap / figures.priceScale[good]);
  }
}

function ownerOf(figures: Figures, values: Values, good: number, seller: Seller | undefined): Owner {
  const { problem } = figures;
  const revenue = (region: number) => {
    const value = values.get(figures.at(region, good));
    if (!value || !problem.demand.some((row) => row.region === region && row.goods.includes(good)))
      return undefined;
    if (seller?.kind === "leader") return undefined;
    return value.use[0] + (seller === undefined ? 0 : slopeTimesSales(figures, seller, region));
  };
  return { good, seller, revenue };
}

function verifyMarkets(
  figures: Figures,
  values: Values,
  violations: Violations,
  owner: Owner,
  seller: Seller,
  { delivered }: OwnWorth,
): void {
  const { problem } = figures;
  problem.regions.forEach((name, region) => {
    const node = figures.at(region, seller.good);
    const sold = figures.sale.get(`${seller.id}|${node}`) ?? 0;
    const cost = delivered[region];
    const scale = figures.priceScale[seller.good];
    violations.add(`${seller.id} in ${name}`, -sold / figures.quantityScale[node]);
    if (cost === undefined) return;
    if (seller.kind === "leader") {
      const loss = (cost - (values.get(node)?.use[0] ?? NaN)) / scale;
      // complementary: an interior point leaves a sale of 1e-19 where nothing is sold (verify-leader.test.ts, "a trace")
      if (sold > 0)
        violations.add(`${seller.id} below cost`, Math.min(loss, sold / figures.quantityScale[node]));
      return;
    }
    const revenue = owner.revenue(region);
    if (revenue === undefined) return;
    violations.complementary(
      `${seller.id} in ${name}`,
      sold / figures.quantityScale[node],
      (cost - revenue) / scale,
    );
  });
}

/** Competitive supply of the good gains nowhere: what it brings to a market costs at least the price there. */
function verifyRest(
  figures: Figures,
  values: Values,
  violations: Violations,
  owner: Owner,
  { delivered }: OwnWorth,
): void {
  figures.problem.regions.forEach((name, region) => {
    const [cost, price] = [delivered[region], owner.revenue(region)];
    if (cost === undefined || price === undefined) return;
    violations.add(`competitors in ${name}`, (price - cost) / figures.priceScale[owner.good]);
  });
}

/** Where goods move, it is a cheapest way for somebody. */
function verifyWays(
  figures: Figures,
  violations: Violations,
  good: number,
  worths: readonly { readonly seller: Seller | undefined; readonly worth: OwnWorth }[],
): void {
  figures.problem.arcs.forEach((arc, k) => {
    const flow = figures.flow[k];
    if (arc.good !== good || flow <= 1e-11 * figures.quantityScale[figures.at(arc.to, good)]) return;
    const detours = worths.map(({ seller, worth }) => {
      const [from, to] = [worth.delivered[arc.from], worth.delivered[arc.to]];
      if (from === undefined || to === undefined) return Infinity;
      return new OwnArc(figures, arc, flow, seller).delivered(from) - to;
    });
    violations.add(`way over arc ${k}`, Math.min(...detours) / figures.priceScale[good]);
  });
}

/** Processes that make goods with market power: the worth to the owner of the region's output stands in for the price. */
function verifyOwnProcesses(
  figures: Figures,
  values: Values,
  violations: Violations,
  worthAt: ReadonlyMap<number, number>,
): void {
  const { problem } = figures;
  for (const process of problem.processes) {
    const worths = process.outputs.flatMap(([good]) => {
      const worth = worthAt.get(figures.at(process.region, good));
      return worth === undefined ? [] : [[good, worth] as const];
    });
    if (worths.length > 0) verifyProcess(figures, values, violations, process, new Map(worths));
  }
}

/** Sales of sellers with market power stay within what is bought, and are all of it where nobody else supplies the good. */
function verifySales(figures: Figures, violations: Violations): void {
  const { problem } = figures;
  for (const good of new Set(problem.sellers.map((seller) => seller.good))) {
    const sellers = problem.sellers.filter((seller) => seller.good === good);
    const owned = (region: number, firm: number) =>
      sellers.some(({ id, ...own }) => id === "*" || (firm >= 0 ? own.firm === firm : own.region === region));
    const everyone =
      problem.supply.every((row) => !row.goods.includes(good) || owned(row.region, -1)) &&
      problem.firms.every((firm, k) => firm.good !== good || owned(firm.region, k)) &&
      problem.processes.every((p) => p.outputs.every(([output]) => output !== good) || owned(p.region, -1));
    problem.regions.forEach((_, region) => {
      const node = figures.at(region, good);
      const sold = sellers.reduce((sum, { id }) => sum + (figures.sale.get(`${id}|${node}`) ?? 0), 0);
      const left = ((figures.demanded.get(node) ?? 0) - sold) / figures.quantityScale[node];
      violations.add(`sales at ${node}`, everyone ? Math.abs(left) : -left);
    });
  }
}

/** Σ ∂price/∂quantity · own sales in a region, cross effects between the seller's own goods included. */
function slopeTimesSales(figures: Figures, seller: Seller, region: number): number {
  const { problem } = figures;
  const row = problem.demand.find((curve) => curve.region === region && curve.goods.includes(seller.good))!;
  const own = (good: number) => {
    const controls = problem.sellers.some(
      (other) => other.id === seller.id && other.good === good && other.kind !== "leader",
    );
    return controls ? (figures.sale.get(`${seller.id}|${figures.at(region, good)}`) ?? 0) : 0;
  };
  const { curve } = row;
  const mine = own(seller.good);
  switch (curve.form) {
    case "inverse-linear":
      return curve.slope * mine;
    case "linear":
      return mine / curve.slope;
    case "isoelastic": {
      const node = figures.at(region, seller.good);
      const price = figures.demandPrice.get(node)!;
      return (price * mine) / (curve.elasticity * figures.demanded.get(node)!);
    }
    case "inverse-linear-system": {
      const at = row.goods.indexOf(seller.good);
      return row.goods.reduce((sum, good, h) => sum + curve.slope[h][at] * own(good), 0);
    }
    default:
      return NaN;
  }
}
