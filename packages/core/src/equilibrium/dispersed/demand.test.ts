import { describe, expect, it } from "vitest";
import { demandSpan, relativeDemand } from "./demand.js";

const at = (price: number, elasticity: number, choke: number, base = 100): [number, number] => {
  const out = new Float64Array(2);
  relativeDemand(price, base, elasticity, choke, demandSpan(base, elasticity, choke), out);
  return [out[0], out[1]];
};

describe("relative demand", () => {
  it("is exactly 1 at the base price", () => {
    for (const elasticity of [0, 1e-9, 0.3, 2]) expect(at(100, elasticity, 700)[0]).toBe(1);
  });

  it.each([50, 100, 130, 600])("is ((P/P̄)^−ε − κ)/(1 − κ) at %d", (price) => {
    const kappa = 7 ** -0.4;
    expect(at(price, 0.4, 700)[0]).toBeCloseTo(((price / 100) ** -0.4 - kappa) / (1 - kappa), 13);
  });

  it("vanishes from the choke on", () => {
    expect(at(700, 0.4, 700)).toEqual([0, 0]);
    expect(at(Infinity, 0.4, 700)).toEqual([0, 0]);
    expect(at(Infinity, 0.4, Infinity)).toEqual([0, 0]);
    expect(at(699.9999, 0.4, 700)[0]).toBeGreaterThan(0);
    expect(at(100, 0.4, 90)).toEqual([0, 0]);
  });

  it("goes on as a line below a tenth of the base price, also below zero", () => {
    const [edge, slope] = at(10, 0.4, 700);
    expect(at(4, 0.4, 700)[0]).toBeCloseTo(edge - 6 * slope, 9);
    expect(at(-5, 0.4, 700)[1]).toBeCloseTo(slope, 12);
  });

  it("has the slope of its own differences", () => {
    for (const elasticity of [0, 0.1, 1.7]) {
      for (const choke of [700, Infinity]) {
        for (const price of [3, 40, 100, 350]) {
          const h = 1e-4;
          const difference =
            (at(price + h, elasticity, choke)[0] - at(price - h, elasticity, choke)[0]) / (2 * h);
          expect(at(price, elasticity, choke)[1]).toBeCloseTo(difference, 7);
        }
      }
    }
  });

  it("tends to its logarithmic limit as the elasticity goes to zero", () => {
    for (const price of [20, 150, 500]) expect(at(price, 1e-9, 700)[0]).toBeCloseTo(at(price, 0, 700)[0], 7);
  });
});
