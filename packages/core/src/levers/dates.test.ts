import { describe, expect, it } from "vitest";
import { example, leverExamples } from "../fixtures/lever-examples.js";
import { leverYear, toyMarket } from "../fixtures/lever-year.js";
import { leverKinds } from "./index.js";

const kinds = Object.keys(leverExamples);
const idle = (levers: object[], year: number) => {
  const { market, terms } = leverYear(levers, year);
  return market === toyMarket && Object.values(terms).flat().length === 0;
};

describe("the dates of a lever", () => {
  it("are tested for every kind there is", () => {
    expect([...kinds].sort()).toEqual([...leverKinds].sort());
  });

  it.each(kinds)(
    "%s acts from its first year to its last, and leaves the years around them as they were",
    (kind) => {
      const dated = [example(kind, { from: 2027, to: 2029 })];
      for (const year of [2024, 2026, 2030, 2040]) expect(idle(dated, year), String(year)).toBe(true);
      for (const year of [2027, 2028, 2029]) expect(idle(dated, year), String(year)).toBe(false);
    },
  );

  it.each(kinds)("%s acts to the end where no last year is stated", (kind) => {
    expect(idle([example(kind)], 2025)).toBe(true);
    expect(idle([example(kind)], 2040)).toBe(false);
  });

  it.each(kinds)("%s acts in its one year where first and last are the same", (kind) => {
    const once = [example(kind, { from: 2028, to: 2028 })];
    expect([2027, 2028, 2029].map((year) => idle(once, year))).toEqual([true, false, true]);
  });

  it.each(kinds)("%s refuses to end before it begins", (kind) => {
    expect(() => leverYear([example(kind, { from: 2030, to: 2029 })])).toThrow("YEAR_ORDER");
  });
});

describe("a lever cut in two by dates", () => {
  /** What a year after the first means depends on when a rule began: a pipeline is lost once, a store is filled from empty. */
  const remembers = ["processing-delay", "stockpile", "demand-shift"];

  it.each(kinds.filter((kind) => !remembers.includes(kind)))(
    "%s is the same as whole, in every year",
    (kind) => {
      const halves = [
        example(kind, { from: 2026, to: 2029, id: "lever" }),
        example(kind, { from: 2030, id: "lever-2" }),
      ];
      for (const year of [2026, 2029, 2030, 2040]) {
        const [whole, cut] = [leverYear([example(kind, { id: "lever" })], year), leverYear(halves, year)];
        const same = (text: unknown) => JSON.stringify(text).replaceAll("lever-2", "lever");
        expect(same(cut.market.wedges)).toBe(same(whole.market.wedges));
        expect(same(cut.market.controls)).toBe(same(whole.market.controls));
        expect(same(cut.market.contracts)).toBe(same(whole.market.contracts));
        expect(same(cut.market.supports)).toBe(same(whole.market.supports));
        expect(same(cut.terms)).toBe(same(whole.terms));
        expect(cut.market.uses).toEqual(whole.market.uses);
        expect(cut.market.nodes).toEqual(whole.market.nodes);
        expect(cut.market.arcs).toEqual(whole.market.arcs);
      }
    },
  );

  it("a delay cut in two loses its pipeline twice", () => {
    const twice = [
      example("processing-delay", { from: 2026, to: 2027 }),
      example("processing-delay", { from: 2028 }),
    ];
    expect(leverYear(twice, 2028).market.controls.length).toBeGreaterThan(0);
    expect(leverYear([example("processing-delay")], 2028).market.controls).toEqual([]);
  });
});
