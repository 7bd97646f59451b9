import { describe, expect, it } from "vitest";
import { effectiveGamma, utilisation } from "./plant.js";

const at = (m: number, cost: number, gamma: number, ramp = 1): [number, number] => {
  const out = new Float64Array(2);
  utilisation(m, cost, gamma, ramp, out);
  return [out[0], out[1]];
};
const sigma = (x: number): number => 1 / (1 + Math.exp(-x));
const byDefinition = (m: number, cost: number, gamma: number): number => {
  const b = sigma(-cost / gamma);
  return m > -cost ? (sigma(m / gamma) - b) / (1 - b) : 0;
};

describe("utilisation of logistic plants", () => {
  it.each([
    [3, 40, 12],
    [-15, 40, 12],
    [70, 40, 12],
    [15, -10, 12],
    [120, -10, 12],
    [0, 0, 1],
    [2, 0, 1],
  ])("is (σ(m/γ) − b)/(1 − b) at m = %d, c = %d, γ = %d", (m, cost, gamma) => {
    const [u, slope] = at(m, cost, gamma);
    expect(u).toBeCloseTo(byDefinition(m, cost, gamma), 13);
    const h = 1e-5;
    const difference = (byDefinition(m + h, cost, gamma) - byDefinition(m - h, cost, gamma)) / (2 * h);
    if (m !== -cost) expect(slope).toBeCloseTo(difference, 7);
  });

  it("is zero where value added and support do not even reach zero", () => {
    expect(at(-40, 40, 12)).toEqual([0, 0]);
    expect(at(-41, 40, 12)).toEqual([0, 0]);
    expect(at(-40 + 1e-6, 40, 12)[0]).toBeGreaterThan(0);
  });

  it("stops at the ramp", () => {
    expect(at(100, 40, 12, 0.3)).toEqual([0.3, 0]);
    expect(at(-20, 40, 12, 0.3)[0]).toBeLessThan(0.3);
  });

  it("stays a number between 0 and 1 at any scale, down to a step", () => {
    for (const cost of [-1e9, -1, 0, 1e-6, 1, 1e9]) {
      for (const gamma of [0, 1e-12, 1e-3, 1, 1e9]) {
        for (const m of [-Infinity, -1e12, -1, 0, 1e-9, 1, 1e12]) {
          const [u, slope] = at(m, cost, effectiveGamma(gamma, cost));
          expect(u).toBeGreaterThanOrEqual(0);
          expect(u).toBeLessThanOrEqual(1);
          expect(slope).toBeGreaterThanOrEqual(0);
        }
      }
    }
  });
});
