import { lemke } from "../../equilibrium/exact/lemke.js";
import type { Curve, Seller } from "../market-problem.js";
import { quantitiesAt } from "./curve-quantities.js";
import type { Figures } from "./figures.js";
import { lowestPrice, OwnArc, ownQuantity, owns, type Owner } from "./seller-worth.js";

/** A market, its price a straight line in what is sold: exact, or the tangent at the answer. */
interface PriceLine {
  readonly region: number;
  readonly intercept: number;
  readonly slope: number;
}

/** A part of what followers can make, its marginal cost a straight line up to a capacity. */
interface Maker {
  readonly owner: number;
  readonly intercept: number;
  readonly slope: number;
  readonly capacity: number;
  /** By market: delivered cost = factor · own cost + fixed; undefined where there is no way. */
  readonly ways: readonly ({ readonly factor: number; readonly fixed: number } | undefined)[];
}

/**
 * What prices a leader's rivals leave it, as a linear complementarity problem of their sales around the answer, solved by
 * Lemke's method: written from the definitions of the format, apart from the solver.
 */
export class FollowerAnswers {
  private constructor(
    readonly markets: readonly PriceLine[],
    private readonly makers: readonly Maker[],
    private readonly isFree: boolean,
  ) {}

  /**
   * Undefined where arcs of the good have limits or congestion, where curves have no slope of their own, or where somebody
   * may gain by throwing away what nobody near buys.
   */
  static of(figures: Figures, leader: Seller): FollowerAnswers | undefined {
    const { problem } = figures;
    const { good } = leader;
    const plain = problem.arcs.every(
      (arc) =>
        arc.good !== good ||
        (arc.slope === 0 && arc.capacity === Infinity && arc.quotas.length === 0 && arc.tariffRateQuota < 0),
    );
    const made = problem.processes.some((p) =>
      p.outputs.some(([output, amount]) => output === good && amount > 0),
    );
    if (!plain || made) return undefined;
    const rivals = problem.sellers.filter((other) => other.good === good && other !== leader);
    const markets = marketsOf(figures, good, rivals.length > 0);
    const makers = markets && makersOf(figures, leader, rivals, markets);
    return markets && makers && new FollowerAnswers(markets, makers, problem.freeDisposal[good]);
  }

  /** Prices by market at the leader's sales; undefined where the method ends without an answer. */
  prices(sales: readonly number[]): number[] | undefined {
    const { markets, makers } = this;
    // thrown away so that no price falls below 0, where disposal is free
    const thrown = this.isFree ? markets : [];
    const flows = makers.flatMap((maker, e) =>
      maker.ways.flatMap((way, m) => (way === undefined ? [] : [{ ...maker, ...way, e, m }])),
    );
    const limited = makers.flatMap(({ capacity }, e) => (capacity < Infinity ? [{ e, capacity }] : []));
    const matrix = [
      ...flows.map((row) => [
        ...flows.map((column) => {
          const shared = row.e === column.e ? row.factor * row.slope : 0;
          if (row.m !== column.m) return shared;
          const known = row.owner >= 0 && row.owner === column.owner ? 2 : 1;
          return shared - known * markets[row.m].slope;
        }),
        ...limited.map(({ e }) => (row.e === e ? row.factor : 0)),
        ...thrown.map(({ slope }, m) => (row.m === m ? slope : 0)),
      ]),
      ...limited.map(({ e }) => [
        ...flows.map((column) => (column.e === e ? -1 : 0)),
        ...limited.map(() => 0),
        ...thrown.map(() => 0),
      ]),
      ...thrown.map(({ slope }, m) => [
        ...flows.map((column) => (column.m === m ? slope : 0)),
        ...limited.map(() => 0),
        ...thrown.map((_, n) => (n === m ? -slope : 0)),
      ]),
    ];
    const gap = flows.map(
      ({ factor, fixed, intercept, m }) =>
        factor * intercept + fixed - markets[m].intercept - markets[m].slope * sales[m],
    );
    const solution = lemke(matrix, [
      ...gap,
      ...limited.map(({ capacity }) => capacity),
      ...thrown.map(({ intercept, slope }, m) => intercept + slope * sales[m]),
    ]);
    return (
      solution &&
      markets.map(({ intercept, slope }, m) => {
        const others = flows.reduce((sum, flow, k) => sum + (flow.m === m ? solution[k] : 0), 0);
        const price = intercept + slope * (sales[m] + others);
        return this.isFree ? Math.max(0, price) : price;
      })
    );
  }
}

function marketsOf(figures: Figures, good: number, straight: boolean): PriceLine[] | undefined {
  const markets: PriceLine[] = [];
  for (const { region, goods, curve } of figures.problem.demand) {
    if (!goods.includes(good)) continue;
    const node = figures.at(region, good);
    const subsidy = figures.problem.demandSubsidy[node];
    if (curve.form === "inverse-linear")
      markets.push({ region, intercept: curve.intercept + subsidy, slope: curve.slope });
    else if (curve.form === "linear" && curve.slope !== 0)
      markets.push({ region, intercept: subsidy - curve.intercept / curve.slope, slope: 1 / curve.slope });
    else if (curve.form === "isoelastic" && !straight) {
      const [price, quantity] = [figures.demandPrice.get(node)!, figures.demanded.get(node) ?? 0];
      const slope = price / (curve.elasticity * quantity);
      markets.push({ region, intercept: price + subsidy - slope * quantity, slope });
    } else return undefined;
  }
  return markets.every(({ slope }) => Number.isFinite(slope)) ? markets : undefined;
}

function makersOf(
  figures: Figures,
  leader: Seller,
  rivals: readonly Seller[],
  markets: readonly PriceLine[],
): Maker[] | undefined {
  const { problem } = figures;
  const { good } = leader;
  const makers: Maker[] = [];
  const add = (region: number, firm: number, curve: Curve, capacity: number): boolean => {
    const mine = (seller: Seller) => owns(problem, { good, seller, revenue: () => undefined }, region, firm);
    if (mine(leader)) return true;
    const seller = rivals.find(mine);
    const node = figures.at(region, good);
    const lines = straightParts(figures, { good, seller, revenue: () => undefined }, region, curve, capacity);
    if (lines === undefined) return false;
    const ways = cheapestWays(figures, good, region, seller);
    const least = Math.min(...lines.map(({ intercept }) => intercept)) - problem.supplySubsidy[node];
    const pays = ways.some(
      (way, at) =>
        way && way.factor * least + way.fixed < 0 && !markets.some((market) => market.region === at),
    );
    if (pays && problem.freeDisposal[good]) return false;
    for (const line of lines)
      makers.push({
        ...line,
        intercept: line.intercept - problem.supplySubsidy[node],
        owner: seller === undefined ? -1 : rivals.indexOf(seller),
        ways: markets.map((market) => ways[market.region]),
      });
    return true;
  };
  const curves = problem.supply.every(
    (row) =>
      !row.goods.includes(good) || (row.goods.length === 1 && add(row.region, -1, row.curve, row.capacity)),
  );
  const firms = problem.firms.every(
    ({ region, good: own, cost, costSlope, capacity }, k) =>
      own !== good || add(region, k, { form: "inverse-linear", intercept: cost, slope: costSlope }, capacity),
  );
  return curves && firms ? makers : undefined;
}

type Line = Pick<Maker, "intercept" | "slope" | "capacity">;

function straightParts(
  figures: Figures,
  owner: Owner,
  region: number,
  curve: Curve,
  capacity: number,
): Line[] | undefined {
  switch (curve.form) {
    case "inverse-linear":
      return [{ intercept: curve.intercept, slope: curve.slope, capacity }];
    case "linear":
      if (curve.slope === 0) return undefined;
      return [{ intercept: -curve.intercept / curve.slope, slope: 1 / curve.slope, capacity }];
    case "steps": {
      let room = capacity;
      return [...curve.steps]
        .sort((a, b) => a[1] - b[1])
        .map(([size, intercept]) => {
          const most = Math.min(size, room);
          room -= most;
          return { intercept, slope: 0, capacity: most };
        });
    }
    case "isoelastic":
    case "golombek":
      return tangent(figures, owner, region, curve, capacity);
    default:
      return undefined;
  }
}

/** The tangent at what the owner makes in a region, which must all come from this curve. */
function tangent(
  figures: Figures,
  owner: Owner,
  region: number,
  curve: Curve,
  capacity: number,
): Line[] | undefined {
  const { problem } = figures;
  const { good } = owner;
  const isShared = problem.firms.some(
    (firm, k) => firm.region === region && firm.good === good && owns(problem, owner, region, k),
  );
  if (isShared) return undefined;
  const quantity = ownQuantity(figures, owner, region);
  const priceAt = (q: number) =>
    lowestPrice((price) => quantitiesAt(curve, 1, price, Infinity)[1] >= q, figures.priceScale[good]);
  if (quantity === 0) {
    if (curve.form !== "golombek") return undefined;
    return [{ intercept: curve.a, slope: curve.b - curve.c / curve.limit, capacity }];
  }
  const step = 1e-5 * quantity;
  const above = Math.min(priceAt(quantity + step), priceAt(quantity) + 1e3 * figures.priceScale[good]);
  const slope = (above - priceAt(quantity - step)) / (2 * step);
  return Number.isFinite(slope)
    ? [{ intercept: priceAt(quantity) - slope * quantity, slope, capacity }]
    : undefined;
}

/** By region: what a unit made in a region costs there, as a straight line in its own cost. */
function cheapestWays(figures: Figures, good: number, from: number, seller: Seller | undefined) {
  const { problem, priceScale } = figures;
  const ways: ({ factor: number; fixed: number } | undefined)[] = problem.regions.map(() => undefined);
  ways[from] = { factor: 1, fixed: 0 };
  const arcs = problem.arcs
    .filter((arc) => arc.good === good)
    .map((arc) => new OwnArc(figures, arc, 0, seller));
  const typical = ({ factor, fixed }: { factor: number; fixed: number }) => factor * priceScale[good] + fixed;
  for (const _ of problem.regions)
    for (const arc of arcs) {
      const before = ways[arc.from];
      if (before === undefined) continue;
      const fixed = arc.delivered(before.fixed);
      const way = { factor: arc.delivered(before.fixed + before.factor) - fixed, fixed };
      const there = ways[arc.to];
      if (there === undefined || typical(way) < typical(there) * (1 - 1e-14)) ways[arc.to] = way;
    }
  return ways;
}
