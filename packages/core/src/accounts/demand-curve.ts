import { exp, expm1, log, pow } from "../numeric/elementary.js";

/**
 * Final demand D(P) = D̄·(x^{−ε} − κ)/(1−κ), x = P/P̄, κ = R^{−ε}, R = Pᶜ/P̄; zero above the choke Pᶜ, and along its tangent
 * below a tenth of the base price. Quantities t/y, prices kUSD/t.
 */
export interface DemandCurve {
  readonly quantity: number;
  readonly basePrice: number;
  readonly exponent: number;
  readonly choke: number;
}

/** Share of the base price below which demand is linear. */
const linearBelow = 0.1;

/** t/y. */
export function demandAt(curve: DemandCurve, price: number): number {
  const { quantity, basePrice, exponent, choke } = curve;
  if (price >= choke || quantity <= 0) return 0;
  const floor = linearBelow * basePrice;
  if (price < floor) return demandAt(curve, floor) + slopeAt(curve, floor) * (price - floor);
  const kappa = pow(choke / basePrice, -exponent);
  return (quantity * (pow(price / basePrice, -exponent) - kappa)) / (1 - kappa);
}

/** CS(P) = ∫_P^{Pᶜ} D, kUSD/y, in closed form. */
export function consumerSurplus(curve: DemandCurve, price: number): number {
  const { quantity, basePrice, exponent, choke } = curve;
  if (price >= choke || quantity <= 0) return 0;
  const floor = linearBelow * basePrice;
  if (price < floor) {
    const width = floor - price;
    const mean = demandAt(curve, floor) - (slopeAt(curve, floor) * width) / 2;
    return consumerSurplus(curve, floor) + mean * width;
  }
  const [low, high] = [log(price / basePrice), log(choke / basePrice)];
  const kappa = exp(-exponent * high);
  const area = powerIntegral(high, 1 - exponent) - powerIntegral(low, 1 - exponent);
  return ((quantity * basePrice) / (1 - kappa)) * (area - (kappa * (choke - price)) / basePrice);
}

/** B(D) = ∫_0^D P, the users' benefit, kUSD/y: the same area measured along the quantities, from the inverse curve. */
export function userBenefit(curve: DemandCurve, demand: number): number {
  const { quantity, basePrice, exponent, choke } = curve;
  if (demand <= 0 || quantity <= 0) return 0;
  const floor = linearBelow * basePrice;
  const most = demandAt(curve, floor);
  if (demand > most) {
    const beyond = demand - most;
    return userBenefit(curve, most) + beyond * (floor + beyond / slopeAt(curve, floor) / 2);
  }
  const lowest = -exponent * log(choke / basePrice);
  const kappa = exp(lowest);
  const reached = log(kappa + ((1 - kappa) * demand) / quantity);
  const power = 1 - 1 / exponent;
  return (
    ((quantity * basePrice) / (1 - kappa)) * (powerIntegral(reached, power) - powerIntegral(lowest, power))
  );
}

function slopeAt({ quantity, basePrice, exponent, choke }: DemandCurve, price: number): number {
  const kappa = pow(choke / basePrice, -exponent);
  return (-exponent * quantity * pow(price / basePrice, -exponent - 1)) / basePrice / (1 - kappa);
}

/** ∫_1^x t^{a−1} dt by x's logarithm: (x^a − 1)/a, ln x at a = 0. */
function powerIntegral(logarithm: number, a: number): number {
  return a === 0 ? logarithm : expm1(a * logarithm) / a;
}
