import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { consumerSurplus, demandAt, userBenefit, type DemandCurve } from "./demand-curve.js";

const curves = fc.record({
  quantity: fc.double({ min: 1, max: 1e5, noNaN: true }),
  basePrice: fc.double({ min: 0.5, max: 500, noNaN: true }),
  exponent: fc.oneof(fc.double({ min: 0.02, max: 3, noNaN: true }), fc.constant(1)),
  choke: fc.double({ min: 1.2, max: 100, noNaN: true }),
});
const curveOf = ({ choke, ...rest }: DemandCurve): DemandCurve => ({
  ...rest,
  choke: choke * rest.basePrice,
});

/** ∫ from price to the choke by the trapezoid rule on a logarithmic grid. */
function areaAbove(curve: DemandCurve, price: number): number {
  const steps = 20_000;
  const ratio = Math.log(curve.choke / price) / steps;
  let area = 0;
  for (let i = 0; i < steps; i++) {
    const [low, high] = [price * Math.exp(i * ratio), price * Math.exp((i + 1) * ratio)];
    area += ((demandAt(curve, low) + demandAt(curve, high)) / 2) * (high - low);
  }
  return area;
}

describe("demand curve", () => {
  const curve: DemandCurve = { quantity: 100, basePrice: 50, exponent: 0.5, choke: 450 };

  it("gives the base quantity at the base price and nothing from the choke on", () => {
    expect(demandAt(curve, 50)).toBeCloseTo(100, 12);
    expect(demandAt(curve, 450)).toBe(0);
    expect(demandAt(curve, 1000)).toBe(0);
  });

  it("has elasticity ε/(1−κ) at the base price", () => {
    const [up, down] = [demandAt(curve, 50.001), demandAt(curve, 49.999)];
    const kappa = Math.pow(9, -0.5);
    expect((-(up - down) / 0.002) * (50 / 100)).toBeCloseTo(0.5 / (1 - kappa), 5);
  });

  it("is a straight line below a tenth of the base price, without a kink", () => {
    const [at, below, further] = [demandAt(curve, 5), demandAt(curve, 4), demandAt(curve, 3)];
    expect(further - below).toBeCloseTo(below - at, 9);
    expect((demandAt(curve, 5) - demandAt(curve, 5.0001)) / 0.0001).toBeCloseTo(below - at, 1);
  });

  it("has as surplus the area to the left of demand above the price", () => {
    for (const price of [3, 5, 20, 50, 200, 449]) {
      const area = areaAbove(curve, price);
      expect(consumerSurplus(curve, price) / area).toBeCloseTo(1, 5);
    }
    expect(consumerSurplus(curve, 451)).toBe(0);
  });

  it("measures the same area along prices and along quantities: B = CS + P·D", () => {
    fc.assert(
      fc.property(curves, fc.double({ min: 0.01, max: 1.5, noNaN: true }), (raw, at) => {
        const drawn = curveOf(raw);
        const price = at * drawn.choke;
        const demand = demandAt(drawn, price);
        const benefit = userBenefit(drawn, demand);
        const scale = Math.max(benefit, drawn.quantity * drawn.basePrice);
        expect(Math.abs(benefit - consumerSurplus(drawn, price) - price * demand) / scale).toBeLessThan(
          1e-11,
        );
      }),
      { seed: 11, numRuns: 500 },
    );
  });
});
