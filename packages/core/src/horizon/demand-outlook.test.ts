import { describe, expect, it } from "vitest";
import { calibration } from "../accounts/random-market.fixture.js";
import { demandIndex, toyBaseline, toyChain } from "../fixtures/toy.js";
import { calibrate } from "../market/calibrate.js";
import { demandOutlook, growthOf } from "./demand-outlook.js";

const good = (id: string) => calibration.goods.indexOf(id);

describe("the outlook for demand", () => {
  it("is flat where final demand is", () => {
    const flat = demandOutlook(calibrate(toyChain, { ...toyBaseline, demandIndex: demandIndex(0) }));
    for (const growth of flat.growth) expect(growth).toBe(1);
  });

  it("carries equal growth of all uses up to the mines", () => {
    const outlook = demandOutlook(calibration);
    for (const id of ["magnet.NdFeB-standard", "metal.NdPr", "oxide.NdPr", "concentrate.bayan-obo"]) {
      expect(growthOf(outlook, good(id), 2026), id).toBeCloseTo(1.05 * 1.05, 9);
    }
  });

  it("gives joint products the growth of what is worth most in them", () => {
    const rows = demandIndex(0.05).rows.map((row) =>
      row.endUse === "polishing" ? { ...row, values: row.values.map(() => 1) } : row,
    );
    const outlook = demandOutlook(
      calibrate(toyChain, { ...toyBaseline, demandIndex: { ...demandIndex(0.05), rows } }),
    );
    expect(growthOf(outlook, good("oxide.LaCe"), 2030)).toBe(1);
    const feed = growthOf(outlook, good("concentrate.bayan-obo"), 2030);
    expect(feed).toBeGreaterThan(1.25);
    expect(feed).toBeLessThan(growthOf(outlook, good("oxide.NdPr"), 2030));
  });

  it("holds the last year beyond its end", () => {
    const outlook = demandOutlook(calibration);
    expect(growthOf(outlook, good("oxide.NdPr"), 2060)).toBe(growthOf(outlook, good("oxide.NdPr"), 2040));
  });
});
