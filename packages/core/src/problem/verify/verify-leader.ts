import type { Seller } from "../market-problem.js";
import type { Figures } from "./figures.js";
import { FollowerAnswers } from "./follower-answers.js";
import type { NodeValue } from "./node-values.js";
import { costRange, deliveredFrom, type Owner } from "./seller-worth.js";
import type { Violations } from "./violations.js";

/** Of the leader's total sales: how far one market's are moved. */
const STEP = 1e-5;
/** Of the price: gains per unit below this are the curvature that a small step leaves. */
const RESOLUTION = 1e-4;
/** Of the price: how near the rivals' answers must come to the answer's own prices. */
const AGREES = 1e-7;

/**
 * A leader gains nothing by selling a little more or less in any market, its rivals answering: from both sides, since an
 * optimum may stand at a kink of their answers.
 */
export function verifyLeader(
  figures: Figures,
  values: ReadonlyMap<number, NodeValue>,
  violations: Violations,
  leader: Seller,
): void {
  const answers = FollowerAnswers.of(figures, leader);
  if (answers === undefined) return;
  const scale = figures.priceScale[leader.good];
  const sales = answers.markets.map(
    ({ region }) => figures.sale.get(`${leader.id}|${figures.at(region, leader.good)}`) ?? 0,
  );
  const prices = answers.prices(sales);
  if (prices === undefined) return;
  const gaps = answers.markets.map(({ region }, m) => {
    const node = figures.at(region, leader.good);
    const gap = (values.get(node)?.use[0] ?? NaN) - prices[m];
    // where nothing is bought any price is one at which nobody would
    const isIdle = (figures.demanded.get(node) ?? 0) === 0 && gap > 0;
    return isIdle ? 0 : Math.abs(gap);
  });
  const widest = Math.max(0, ...gaps);
  if (!(widest <= AGREES * scale)) {
    violations.add(`rivals of ${leader.id}`, widest / scale);
    return;
  }
  const total = sales.reduce((sum, q) => sum + q, 0);
  const step =
    STEP *
    (total ||
      Math.max(
        ...answers.markets.map(({ region }) => figures.quantityScale[figures.at(region, leader.good)]),
      ));
  const revenue = (at: readonly number[], p: readonly number[]) =>
    at.reduce((sum, q, m) => sum + q * p[m], 0);
  for (const side of [1, -1] as const) {
    const costs = costsOfMore(figures, leader, side * step);
    answers.markets.forEach(({ region }, m) => {
      const cost = costs[region];
      if (cost === undefined || (side < 0 && sales[m] < step)) return;
      const moved = sales.map((q, k) => (k === m ? q + side * step : q));
      const there = answers.prices(moved);
      if (there === undefined) return;
      const gain = (revenue(moved, there) - revenue(sales, prices)) / step - side * cost;
      if (gain > RESOLUTION * scale)
        violations.add(`optimum of ${leader.id} in ${figures.problem.regions[region]}`, gain / scale);
    });
  }
}

/** By region: what the last unit of a step more costs the leader there, or the last of a step less saves it. */
function costsOfMore(figures: Figures, leader: Seller, step: number): (number | undefined)[] {
  const owner: Owner = { good: leader.good, seller: leader, revenue: () => undefined };
  // what is made beyond sales is thrown away where that is free, and then costs nothing to sell
  const least = figures.problem.freeDisposal[leader.good] ? 0 : -Infinity;
  const made = figures.problem.regions.map((_, region) => {
    const range = costRange(figures, owner, region, step);
    return range && Math.max(least, range[step > 0 ? 0 : 1]);
  });
  return deliveredFrom(figures, owner, made);
}
