import { describe, expect, it } from "vitest";
import { leverYear, toyMarket } from "../fixtures/lever-year.js";
import { toyBaseline, toyChain } from "../fixtures/toy.js";
import type { CompiledLever } from "../levers/lever.js";
import { prepareRun } from "../results/index.js";
import { believedTerms, foreseenMarket } from "./foresight.js";

const frame = prepareRun(toyChain, toyBaseline);
const lever = (id: string, from: number, to: number): CompiledLever => ({
  id,
  kind: id,
  from,
  to,
  warnings: [],
});
const last = toyBaseline.demandIndex.years.at(-1)!;
const { relapseYears } = frame.parameters;

describe("the term that investors believe in", () => {
  const levers = [lever("short", 2026, 2029), lever("open", 2026, last)];

  it("is the legal one, without end for what lasts as long as the data", () => {
    const termOf = believedTerms(levers, 2027, "adaptive", frame);
    expect(termOf("short")).toEqual({ since: 2026, until: 2029 });
    expect(termOf("open")).toEqual({ since: 2026, until: Infinity });
  });

  it("is a few years where a relapse is expected, and never longer than the law", () => {
    const termOf = believedTerms(levers, 2028, "relapse", frame);
    expect(termOf("open").until).toBe(2028 + relapseYears);
    expect(termOf("short").until).toBe(Math.min(2029, 2028 + relapseYears));
  });

  it("is this year for what no lever states", () => {
    expect(believedTerms(levers, 2027, "announced", frame)("base:support")).toEqual({
      since: 2027,
      until: 2027,
    });
  });
});

describe("what investors foresee", () => {
  const { levers } = leverYear([
    {
      subsidy: {
        covers: "USA",
        goods: "magnet.NdFeB-standard",
        "per-tonne": 9,
        "paid-by": "USA",
        from: 2027,
      },
    },
  ]);

  it("is the year itself unless they look at what is announced", () => {
    expect(foreseenMarket(toyMarket, levers, 2026, "adaptive", frame)).toBe(toyMarket);
    expect(foreseenMarket(toyMarket, levers, 2026, "relapse", frame)).toBe(toyMarket);
  });

  it("holds support that begins while they build, and none that begins after", () => {
    const seen = foreseenMarket(toyMarket, levers, 2026, "announced", frame);
    expect(seen.supports.length).toBeGreaterThan(toyMarket.supports.length);
    expect(foreseenMarket(toyMarket, levers, 2026 - frame.foresight - 1, "announced", frame)).toBe(toyMarket);
  });
});
