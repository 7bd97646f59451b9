import { expect, it } from "vitest";
import { effectiveNumber, hhi, hill } from "./concentration.js";

it("has the published values of the index", () => {
  expect(hhi([30, 30, 20, 20])).toBeCloseTo(2600, 9);
  expect(effectiveNumber([30, 30, 20, 20])).toBeCloseTo(3.846153846, 9);
  expect(hhi([100])).toBe(10_000);
  expect(effectiveNumber([100])).toBe(1);
});

it("does not depend on the unit and is 0 for nothing", () => {
  expect(hhi([3, 3, 2, 2])).toBeCloseTo(hhi([0.3, 0.3, 0.2, 0.2]), 9);
  expect(hhi([])).toBe(0);
  expect(effectiveNumber([0, 0])).toBe(0);
});

it("has Hill's numbers between the count of shares and one over the largest", () => {
  const shares = [30, 30, 20, 20];
  expect(hill(shares, 0)).toBeCloseTo(4, 12);
  expect(hill(shares, 2)).toBeCloseTo(effectiveNumber(shares), 12);
  expect(hill(shares, Infinity)).toBeCloseTo(1 / 0.3, 12);
  expect(hill(shares, 1)).toBeLessThan(hill(shares, 0));
  expect(hill(shares, 1)).toBeGreaterThan(hill(shares, 2));
  expect(hill(shares, 1 + 1e-6)).toBeCloseTo(hill(shares, 1), 4);
  expect(hill([7, 7, 7], 1)).toBeCloseTo(3, 12);
  expect(hill([], 1)).toBe(0);
});
