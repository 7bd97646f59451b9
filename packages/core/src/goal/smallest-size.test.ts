import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { smallestSize } from "./smallest-size.js";

const size = fc.double({ min: 0.001, max: 0.999, noNaN: true });

describe("the smallest size over any range", () => {
  it("is the root of whatever rises through nothing, to a thousandth of itself (property)", () => {
    fc.assert(
      fc.property(
        size,
        fc.double({ min: 0, max: 500, noNaN: true }),
        fc.double({ min: 1, max: 2000, noNaN: true }),
        (part, low, width) => {
          const root = low + part * width;
          for (const shape of [
            (x: number) => x - root,
            (x: number) => (x - root) ** 3,
            (x: number) => (x < root ? -1 : 1),
          ]) {
            const found = smallestSize(low, low + width, shape);
            if (!("size" in found)) throw new Error("within reach");
            expect(shape(found.size)).toBeGreaterThanOrEqual(0);
            expect(found.size - root).toBeLessThanOrEqual(1e-3 * found.size + 1e-12);
            expect(found.others).toEqual([]);
          }
        },
      ),
      { seed: 101 },
    );
  });

  it("is asked few times and no size twice: a solve each", () => {
    const asked: number[] = [];
    smallestSize(0, 300, (x) => {
      asked.push(x);
      return x - 137.5;
    });
    expect(new Set(asked).size).toBeGreaterThanOrEqual(asked.length - 1);
    expect(asked.length).toBeLessThan(30);
  });

  it("is the end of the range where only that will do, and none where not even that does", () => {
    expect(smallestSize(0, 50, (x) => (x === 50 ? 0 : -1))).toMatchObject({ size: expect.closeTo(50, 1) });
    expect(smallestSize(0, 50, (x) => x - 50.001)).toMatchObject({ closest: 50 });
  });

  it("of a goal that a lever moves away from is nowhere, and doing nothing comes closest", () => {
    expect(smallestSize(0, 10, (x) => -1 - x)).toEqual({ closest: 0, short: -1 });
  });

  it("skips sizes that have no answer, and says so where none has", () => {
    expect(smallestSize(0, 10, () => undefined)).toEqual({ closest: 0, short: -Infinity });
    const holes = smallestSize(0, 10, (x) => (x > 3 && x < 8 ? undefined : x - 2));
    expect("size" in holes && holes.size).toBeCloseTo(2, 2);
  });

  it("is the first of several, and the others stand in order (property)", () => {
    fc.assert(
      fc.property(size, size, (one, other) => {
        const inside = (x: number) => (x >= 0.19 && x <= 0.27) || (x >= 0.5 && x <= 0.54) || x >= 0.9;
        const shift = 0.02 * (one - other);
        const found = smallestSize(0, 1, (x) => (inside(x - shift) ? 1 : -1));
        if (!("size" in found)) throw new Error("within reach");
        const all = [found.size, ...found.others];
        expect([...all].sort((a, b) => a - b)).toEqual(all);
        for (const at of all) expect(inside(at - shift)).toBe(true);
      }),
      { seed: 102, numRuns: 30 },
    );
  });

  it("comes as close to the goal as asked where the answer is steep, and stops at a jump", () => {
    const steep = (x: number) => 1e4 * (x - 0.3);
    const near = smallestSize(0, 1, steep, 1e-3, 0.01);
    expect("size" in near && steep(near.size)).toBeLessThanOrEqual(0.01);
    let asked = 0;
    const jump = smallestSize(0, 1, (x) => (asked++, x < 0.3 ? -5 : 5), 1e-3, 0.01);
    expect("size" in jump && jump.size).toBeCloseTo(0.3, 5);
    expect(asked).toBeLessThan(40);
  });
});
