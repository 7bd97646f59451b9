import type { Market } from "../../market/market.js";
import { exp, log, pow } from "../../numeric/elementary.js";

/** Demand of one use at the use prices given; by good into `byGood`, at the places of `uses.goodBuyer`. */
export function finalDemand(
  { uses }: Market,
  e: number,
  usePrice: Float64Array,
  byGood: Float64Array,
): number {
  const [first, end, scale] = [uses.goodStart[e], uses.goodStart[e + 1], uses.gradeScale[e]];
  let price = 0;
  if (scale > 0) {
    let best = -Infinity;
    for (let i = first; i < end; i++) {
      byGood[i] = uses.goodWeight[i] - usePrice[uses.goodBuyer[i]] / scale;
      best = Math.max(best, byGood[i]);
    }
    if (best === -Infinity) {
      byGood.fill(0, first, end);
      return 0;
    }
    let sum = 0;
    for (let i = first; i < end; i++) sum += byGood[i] = exp(byGood[i] - best);
    for (let i = first; i < end; i++) byGood[i] /= sum;
    price = -scale * (best + log(sum));
  } else {
    for (let i = first; i < end; i++) {
      byGood[i] = uses.goodWeight[i];
      if (byGood[i] !== 0) price += byGood[i] * usePrice[uses.goodBuyer[i]];
    }
  }
  const total = uses.quantity[e] * relative(price, uses.basePrice[e], uses.elasticity[e], uses.choke[e]);
  for (let i = first; i < end; i++) byGood[i] *= total;
  return total;
}

function relative(price: number, base: number, elasticity: number, choke: number): number {
  if (price >= choke || base >= choke || price === Infinity) return 0;
  const knee = base / 10;
  if (price < knee)
    return relative(knee, base, elasticity, choke) + slope(knee, base, elasticity, choke) * (price - knee);
  if (elasticity < 1e-7) return choke === Infinity ? 1 : log(choke / price) / log(choke / base);
  const kappa = choke === Infinity ? 0 : pow(choke / base, -elasticity);
  return (pow(price / base, -elasticity) - kappa) / (1 - kappa);
}

function slope(price: number, base: number, elasticity: number, choke: number): number {
  if (elasticity < 1e-7) return choke === Infinity ? 0 : -1 / (price * log(choke / base));
  const kappa = choke === Infinity ? 0 : pow(choke / base, -elasticity);
  return (-elasticity * pow(price / base, -elasticity)) / (price * (1 - kappa));
}
