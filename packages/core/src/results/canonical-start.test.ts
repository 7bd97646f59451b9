import { describe, expect, it } from "vitest";
import { baseMarket } from "../accounts/random-market.fixture.js";
import type { Control, StartPoint } from "../market/market.js";
import { canonicalStart } from "./canonical-start.js";

const control = (id: string): Control => ({
  id,
  lever: id,
  limit: 1,
  cap: Infinity,
  on: "arc",
  members: Int32Array.of(0),
  coefficient: Float64Array.of(1),
  rentTo: "exporter",
  neutral: false,
});
const market = { ...baseMarket, controls: [control("b"), control("a"), control("new")] };
const point = (prices: number[]): StartPoint => ({
  originPrice: Float64Array.from(prices),
  rent: new Float64Array(0),
});
const before: StartPoint = { ...point([60, -1]), rent: Float64Array.of(3, 5), controls: ["a", "b"] };

describe("where a year begins", () => {
  it("is the year before without a stored baseline, its rents by control", () => {
    const start = canonicalStart(2030, market, before, undefined)!;
    expect([...start.originPrice]).toEqual([60, -1]);
    expect([...start.rent]).toEqual([5, 3, 0]);
  });

  it("is the baseline's year moved by how far the year before lay off the baseline", () => {
    const stored = new Map([
      [2029, point([50, 2])],
      [2030, point([55, 3])],
    ]);
    const start = canonicalStart(2030, market, before, stored)!;
    expect([...start.originPrice]).toEqual([66, 0]);
  });

  it("takes the baseline's rent for a control that begins, and moves one that ran before", () => {
    const stored = new Map<number, StartPoint>([
      [2029, { ...point([50, 2]), rent: Float64Array.of(4), controls: ["a"] }],
      [2030, { ...point([55, 3]), rent: Float64Array.of(6, 9), controls: ["a", "new"] }],
    ]);
    const start = canonicalStart(2030, market, before, stored)!;
    expect([...start.rent]).toEqual([5, 5, 9]);
  });

  it("has the factor of the year before, or the baseline's where the year before left none", () => {
    const stored = new Map<number, StartPoint>([
      [2029, point([50, 2])],
      [2030, { ...point([55, 3]), factor: "the baseline's" }],
    ]);
    const own = { ...before, factor: "the year before's" };
    expect(canonicalStart(2030, market, own, stored)!.factor).toBe("the year before's");
    expect(canonicalStart(2030, market, before, stored)!.factor).toBe("the baseline's");
    expect(canonicalStart(2030, market, own, undefined)!.factor).toBe("the year before's");
  });

  it("is the baseline's first year in the first year, and nothing where nothing is stored", () => {
    const stored = new Map([[2024, point([50, 2])]]);
    expect([...canonicalStart(2024, market, before, stored)!.originPrice]).toEqual([50, 2]);
    expect(canonicalStart(2024, market, undefined, undefined)).toBeUndefined();
  });
});
