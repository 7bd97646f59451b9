import { pow } from "../../numeric/elementary.js";
import type { Arc, MarketProblem, Seller } from "../market-problem.js";
import { ArcCosts } from "./arc-costs.js";
import { quantitiesAt, type Range } from "./curve-quantities.js";
import type { Figures } from "./figures.js";

/** Those who own one part of the supply of a good: a seller with market power, or the competitive rest. */
export interface Owner {
  readonly good: number;
  readonly seller: Seller | undefined;
  /** What one more unit sold in a region brings the owner; undefined where nobody buys. */
  readonly revenue: (region: number) => number | undefined;
}

/** What a unit is worth to its owner where it is made, and what it costs the owner by the time it is elsewhere. */
export interface OwnWorth {
  /** By region: a value where the owner makes the good. */
  readonly made: readonly (number | undefined)[];
  /** By region: the cheapest way there; undefined where there is none. */
  readonly delivered: readonly (number | undefined)[];
}

/**
 * Worth is read off the supply curve; where that leaves a range (at a capacity, on a vertical piece, or where a process
 * makes the good) it is what the best market pays back, within the range.
 */
export function ownWorth(figures: Figures, owner: Owner): OwnWorth {
  const { problem } = figures;
  const arcs = arcsOf(figures, owner);
  const back = problem.regions.map((_, region) => owner.revenue(region));
  relax(arcs, problem.regions.length, (arc) => {
    const there = back[arc.to];
    if (there === undefined) return false;
    return lift(back, arc.from, arc.origin(there), 1);
  });
  const made = problem.regions.map((_, region) => {
    const range = costRange(figures, owner, region);
    if (range === undefined) return undefined;
    return Math.min(range[1], Math.max(range[0], back[region] ?? range[0]));
  });
  return { made, delivered: deliveredFrom(figures, owner, made) };
}

function arcsOf(figures: Figures, { good, seller }: Owner): OwnArc[] {
  return figures.problem.arcs.flatMap((arc, k) =>
    arc.good === good ? [new OwnArc(figures, arc, figures.flow[k], seller)] : [],
  );
}

/** By region: what a unit costs there by the cheapest way, from what it costs where it is made. */
export function deliveredFrom(
  figures: Figures,
  owner: Owner,
  made: readonly (number | undefined)[],
): (number | undefined)[] {
  const delivered = [...made];
  relax(arcsOf(figures, owner), made.length, (arc) => {
    const from = delivered[arc.from];
    if (from === undefined || Math.abs(from) === Infinity) return false;
    return lift(delivered, arc.to, arc.delivered(from), -1);
  });
  return delivered;
}

/** An arc with what its user counts: the average cost, or the marginal one where the seller owns the carrier. */
export class OwnArc {
  readonly from: number;
  readonly to: number;
  private readonly costs: ArcCosts;
  private readonly carrier: number | undefined;

  constructor(figures: Figures, arc: Arc, flow: number, seller: Seller | undefined) {
    [this.from, this.to] = [arc.from, arc.to];
    this.costs = new ArcCosts(figures, arc, flow);
    if (seller?.ownsTransport)
      this.carrier = arc.cost + (flow > 0 ? (1 + arc.power) * arc.slope * pow(flow, arc.power) : 0);
  }

  delivered(origin: number): number {
    const { inside, over } = this.costs.delivered(origin, this.carrier);
    return Math.min(inside, over);
  }

  /** The value at the origin that is worth `value` at the end: each tier is affine, and the better one counts. */
  origin(value: number): number {
    const [zero, one] = [0, 1].map((at) => this.costs.delivered(at, this.carrier));
    const inverse = (tier: "inside" | "over") => (value - zero[tier]) / (one[tier] - zero[tier]);
    return zero.over === Infinity ? inverse("inside") : Math.max(inverse("inside"), inverse("over"));
  }
}

function relax(arcs: readonly OwnArc[], rounds: number, improve: (arc: OwnArc) => boolean): void {
  for (let round = 0; round < rounds; round++) {
    let changed = false;
    for (const arc of arcs) if (improve(arc)) changed = true;
    if (!changed) return;
  }
}

/** Raises (sign 1) or lowers (−1) a value to a better one; true when it moved beyond rounding. */
function lift(values: (number | undefined)[], at: number, value: number, sign: 1 | -1): boolean {
  const before = values[at];
  if (before !== undefined && sign * (value - before) <= 1e-14 * Math.abs(before)) return false;
  values[at] = value;
  return true;
}

/**
 * Prices at which the owner's curves and firms of a region supply just what they do, or so much more; undefined where it
 * makes nothing.
 */
export function costRange(figures: Figures, owner: Owner, region: number, more = 0): Range | undefined {
  const { problem } = figures;
  const { good } = owner;
  const node = figures.at(region, good);
  const firms = problem.firms.filter(
    (firm, k) => firm.good === good && firm.region === region && owns(problem, owner, -1, k),
  );
  const curves = problem.supply.filter(
    (row) => row.region === region && row.goods.includes(good) && owns(problem, owner, region, -1),
  );
  if (firms.length + curves.length === 0)
    return makesByProcess(problem, owner, region) ? [-Infinity, Infinity] : undefined;
  if (curves.some((row) => row.goods.length > 1 || "goods" in row.curve)) return [-Infinity, Infinity];
  const quantity = Math.max(0, ownQuantity(figures, owner, region) + more);
  const at = (price: number): Range => {
    const parts = [
      ...curves.map((row) => quantitiesAt(row.curve, 1, price, row.capacity)),
      ...firms.map(({ cost, costSlope, capacity }) =>
        quantitiesAt({ form: "inverse-linear", intercept: cost, slope: costSlope }, 1, price, capacity),
      ),
    ];
    return [parts.reduce((sum, [least]) => sum + least, 0), parts.reduce((sum, [, most]) => sum + most, 0)];
  };
  const scale = figures.priceScale[good];
  const small = 1e-11 * quantity;
  const low = quantity > 0 ? lowestPrice((price) => at(price)[1] >= quantity - small, scale) : -Infinity;
  const high = lowestPrice((price) => at(price)[0] > quantity + small, scale);
  return [low - problem.supplySubsidy[node], high - problem.supplySubsidy[node]];
}

/** Whether the competitive rest, a region's seller, a firm or the only seller owns the supply of a region or a firm. */
export function owns(problem: MarketProblem, owner: Owner, region: number, firm: number): boolean {
  const { seller, good } = owner;
  const mine = ({ id, ...own }: Seller) =>
    id === "*" || (firm >= 0 ? own.firm === firm : own.region === region);
  if (seller !== undefined) return mine(seller);
  return !problem.sellers.some((other) => other.good === good && mine(other));
}

function makesByProcess(problem: MarketProblem, owner: Owner, region: number): boolean {
  return (
    owns(problem, owner, region, -1) &&
    problem.processes.some(
      (process) =>
        process.region === region &&
        process.outputs.some(([output, amount]) => output === owner.good && amount > 0),
    )
  );
}

/** What the owner's curves and firms of a region turn out: what is reported there less what others own of it. */
export function ownQuantity(figures: Figures, owner: Owner, region: number): number {
  const { problem } = figures;
  const { seller, good } = owner;
  if (seller !== undefined && seller.firm >= 0) return totalSales(figures, seller);
  const others = problem.sellers.filter((other) => other !== seller && other.good === good);
  let quantity = figures.supplied.get(figures.at(region, good)) ?? 0;
  for (const other of others)
    if (other.firm >= 0 && problem.firms[other.firm].region === region)
      quantity -= totalSales(figures, other);
  const regional = seller?.region === region ? seller : others.find((other) => other.region === region);
  if (regional === undefined || !hasCompetitiveFirms(problem, good, region)) return Math.max(0, quantity);
  const sold = totalSales(figures, regional) - madeByProcesses(figures, region, good);
  return Math.max(0, regional === seller ? sold : quantity - sold);
}

function hasCompetitiveFirms({ firms, sellers }: MarketProblem, good: number, region: number): boolean {
  return firms.some(
    (firm, k) =>
      firm.region === region &&
      firm.good === good &&
      !sellers.some((seller) => seller.good === good && (seller.firm === k || seller.id === "*")),
  );
}

function madeByProcesses({ problem, level }: Figures, region: number, good: number): number {
  return problem.processes.reduce((sum, process) => {
    if (process.region !== region) return sum;
    const amount = process.outputs.reduce((s, [output, each]) => s + (output === good ? each : 0), 0);
    return sum + amount * (level.get(process.id) ?? 0);
  }, 0);
}

export function totalSales(figures: Figures, seller: Seller): number {
  return figures.problem.regions.reduce(
    (sum, _, region) => sum + (figures.sale.get(`${seller.id}|${figures.at(region, seller.good)}`) ?? 0),
    0,
  );
}

/** The lowest price from which on something holds, by halving; infinite where it never does. */
export function lowestPrice(holds: (price: number) => boolean, scale: number): number {
  let [low, high] = [-4 * scale, 4 * scale];
  while (!holds(high) && high < 1e12 * scale) high *= 4;
  if (!holds(high)) return Infinity;
  while (holds(low) && low > -1e12 * scale) low *= 4;
  if (holds(low)) return -Infinity;
  for (let k = 0; k < 200; k++) {
    const middle = 0.5 * (low + high);
    if (middle === low || middle === high) break;
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}
