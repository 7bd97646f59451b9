import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calibrateGoAhead, goAheadShare } from "./go-ahead.js";

describe("the go-ahead share", () => {
  it("is nothing at and below the hurdle", () => {
    const curve = calibrateGoAhead(0.8, 3, 1);
    expect(goAheadShare(curve, 0)).toBe(0);
    expect(goAheadShare(curve, -100)).toBe(0);
    expect(goAheadShare(curve, 1e-9)).toBe(0);
  });

  it("gives the announced completion at the surplus of the base outlook", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        fc.double({ min: 0.001, max: 100, noNaN: true }),
        fc.double({ min: 0.01, max: 20, noNaN: true }),
        (completion, surplus, spread) => {
          expect(goAheadShare(calibrateGoAhead(completion, surplus, spread), surplus)).toBeCloseTo(
            completion,
            9,
          );
        },
      ),
      { seed: 31 },
    );
  });

  it("never falls as the surplus grows, and ends at all", () => {
    const curve = calibrateGoAhead(0.3, 2, 1.5);
    let before = 0;
    for (let surplus = 0; surplus < 200; surplus += 0.5) {
      const share = goAheadShare(curve, surplus);
      expect(share).toBeGreaterThanOrEqual(before);
      before = share;
    }
    expect(before).toBeCloseTo(1, 9);
  });

  it("is the logistic from the hurdle on: (σ(x+c) − σ(c))/(1 − σ(c))", () => {
    const sigma = (x: number) => 1 / (1 + Math.exp(-x));
    const [spread, readiness, surplus] = [2, -1, 3];
    const direct = (sigma(surplus / spread + readiness) - sigma(readiness)) / (1 - sigma(readiness));
    expect(goAheadShare({ spread, readiness }, surplus)).toBeCloseTo(direct, 12);
  });

  it("starts at the middle of the logistic where the base outlook leaves no surplus", () => {
    expect(calibrateGoAhead(0.8, 0, 1.5)).toEqual({ spread: 1.5, readiness: 0 });
  });

  it("does not mistake the noise of rounding for a surplus, which would make the curve so steep that noise builds all of it", () => {
    const curve = calibrateGoAhead(0.8, 1e-15, 1.5);
    expect(curve).toEqual({ spread: 1.5, readiness: 0 });
    expect(goAheadShare(curve, 1e-14)).toBe(0);
  });
});
