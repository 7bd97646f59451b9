import type { Market } from "../../market/market.js";
import { exp, log, pow } from "../../numeric/elementary.js";
import { range } from "./open-routes.js";

/** Demand of one use, in total and by good, at the use prices given. */
export function finalDemand(
  market: Market,
  e: number,
  usePrice: ArrayLike<number>,
): { readonly total: number; readonly byGood: number[] } {
  const { uses } = market;
  const goods = range(uses.goodStart, e);
  const scale = uses.gradeScale[e];
  const priceOf = (i: number): number => usePrice[uses.goodBuyer[i]];
  let shares = goods.map((i) => uses.goodWeight[i]);
  let price = goods.reduce(
    (sum, i) => sum + (uses.goodWeight[i] === 0 ? 0 : uses.goodWeight[i] * priceOf(i)),
    0,
  );
  if (scale > 0) {
    const pull = (i: number): number => uses.goodWeight[i] - priceOf(i) / scale;
    const best = goods.reduce((most, i) => Math.max(most, pull(i)), -Infinity);
    if (best === -Infinity) return { total: 0, byGood: goods.map(() => 0) };
    const weights = goods.map((i) => exp(pull(i) - best));
    const sum = weights.reduce((total, weight) => total + weight, 0);
    shares = weights.map((weight) => weight / sum);
    price = -scale * (best + log(sum));
  }
  const total = uses.quantity[e] * relative(price, uses.basePrice[e], uses.elasticity[e], uses.choke[e]);
  return { total, byGood: shares.map((share) => share * total) };
}

function relative(price: number, base: number, elasticity: number, choke: number): number {
  if (price >= choke || base >= choke || price === Infinity) return 0;
  const knee = base / 10;
  if (price < knee) {
    return relative(knee, base, elasticity, choke) + slopeAt(knee, base, elasticity, choke) * (price - knee);
  }
  if (elasticity < 1e-7) return choke === Infinity ? 1 : log(choke / price) / log(choke / base);
  const kappa = choke === Infinity ? 0 : pow(choke / base, -elasticity);
  return (pow(price / base, -elasticity) - kappa) / (1 - kappa);
}

function slopeAt(price: number, base: number, elasticity: number, choke: number): number {
  if (elasticity < 1e-7) return choke === Infinity ? 0 : -1 / (price * log(choke / base));
  const kappa = choke === Infinity ? 0 : pow(choke / base, -elasticity);
  return (-elasticity * pow(price / base, -elasticity)) / (price * (1 - kappa));
}
