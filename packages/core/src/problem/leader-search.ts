import { welfareOf } from "./answer/welfare.js";
import type { CompiledProblem } from "./compile/compile-problem.js";
import type { Curve, MarketProblem } from "./market-problem.js";
import { solveMarket, type MarketSolution, type Stop } from "./solve-market.js";

/** Directions grow with the square of the leader's markets; beyond these a search would take too long. */
const MAX_MARKETS = 8;
const MAX_SOLVES = 3_000;
/** Shares of its total sales by which a leader's sales in one market are moved to see whether it gains. */
const DEVIATIONS = [-1, -0.3, -0.05, -1e-3, -1e-5, 1e-5, 1e-3, 0.05, 0.3];
/** Shares of the profit that a move must gain: to doubt an answer, and on the way to a better one, where less is rounding, or an answer's bluntness. */
const GAIN = { doubt: 1e-8, step: 1e-13, blunt: 1e-5 } as const;
/** The search ends at steps of this share of total sales. */
const SMALLEST_STEP = 1e-9;

/** Natural residual beyond which a move's answer is too blunt for small gains of profit. */
const SHARP = 1e-12;

/** Share of all it can make that a leader keeps back: at a limit the cost of the last unit has no end. */
const MARGIN = 1e-9;

interface Point {
  readonly sales: Float64Array;
  readonly profit: number;
  readonly result: MarketSolution;
}

/**
 * Looks for a better answer of a leader than the one given by moving its sales in each market and between two markets,
 * its rivals answering each move in full; where one gains, it goes on from there with steps that halve when nothing does.
 *
 * @returns the better answer, or the given one where no move gains.
 */
export function searchLeader(problem: MarketProblem, stop: Stop, from: MarketSolution): MarketSolution {
  const leader = problem.sellers.findIndex((seller) => seller.kind === "leader");
  const search = new LeaderSearch(problem, stop, leader, from);
  return search.markets > MAX_MARKETS ? from : search.run();
}

/** Profit of the leaders at an answer. */
export function leaderProfit({ solution }: MarketSolution): number {
  const { problem } = solution;
  const { producer } = welfareOf(solution, { duties: 0, exportTaxes: 0 }, [], []);
  return problem.sellers.reduce((sum, { kind, id, region }) => {
    if (kind !== "leader") return sum;
    if (id === "*") return sum + Object.values(producer).reduce((a, b) => a + b, 0);
    return sum + producer[region >= 0 ? problem.regions[region] : id];
  }, 0);
}

class LeaderSearch {
  private readonly regions: readonly number[];
  private readonly most: number;
  private best: Point;
  private solves = 0;

  constructor(
    private readonly problem: MarketProblem,
    private readonly stop: Stop,
    private readonly leader: number,
    from: MarketSolution,
  ) {
    const own = from.solution.compiled.sales.filter((sale) => sale.seller === leader);
    this.regions = own.map((sale) => sale.region);
    const sales = Float64Array.from(own, (sale) => from.solution.x[sale.unknown]);
    this.best = { sales, profit: leaderProfit(from), result: from };
    this.most = mostMade(from.solution.compiled, leader);
  }

  get markets(): number {
    return this.regions.length;
  }

  run(): MarketSolution {
    const total = this.best.sales.reduce((sum, q) => sum + q, 0) || this.typicalQuantity();
    const moves = this.moves();
    const gains = () =>
      moves.some((move) => DEVIATIONS.some((share) => this.tries(move, share * total, GAIN.doubt)));
    while (this.solves < MAX_SOLVES && gains()) this.descend(moves, total);
    return this.best.result;
  }

  private descend(moves: readonly Float64Array[], total: number): void {
    for (let step = 0.25 * total; step > SMALLEST_STEP * total && this.solves < MAX_SOLVES;) {
      const better = moves.some(
        (move) => this.tries(move, step, GAIN.step) || this.tries(move, -step, GAIN.step),
      );
      if (!better) step *= 0.5;
    }
  }

  private typicalQuantity(): number {
    const { scales } = this.best.result.solution.compiled.builder;
    return scales.quantity[this.problem.sellers[this.leader].good];
  }

  /** More in one market; more in one and less in another; more in both. */
  private moves(): Float64Array[] {
    const n = this.markets;
    const unit = (at: number) => Float64Array.from({ length: n }, (_, k) => (k === at ? 1 : 0));
    const single = Array.from({ length: n }, (_, k) => unit(k));
    const pairs = single.flatMap((a, i) =>
      single.slice(i + 1).flatMap((b) => [a.map((v, k) => v - b[k]), a.map((v, k) => v + b[k])]),
    );
    return [...single, ...pairs];
  }

  private tries(move: Float64Array, step: number, gain: number): boolean {
    const sales = this.best.sales.map((q, k) => Math.max(0, q + step * move[k]));
    if (sales.every((q, k) => q === this.best.sales[k])) return false;
    if (sales.reduce((sum, q) => sum + q, 0) > this.most * (1 - MARGIN)) return false;
    this.solves += 1;
    const given = new Map(this.regions.map((region, k) => [region, sales[k]]));
    const result = solveMarket({ ...this.problem, leaderSales: given }, this.stop);
    if ("code" in result) return false;
    const needed = result.residual > SHARP ? Math.max(gain, GAIN.blunt) : gain;
    const profit = leaderProfit(result);
    if (!(profit > this.best.profit + needed * Math.abs(this.best.profit))) return false;
    this.best = { sales, profit, result };
    return true;
  }
}

/** All that a seller can make. */
function mostMade({ problem, ownership }: CompiledProblem, seller: number): number {
  const { good } = problem.sellers[seller];
  const curves = problem.supply.filter(
    (row) => row.goods.includes(good) && ownership.ofRegion(row.region, good) === seller,
  );
  const made = problem.processes.some(
    (process) =>
      ownership.ofRegion(process.region, good) === seller &&
      process.outputs.some(([output]) => output === good),
  );
  if (made || curves.some((row) => row.goods.length > 1)) return Infinity;
  const ofFirms = problem.firms.reduce(
    (sum, firm, k) => sum + (firm.good === good && ownership.ofFirm(k) === seller ? firm.capacity : 0),
    0,
  );
  return curves.reduce((sum, { curve, capacity }) => sum + Math.min(capacity, mostOn(curve)), ofFirms);
}

function mostOn(curve: Curve): number {
  switch (curve.form) {
    case "golombek":
      return curve.limit;
    case "steps":
      return curve.steps.reduce((sum, [size]) => sum + size, 0);
    case "fixed":
      return curve.quantity;
    default:
      return Infinity;
  }
}
