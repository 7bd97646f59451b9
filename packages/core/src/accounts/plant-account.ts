import { exp, log, log1p } from "../numeric/elementary.js";

/** One node's supply curve in a year: y = K·u(m), u = (σ(m/γ) − b)/(1−b) up to `ramp`, b = σ(−cost/γ). */
export interface Plant {
  readonly capacity: number;
  readonly cost: number;
  readonly gamma: number;
  readonly ramp: number;
}

/**
 * Producers' surplus at margin m, kUSD/y: the area to the left of supply, K/(1−b)·[γ ln(1+e^{m/γ}) − γ ln(1+e^{−c/γ}) − b(m+c)];
 * beyond the margin at which the ramp binds each further kUSD/t is earned on the whole output.
 */
export function producerSurplus({ capacity, cost, gamma, ramp }: Plant, margin: number): number {
  if (capacity <= 0 || margin <= -cost) return 0;
  const b = sigma(-cost / gamma);
  const top = ramp < 1 ? gamma * logit(b + (1 - b) * ramp) : Infinity;
  const m = Math.min(margin, top);
  const area = gamma * (softplus(m / gamma) - softplus(-cost / gamma)) - b * (m + cost);
  return (capacity / (1 - b)) * area + (margin > top ? capacity * ramp * (margin - top) : 0);
}

/** Cost of making `level`, kUSD/y: C(y) = K/(1−b)·[c(v−b) − γ(h(v) − h(b))], v = b + (1−b)y/K, h the entropy. */
export function productionCost({ capacity, cost, gamma }: Plant, level: number): number {
  if (capacity <= 0 || level <= 0) return 0;
  const b = sigma(-cost / gamma);
  const idle = (1 - b) * Math.max(0, 1 - level / capacity);
  const v = 1 - idle;
  return (capacity / (1 - b)) * (cost * (v - b) - gamma * (entropy(v, idle) - entropy(b, 1 - b)));
}

const sigma = (x: number): number => (x > 0 ? 1 / (1 + exp(-x)) : exp(x) / (1 + exp(x)));
const logit = (p: number): number => log(p / (1 - p));
const softplus = (x: number): number => (x > 0 ? x + log1p(exp(-x)) : log1p(exp(x)));
const entropy = (p: number, q: number): number => -(p > 0 ? p * log(p) : 0) - (q > 0 ? q * log(q) : 0);
