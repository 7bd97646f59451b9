import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plantCurve, type PlantCurve } from "./plant-curve.js";

const utilisation = ({ cost, gamma, support }: PlantCurve, valueAdded: number): number => {
  const cut = 1 / (1 + Math.exp(cost / gamma));
  return (1 / (1 + Math.exp(-(valueAdded + support - cost) / gamma)) - cut) / (1 - cut);
};
const elasticity = (curve: PlantCurve, valueAdded: number): number => {
  const step = valueAdded * 1e-5;
  const [low, high] = [utilisation(curve, valueAdded - step), utilisation(curve, valueAdded + step)];
  return ((high - low) / (2 * step)) * (valueAdded / utilisation(curve, valueAdded));
};
const points = {
  valueAdded: fc.double({ min: 0.01, max: 1000, noNaN: true }),
  utilisation: fc.double({ min: 0.02, max: 0.98, noNaN: true }),
  elasticity: fc.double({ min: 0.1, max: 5, noNaN: true }),
};

describe("plantCurve", () => {
  it("passes through the base point", () => {
    fc.assert(
      fc.property(fc.record(points), (point) => {
        expect(utilisation(plantCurve(point), point.valueAdded)).toBeCloseTo(point.utilisation, 9);
      }),
      { seed: 1 },
    );
  });

  it("has the stated elasticity in value added where such a curve exists", () => {
    const curve = plantCurve({ valueAdded: 12, utilisation: 0.8, elasticity: 1 });
    expect(curve.cost).toBeGreaterThan(0);
    expect(elasticity(curve, 12)).toBeCloseTo(1, 6);
  });

  it("is the flattest curve with cost at zero where a lower elasticity is asked than any curve has", () => {
    const curve = plantCurve({ valueAdded: 12, utilisation: 0.5, elasticity: 0.1 });
    expect(curve.cost).toBe(-0);
    expect(elasticity(curve, 12)).toBeGreaterThan(0.1);
  });

  it("keeps a cost from evidence below the value added and needs no support", () => {
    const curve = plantCurve({ valueAdded: 12, utilisation: 0.8, elasticity: 1, cost: 9 });
    expect(curve.cost).toBe(9);
    expect(curve.support).toBe(0);
    expect(utilisation(curve, 12)).toBeCloseTo(0.8, 9);
  });

  it("supports a plant whose cost from evidence is above its value added", () => {
    const curve = plantCurve({ valueAdded: 12, utilisation: 0.8, elasticity: 1, cost: 20 });
    expect(curve.cost).toBe(20);
    expect(curve.support).toBeGreaterThan(8);
    expect(utilisation(curve, 12)).toBeCloseTo(0.8, 9);
  });

  it("supports it by no more than a few times its cost, at whatever utilisation", () => {
    fc.assert(
      fc.property(fc.record(points), fc.double({ min: 1, max: 5, noNaN: true }), (point, factor) => {
        const cost = point.valueAdded * factor;
        const curve = plantCurve({ ...point, cost });
        expect(curve.cost).toBe(cost);
        expect(utilisation(curve, point.valueAdded)).toBeCloseTo(point.utilisation, 7);
        expect(curve.support + point.valueAdded).toBeLessThan(6 * cost);
      }),
      { seed: 4 },
    );
  });

  it("makes nothing where nothing is earned", () => {
    fc.assert(
      fc.property(fc.record(points), (point) => {
        expect(utilisation(plantCurve(point), 0)).toBeCloseTo(0, 9);
      }),
      { seed: 2 },
    );
  });
});
