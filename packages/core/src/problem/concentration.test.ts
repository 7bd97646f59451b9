import { expect, it } from "vitest";
import { effectiveNumber, hhi } from "./concentration.js";

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
