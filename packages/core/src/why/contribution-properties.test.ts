import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contributions } from "./contributions.js";

/** A metric on sets of levers as a table: worth[set] for every set of `count` levers, the empty set first. */
interface Metric {
  readonly count: number;
  readonly worth: readonly number[];
}
const metric = (least = 1, most = 6) =>
  fc.integer({ min: least, max: most }).chain((count) =>
    fc
      .array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), {
        minLength: 1 << count,
        maxLength: 1 << count,
      })
      .map((worth): Metric => ({ count, worth })),
  );
const split = ({ count, worth }: Metric) => contributions(count, (set) => worth[Number(set)], 1).values;
const close = (one: readonly number[], other: readonly number[]) => {
  one.forEach((value, i) => {
    expect(Math.abs(value - other[i])).toBeLessThan(1e-8);
  });
};
const bit = (set: number, lever: number) => (set >> lever) & 1;

describe("contributions are the ones Shapley's axioms single out", () => {
  it("sum to the difference (efficiency, property)", () => {
    fc.assert(
      fc.property(metric(), (one) => {
        const sum = split(one).reduce((all, value) => all + value, 0);
        expect(Math.abs(sum - (one.worth.at(-1)! - one.worth[0]))).toBeLessThan(1e-9 * 1e3);
      }),
      { seed: 91 },
    );
  });

  it("give a lever that never matters nothing (property)", () => {
    fc.assert(
      fc.property(metric(1, 5), (small) => {
        const idle: Metric = {
          count: small.count + 1,
          worth: Array.from({ length: 2 << small.count }, (_, set) => small.worth[set % (1 << small.count)]),
        };
        const values = split(idle);
        expect(Math.abs(values[small.count])).toBeLessThan(1e-9);
        close(values.slice(0, -1), split(small));
      }),
      { seed: 92 },
    );
  });

  it("give two that are the same the same (symmetry, property)", () => {
    fc.assert(
      fc.property(metric(2, 5), (any) => {
        const swapped = (set: number) => (set & ~3) | (bit(set, 0) << 1) | bit(set, 1);
        const worth = any.worth.map((value, set) => value + any.worth[swapped(set)]);
        const [one, other] = split({ ...any, worth });
        expect(Math.abs(one - other)).toBeLessThan(1e-8);
      }),
      { seed: 93 },
    );
  });

  it("of a sum of two figures are the sums of both (additivity, property)", () => {
    const pair = metric(1, 5).chain((one) =>
      fc
        .array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), {
          minLength: one.worth.length,
          maxLength: one.worth.length,
        })
        .map((worth) => [one, { ...one, worth }] as const),
    );
    fc.assert(
      fc.property(pair, ([one, other]) => {
        const both = { ...one, worth: one.worth.map((value, set) => value + other.worth[set]) };
        const [a, b] = [split(one), split(other)];
        close(
          split(both),
          a.map((value, i) => value + b[i]),
        );
      }),
      { seed: 94 },
    );
  });

  it("do not depend on the order in which levers stand (property)", () => {
    fc.assert(
      fc.property(metric(2, 5), (any) => {
        const last = any.count - 1;
        const turned = (set: number) => ((set << 1) & ((1 << any.count) - 1)) | bit(set, last);
        const worth = any.worth.map((_, set) => any.worth[turned(set)]);
        const [before, after] = [split(any), split({ ...any, worth })];
        close(
          after,
          before.map((_, i) => before[(i + 1) % any.count]),
        );
      }),
      { seed: 95 },
    );
  });

  it("lie between the least and the most a lever ever adds (property)", () => {
    fc.assert(
      fc.property(metric(1, 5), (any) => {
        split(any).forEach((value, lever) => {
          const added = any.worth.flatMap((worth, set) =>
            bit(set, lever) === 1 ? [] : [any.worth[set | (1 << lever)] - worth],
          );
          expect(value).toBeGreaterThanOrEqual(Math.min(...added) - 1e-9);
          expect(value).toBeLessThanOrEqual(Math.max(...added) + 1e-9);
        });
      }),
      { seed: 96 },
    );
  });
});

describe("contributions at the ends", () => {
  it("of no lever are none, of one lever all", () => {
    expect(contributions(0, () => 7, 1)).toEqual({ total: 0, values: [], standardError: 0 });
    expect(contributions(1, (set) => (set === 0n ? 2 : 9), 1).values).toEqual([7]);
  });

  it("of a lever cut in two halves share what the whole brings (property)", () => {
    fc.assert(
      fc.property(metric(1, 4), (any) => {
        // the last lever's effect is there once both halves are: each half gets the same, and together no less than their due
        const halves: Metric = {
          count: any.count + 1,
          worth: Array.from({ length: 2 << any.count }, (_, set) => {
            const both = bit(set, any.count - 1) === 1 && bit(set, any.count) === 1;
            const low = set & ((1 << (any.count - 1)) - 1);
            return any.worth[low | (both ? 1 << (any.count - 1) : 0)];
          }),
        };
        const values = split(halves);
        expect(Math.abs(values[any.count - 1] - values[any.count])).toBeLessThan(1e-8);
      }),
      { seed: 97 },
    );
  });

  it("sampled beyond eight levers sum as well, are the same for the same seed, and the same for all where nothing differs", () => {
    const even = contributions(11, (set) => set.toString(2).replaceAll("0", "").length ** 2, 3, 40);
    expect(even.values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(121, 9);
    const again = contributions(11, (set) => set.toString(2).replaceAll("0", "").length ** 2, 3, 40);
    expect(again).toEqual(even);
    for (const value of even.values) expect(Math.abs(value - 11)).toBeLessThan(6 * even.standardError + 1e-9);
  });
});
