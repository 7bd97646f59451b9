import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { producerSurplus, productionCost, type Plant } from "./plant-account.js";

const levelAt = ({ capacity, cost, gamma, ramp }: Plant, margin: number): number => {
  if (margin <= -cost) return 0;
  const b = 1 / (1 + Math.exp(cost / gamma));
  return capacity * Math.min(ramp, (1 / (1 + Math.exp(-margin / gamma)) - b) / (1 - b));
};
const plants = fc.record({
  capacity: fc.double({ min: 1, max: 1e5, noNaN: true }),
  cost: fc.double({ min: 0, max: 200, noNaN: true }),
  gamma: fc.double({ min: 0.5, max: 100, noNaN: true }),
  ramp: fc.oneof(fc.constant(1), fc.double({ min: 0.05, max: 1, noNaN: true })),
});

describe("a plant's account", () => {
  const plant: Plant = { capacity: 100, cost: 10, gamma: 4, ramp: 1 };

  it("earns nothing at zero value added and below", () => {
    expect(producerSurplus(plant, -10)).toBe(0);
    expect(producerSurplus(plant, -30)).toBe(0);
    expect(productionCost(plant, 0)).toBe(0);
  });

  it("earns the area to the left of supply", () => {
    for (const margin of [-5, 0, 5, 40]) {
      let area = 0;
      const steps = 20_000;
      const width = (margin + 10) / steps;
      for (let i = 0; i < steps; i++) area += levelAt(plant, -10 + (i + 0.5) * width) * width;
      expect(producerSurplus(plant, margin)).toBeCloseTo(area, 4);
    }
  });

  it("earns each further dollar on the whole output once the ramp binds", () => {
    const young = { ...plant, ramp: 0.3 };
    expect(producerSurplus(young, 41) - producerSurplus(young, 40)).toBeCloseTo(30, 9);
  });

  it("splits revenue net of inputs into cost and surplus: PS + C = (m + c)·y", () => {
    fc.assert(
      fc.property(plants, fc.double({ min: -250, max: 400, noNaN: true }), (drawn, margin) => {
        const level = levelAt(drawn, margin);
        const [left, right] = [
          producerSurplus(drawn, margin) + productionCost(drawn, level),
          (margin + drawn.cost) * level,
        ];
        const scale = drawn.capacity * (drawn.cost + Math.abs(margin) + drawn.gamma);
        expect(Math.abs(left - Math.max(0, right)) / scale).toBeLessThan(1e-11);
      }),
      { seed: 12, numRuns: 500 },
    );
  });

  it("costs more per tonne the more is made", () => {
    expect(productionCost(plant, 60) - productionCost(plant, 50)).toBeGreaterThan(
      productionCost(plant, 20) - productionCost(plant, 10),
    );
  });
});
