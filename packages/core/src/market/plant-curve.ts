import { exp, log } from "../numeric/elementary.js";

/** The two constants of a logistic supply curve cut at zero value added: u = (σ(m/γ) − b)/(1−b), m = value added − cost, b = σ(−cost/γ). */
export interface PlantCurve {
  readonly cost: number;
  readonly gamma: number;
  /** Support per tonne that makes the base point hold where cost evidence lies above the value added. */
  readonly support: number;
}

export interface PlantPoint {
  /** Value added per tonne of level at base prices, support in force included. */
  readonly valueAdded: number;
  readonly utilisation: number;
  /** Elasticity of supply in value added at the base point. */
  readonly elasticity: number;
  /** Unit cost where evidence gives one; it wins over the elasticity. */
  readonly cost?: number | undefined;
}

/**
 * The curve through (value added, utilisation) with the stated elasticity. With v = b + (1−b)u the elasticity is VA·v(1−u)/(γu), and
 * VA/γ = ln(v/(1−v)) − ln(b/(1−b)): one equation in b. A plant with no root has its cost at zero, the most inelastic curve there is.
 */
export function plantCurve(point: PlantPoint): PlantCurve {
  const { valueAdded, utilisation, elasticity, cost } = point;
  if (cost !== undefined && cost > 0) return curveWithCost(point, cost);
  const b = cutShare(utilisation, elasticity);
  const gamma = valueAdded / (logit(b + (1 - b) * utilisation) - logit(b));
  return { cost: -gamma * logit(b), gamma, support: 0 };
}

/**
 * A plant that earns less than it costs is supported as far as the base point needs; its costs are spread as those of a plant of its kind that
 * earns what it costs, since the elasticity alone, at a low utilisation, would spread them without bound and ask for a support many times the cost.
 */
function curveWithCost({ valueAdded, utilisation, elasticity }: PlantPoint, cost: number): PlantCurve {
  if (valueAdded > cost) return { cost, gamma: scaleWithCost(valueAdded, utilisation, cost), support: 0 };
  const { gamma } = plantCurve({ valueAdded: cost, utilisation, elasticity });
  const b = sigma(-cost / gamma);
  return { cost, gamma, support: gamma * (logit(b + (1 - b) * utilisation) - logit(b)) - valueAdded };
}

/** With positive margin utilisation falls from 1 to 0 as γ grows, so one γ fits. */
function scaleWithCost(valueAdded: number, utilisation: number, cost: number): number {
  const margin = valueAdded - cost;
  const utilisationAt = (gamma: number): number => {
    const b = sigma(-cost / gamma);
    return (sigma(margin / gamma) - b) / (1 - b);
  };
  let [low, high] = [margin / 40, valueAdded * 1e6];
  for (let i = 0; i < 200 && high - low > 1e-15 * high; i++) {
    const middle = Math.sqrt(low * high);
    if (utilisationAt(middle) > utilisation) low = middle;
    else high = middle;
  }
  return Math.sqrt(low * high);
}

const smallestCut = 1e-12;

function cutShare(u: number, elasticity: number): number {
  const gap = (b: number): number => {
    const v = b + (1 - b) * u;
    return ((logit(v) - logit(b)) * v * (1 - u)) / (elasticity * u) - 1;
  };
  let [low, high] = [smallestCut, 0.5];
  if (gap(high) >= 0) return high;
  if (gap(low) <= 0) return low;
  for (let i = 0; i < 100 && high - low > 1e-16; i++) {
    const middle = (low + high) / 2;
    if (gap(middle) > 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

const sigma = (x: number): number => (x > 0 ? 1 / (1 + exp(-x)) : exp(x) / (1 + exp(x)));
const logit = (p: number): number => log(p / (1 - p));
