import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Stream } from "../numeric/stream.js";
import { directionNumbers } from "./direction-numbers.js";
import { drawFrom } from "./distribution.js";
import { bandLevels, bands, quantile } from "./quantiles.js";
import { largestDimension, sobolPoints } from "./sobol.js";

const column = (points: Float64Array, dimension: number, d: number) =>
  [...points].filter((_, index) => index % dimension === d);

describe("direction numbers", () => {
  it("are odd and below their power of two, as the theory asks", () => {
    for (const [s, a, m] of directionNumbers) {
      expect(m).toHaveLength(s);
      expect(a).toBeLessThan(2 ** Math.max(0, s - 1));
      m.forEach((value, k) => {
        expect(value % 2).toBe(1);
        expect(value).toBeLessThan(2 ** (k + 1));
      });
    }
  });
});

describe("Sobol points", () => {
  it("put exactly one of 2^k points in each of 2^k equal cells of every axis", () => {
    const points = sobolPoints(256, largestDimension, new Stream(1));
    for (let d = 0; d < largestDimension; d++) {
      const cells = new Set(column(points, largestDimension, d).map((u) => Math.floor(u * 256)));
      expect(cells.size).toBe(256);
    }
  });

  it("begin as the golden start in three dimensions, up to the shift", () => {
    const zero = { bits: () => 0 } as unknown as Stream;
    const points = [...sobolPoints(6, 3, zero)];
    expect(points.slice(3)).toEqual([
      0.5, 0.5, 0.5, 0.75, 0.25, 0.25, 0.25, 0.75, 0.75, 0.375, 0.375, 0.625, 0.875, 0.875, 0.125,
    ]);
  });

  it("integrate a smooth function far better than one over the root of n", () => {
    const n = 1024;
    const points = sobolPoints(n, 4, new Stream(5));
    let sum = 0;
    for (let i = 0; i < n; i++) {
      let product = 1;
      for (let d = 0; d < 4; d++) product *= 2 * (points[i * 4 + d] ?? 0);
      sum += product;
    }
    expect(Math.abs(sum / n - 1)).toBeLessThan(0.02);
  });

  it("depend on the seed only", () => {
    expect(sobolPoints(10, 3, new Stream(2))).toEqual(sobolPoints(10, 3, new Stream(2)));
    expect(sobolPoints(10, 3, new Stream(2))).not.toEqual(sobolPoints(10, 3, new Stream(3)));
  });

  it("refuse more dimensions than there are numbers for", () => {
    expect(() => sobolPoints(4, 33, new Stream(1))).toThrow(RangeError);
  });
});

describe("ranges", () => {
  it("have their central value as the median and their ends as ends", () => {
    for (const scale of ["value", "ratio"] as const) {
      const range = { low: 0.5, central: 1, high: 3, scale };
      expect(drawFrom(range, 0.5)).toBeCloseTo(1, 12);
      expect(drawFrom(range, 0)).toBeCloseTo(0.5, 12);
      expect(drawFrom(range, 1)).toBeCloseTo(3, 12);
    }
  });

  it("rise with u and stay inside (property)", () => {
    const unit = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(unit, unit, (a, b) => {
        const range = { low: 0.2, central: 0.4, high: 0.9, scale: "ratio" as const };
        const [low, high] = a < b ? [a, b] : [b, a];
        const [x, y] = [drawFrom(range, low), drawFrom(range, high)];
        expect(x).toBeLessThanOrEqual(y + 1e-15);
        expect(x).toBeGreaterThanOrEqual(0.2 - 1e-12);
        expect(y).toBeLessThanOrEqual(0.9 + 1e-12);
      }),
      { seed: 11 },
    );
  });
});

describe("bands", () => {
  it("equal the quantiles of a known sample", () => {
    const sorted = Float64Array.from({ length: 101 }, (_, index) => index);
    expect(bandLevels.map((level) => quantile(sorted, level))).toEqual([5, 25, 50, 75, 95]);
    expect(quantile(Float64Array.of(4), 0.95)).toBe(4);
  });

  it("never cross and hold each year apart", () => {
    const stream = new Stream(9);
    const draws = Array.from({ length: 64 }, () =>
      Float64Array.from({ length: 3 }, (_, year) => year * 10 + stream.uniform()),
    );
    const rows = bands(draws, 3);
    for (let level = 1; level < rows.length; level++)
      for (let year = 0; year < 3; year++)
        expect(rows[level]?.[year]).toBeGreaterThanOrEqual(rows[level - 1]?.[year] ?? Infinity);
    expect(rows[2]?.[2]).toBeGreaterThan(20);
    expect(rows[2]?.[2]).toBeLessThan(21);
  });
});
