import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { IndicatorSpan } from "./indicator-span.js";
import { nearestName } from "../errors/nearest-name.js";
import { jsonPath } from "./schema-issues.js";
import { SquareSystem } from "./square-system.js";

const SEED = { seed: 20260204, numRuns: 200 };

describe("square system", () => {
  const matrix = fc.integer({ min: 1, max: 8 }).chain((m) =>
    fc.record({
      m: fc.constant(m),
      entries: fc.array(fc.integer({ min: 0, max: 1 }), { minLength: m * m, maxLength: m * m }),
      side: fc.array(fc.integer({ min: -9, max: 9 }), { minLength: m, maxLength: m }),
    }),
  );

  it("solves with the matrix and with its transpose, unless it is singular", () => {
    fc.assert(
      fc.property(matrix, ({ m, entries, side }) => {
        const system = new SquareSystem(m);
        const regular = system.factor(Float64Array.from(entries));
        const span = new IndicatorSpan(m);
        for (let row = 0; row < m; row++) {
          span.add(
            entries.slice(row * m, row * m + m).reduce((mask, entry, col) => mask | (entry << col), 0),
          );
        }
        expect(regular).toBe(span.rank === m);
        if (!regular) return;
        const x = system.solve(side);
        const y = system.solveTransposed(side);
        for (let k = 0; k < m; k++) {
          const row = x.reduce((sum, value, col) => sum + entries[k * m + col] * value, 0);
          const column = y.reduce((sum, value, at) => sum + entries[at * m + k] * value, 0);
          expect(row).toBeCloseTo(side[k], 9);
          expect(column).toBeCloseTo(side[k], 9);
        }
      }),
      SEED,
    );
  });
});

describe("span of coalitions", () => {
  it("contains sums and complements of what was added, and nothing else", () => {
    const span = new IndicatorSpan(4);
    expect(span.add(0b1111)).toBe(true);
    expect(span.add(0b0011)).toBe(true);
    expect(span.add(0b1100)).toBe(false);
    const settled = new Uint8Array(16);
    span.mark(settled);
    expect([...settled.keys()].filter((mask) => settled[mask] === 1)).toEqual([0, 0b0011, 0b1100, 0b1111]);
    const copy = span.copy();
    expect(copy.add(0b0001)).toBe(true);
    expect([span.rank, copy.rank]).toEqual([2, 3]);
    expect(copy.freePlayers()).toHaveLength(1);
  });

  it("fills up: every coalition is settled at full rank", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 63 }), { maxLength: 20 }), (list) => {
        const span = new IndicatorSpan(6);
        const added = list.filter((mask) => span.add(mask)).length;
        const settled = new Uint8Array(64);
        span.mark(settled);
        expect(span.rank).toBe(added);
        expect(list.every((mask) => settled[mask] === 1)).toBe(true);
        expect(settled.every((flag) => flag === 1)).toBe(span.rank === 6);
      }),
      SEED,
    );
  });
});

describe("names", () => {
  it("are suggested when close", () => {
    expect(nearestName("vlaue", ["value", "payoffs"])).toBe("value");
    expect(nearestName("usa", ["JPN", "USA"])).toBe("USA");
    expect(nearestName("something else", ["value"])).toBeUndefined();
  });

  it("are quoted in paths when they are not words", () => {
    expect(jsonPath(["value", "A,B"])).toBe('value["A,B"]');
    expect(jsonPath(["increments", 2, "cost"])).toBe("increments[2].cost");
    expect(jsonPath([])).toBe("");
  });
});
