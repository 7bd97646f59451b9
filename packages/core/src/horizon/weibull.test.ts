import { describe, expect, it } from "vitest";
import { endOfLifeShares } from "./weibull.js";

describe("end of life", () => {
  it("reaches everything in the end, at the mean life", () => {
    for (const [life, shape] of [
      [15, 4],
      [5, 2],
      [8, 1],
    ]) {
      const shares = endOfLifeShares(life, shape, 200);
      let [total, mean] = [0, 0];
      shares.forEach((share, i) => {
        total += share;
        mean += share * (i + 0.5);
      });
      expect(total).toBeCloseTo(1, 6);
      expect(mean / life).toBeCloseTo(1, 1);
    }
  });

  it("peaks near the mean life for a steep shape", () => {
    const shares = endOfLifeShares(15, 4, 60);
    expect(Math.abs(shares.indexOf(Math.max(...shares)) + 1 - 15)).toBeLessThanOrEqual(2);
  });

  it("is never negative", () => {
    for (const share of endOfLifeShares(3, 5, 60)) expect(share).toBeGreaterThanOrEqual(0);
  });
});
