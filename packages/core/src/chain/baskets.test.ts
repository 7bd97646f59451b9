import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { smallChainFile } from "../fixtures/small-chain-file.js";
import { Assumptions } from "./assumptions.js";
import { classBasket, elementContent, feedBasket, mixBaskets, separationYields } from "./baskets.js";

const { tables } = smallChainFile();
const assumptions = new Assumptions(tables.assumptions);
const technology = (id: string) => tables.technologies.find((row) => row.id === id)!;
const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);

describe("mixBaskets", () => {
  it("brings published contents to the sum of one before mixing", () => {
    const published = tables.baskets.map((row) => ({ ...row, value: row.value * 0.97 }));
    const mix = mixBaskets({ ...tables, baskets: published }, [{ id: "light", weight: 3 }]);
    expect(mix.get("Nd")).toBeCloseTo(0.2, 12);
    expect(sum(mix.values())).toBeCloseTo(1, 12);
  });

  it("mixes by weight", () => {
    const mix = mixBaskets(tables, [
      { id: "light", weight: 3 },
      { id: "heavy", weight: 1 },
    ]);
    expect(mix.get("Dy")).toBeCloseTo((3 * 0.05 + 0.5) / 4, 12);
  });

  it("stays between its deposits and sums to one whatever the weights", () => {
    const weight = fc.double({ min: 0.01, max: 100, noNaN: true });
    fc.assert(
      fc.property(weight, weight, (a, b) => {
        const mix = mixBaskets(tables, [
          { id: "light", weight: a },
          { id: "heavy", weight: b },
        ]);
        expect(sum(mix.values())).toBeCloseTo(1, 10);
        expect(mix.get("Dy")!).toBeGreaterThanOrEqual(0.05 - 1e-12);
        expect(mix.get("Dy")!).toBeLessThanOrEqual(0.5 + 1e-12);
      }),
      { seed: 5, numRuns: 50 },
    );
  });
});

describe("classBasket and feedBasket", () => {
  it("keep nothing light in what a separation leaves", () => {
    expect([...classBasket(tables, "concentrate.seg")]).toEqual([["Dy", 1]]);
    expect([...feedBasket(tables, "concentrate.seg", [{ id: "heavy", weight: 1 }])]).toEqual([["Dy", 1]]);
  });

  it("keep everything in an ore", () => {
    expect([...classBasket(tables, "concentrate.bayan-obo").keys()]).toEqual(["Nd", "Ce", "Dy"]);
  });
});

describe("elementContent", () => {
  it("counts elements and not oxides", () => {
    const content = elementContent(tables, classBasket(tables, "concentrate.bayan-obo"));
    expect(content["Nd"]).toBeCloseTo(0.2 * 0.8, 12);
    expect(content["Dy"]).toBeCloseTo(0.05 * 0.9, 12);
  });
});

describe("separationYields", () => {
  it("recover the same share of everything: the tonne is the loss short of a tonne", () => {
    for (const id of ["separation-bayan-obo", "separation-clay-southeast-asia", "separation-seg"]) {
      const row = technology(id);
      const yields = separationYields(tables, row, classBasket(tables, row.level_good), assumptions);
      expect(sum(Object.values(yields)), id).toBeCloseTo(0.9, 12);
    }
  });

  it("leave the rest as the good that the table names", () => {
    const row = { ...technology("separation-clay-southeast-asia"), leaves: "concentrate.seg" };
    const yields = separationYields(tables, row, classBasket(tables, row.level_good), assumptions);
    expect(yields["oxide.Dy"]).toBeUndefined();
    expect(yields["concentrate.seg"]).toBeCloseTo(0.45, 12);
  });

  it("take the recovery of the technology before that of its kind", () => {
    const own = new Assumptions(tables.assumptions, { "recovery.separation-seg": 0.5 });
    const row = technology("separation-seg");
    expect(separationYields(tables, row, classBasket(tables, row.level_good), own)["oxide.Dy"]).toBe(0.5);
  });
});
