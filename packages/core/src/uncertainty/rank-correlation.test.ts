import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rankCorrelation } from "./rank-correlation.js";

const of = (...values: number[]): Float64Array => Float64Array.from(values);

describe("rank correlation", () => {
  it("is 1 for any rising relation and −1 for any falling one", () => {
    expect(rankCorrelation(of(1, 2, 3, 4), of(1, 8, 27, 1000))).toBeCloseTo(1, 14);
    expect(rankCorrelation(of(1, 2, 3, 4), of(9, 5, 2, -1))).toBeCloseTo(-1, 14);
  });

  it("shares the ranks of equal values", () => {
    // ranks 1, 2.5, 2.5, 4 against 1, 2, 3, 4: 4.5 / √(4.5·5)
    expect(rankCorrelation(of(0, 1, 1, 2), of(1, 2, 3, 4))).toBeCloseTo(4.5 / Math.sqrt(22.5), 14);
  });

  it("is 0 where nothing varies", () => {
    expect(rankCorrelation(of(3, 3, 3), of(1, 2, 3))).toBe(0);
  });

  it("stays between −1 and 1, and does not ask which comes first", () => {
    const sample = fc.array(fc.tuple(fc.integer({ min: -5, max: 5 }), fc.double({ noNaN: true })), {
      minLength: 2,
      maxLength: 12,
    });
    fc.assert(
      fc.property(sample, (pairs) => {
        const [a, b] = [0, 1].map((k) => Float64Array.from(pairs, (pair) => pair[k]));
        const found = rankCorrelation(a, b);
        expect(Math.abs(found)).toBeLessThanOrEqual(1 + 1e-12);
        expect(rankCorrelation(b, a)).toBeCloseTo(found, 12);
      }),
      { seed: 7, numRuns: 200 },
    );
  });
});
