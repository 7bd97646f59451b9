import { describe, expect, it } from "vitest";
import { plainMarket } from "../fixtures/plain-market.js";
import { createEdit } from "./edit-market.js";
import type { MarketEdit } from "./edit.js";
import type { Contract, Control } from "./market.js";

const open = (): MarketEdit => {
  const { market, base } = plainMarket();
  return createEdit(market, base, 2026);
};
const chinaToUsa = { goods: ["oxide.NdPr"], from: ["CHN"], to: ["USA"] };

const quota = (edit: MarketEdit, over: Partial<Control> = {}): Control => {
  const members = edit.arcs({ goods: ["oxide.NdPr"], from: ["CHN"], to: ["USA", "JPN"] });
  const coefficient = new Float64Array(members.length).fill(1);
  return {
    id: "q",
    lever: "quota",
    limit: 10,
    cap: Infinity,
    on: "arc",
    members,
    coefficient,
    rentTo: "exporter",
    neutral: false,
    ...over,
  };
};

const contract = (over: Partial<Contract>): Contract => ({
  lever: "floor",
  node: 2,
  good: 0,
  coverage: 1,
  strike: 100,
  indexOrigin: 2,
  indexFactor: 1,
  upsideStrike: Infinity,
  upsideShare: 0,
  payers: [{ region: 1, share: 1 }],
  ...over,
});

describe("selections", () => {
  it("finds arcs by good, origin and destination; routes inside a region only when asked", () => {
    const edit = open();
    const { arcs, origins, buyers, regions, goods } = edit.market;
    const named = [
      ...edit.arcs({ goods: ["oxide.NdPr"], from: ["CHN", "USA"], to: ["USA"], internal: true }),
    ].map(
      (a) =>
        `${regions[origins.region[arcs.origin[a]]]}>${regions[buyers.region[arcs.buyer[a]]]} ${goods[buyers.good[arcs.buyer[a]]]}`,
    );
    expect(named).toEqual(["CHN>USA oxide.NdPr", "USA>USA oxide.NdPr"]);
    expect(edit.arcs({ goods: ["oxide.NdPr"], from: ["CHN", "USA"], to: ["USA"] })).toHaveLength(1);
  });

  it("takes unknown ids for nothing, and names once however often they are given", () => {
    const edit = open();
    expect(edit.arcs({ goods: ["oxide.Eu"], from: ["CHN"], to: ["USA"] })).toHaveLength(0);
    expect(
      edit.arcs({ goods: ["oxide.NdPr", "oxide.NdPr"], from: ["CHN"], to: ["USA", "USA"] }),
    ).toHaveLength(1);
    expect(edit.originIndex("FRA", "oxide.NdPr")).toBeUndefined();
    expect(edit.regionIndex("JPN")).toBe(2);
  });

  it("finds nodes by region, plant, owner and output, all of which must hold", () => {
    const edit = open();
    const ids = (selection: Parameters<MarketEdit["nodes"]>[0]): string[] =>
      [...edit.nodes(selection)].map((k) => edit.market.nodes.id[k]);
    expect(ids({ regions: ["JPN"] })).toEqual(["oxide.NdPr@JPN", "oxide.Dy@JPN"]);
    expect(ids({ owners: ["JPN"], outputs: ["oxide.Dy"] })).toEqual(["oxide.Dy@JPN", "oxide.Dy@DEU"]);
    expect(ids({ plants: ["plant-oxide.Dy-USA"] })).toEqual(["oxide.Dy@USA"]);
    expect(ids({ technologies: ["oxide.Dy"], regions: ["CHN", "USA"] })).toEqual([
      "oxide.Dy@CHN",
      "oxide.Dy@USA",
    ]);
  });

  it("tells the base year's use of a buyer as what flowed in", () => {
    const edit = open();
    expect(edit.baseUse(edit.buyerIndex("CHN", "oxide.NdPr")!)).toBeCloseTo(12_000, 9);
  });
});

describe("edits", () => {
  it("returns the market itself where nothing was changed, or only by neutral amounts", () => {
    const edit = open();
    const arcs = edit.arcs(chinaToUsa);
    edit.duty("a", arcs, 0, 0);
    edit.exportTax("a", new Int32Array(0), 0.2, 0);
    edit.levy("a", arcs, 0);
    edit.borderFloor("a", arcs, 0, 0.5);
    edit.support("a", 0, 0, []);
    edit.stock("a", 0, 0, []);
    edit.shiftUnfamiliarity("a", arcs, 0);
    edit.addCost("a", 0, 0);
    edit.contract(contract({ strike: 0 }));
    edit.control(quota(edit, { limit: Infinity }));
    expect(edit.finish()).toBe(edit.market);
  });

  it("never writes to the market it was given", () => {
    const edit = open();
    const before = structuredClone(edit.market);
    const arcs = edit.arcs(chinaToUsa);
    edit.duty("a", arcs, 0.25, 1);
    edit.support("a", 2, 3, []);
    edit.stock("a", 1, 500, []);
    edit.closeRoutes("a", arcs);
    edit.shiftUnfamiliarity("a", arcs, 2);
    edit.addCost("a", 2, 4);
    const after = edit.finish();
    expect(edit.market).toEqual(before);
    expect(after.nodes.support[2]).toBe(3);
    expect(after.nodes.cost[2]).toBe(before.nodes.cost[2] + 4);
    expect(after.buyers.stockBuild[1]).toBe(500);
    expect(after.arcs.logWeight[arcs[0]]).toBe(-Infinity);
    expect(after.wedges).toEqual([
      { lever: "a", kind: "duty", arcs, adValorem: Float64Array.of(0.25), specific: Float64Array.of(1) },
    ]);
  });

  it("makes a less familiar source less likely by the change over θ", () => {
    const edit = open();
    const [arc] = edit.arcs(chinaToUsa);
    edit.shiftUnfamiliarity("a", Int32Array.of(arc), 3);
    expect(edit.finish().arcs.logWeight[arc]).toBeCloseTo(-3 / 6, 12);
  });

  it("removes duties of every lever from routes that are free, before or after them", () => {
    const edit = open();
    const both = edit.arcs({ goods: ["oxide.NdPr"], from: ["CHN", "JPN"], to: ["USA"] });
    edit.dutyFree("union", edit.arcs({ goods: ["oxide.NdPr"], from: ["JPN"], to: ["USA"] }));
    edit.duty("tariff", both, 0.25, 0);
    edit.exportTax("tax", both, 0.1, 0);
    const [duty, tax] = edit.finish().wedges;
    expect([...duty.arcs]).toEqual([...edit.arcs(chinaToUsa)]);
    expect(duty.adValorem).toHaveLength(1);
    expect(tax.arcs).toHaveLength(2);
  });

  it("covers a tonne once: the higher strike first, the earlier lever at equal strikes", () => {
    const edit = open();
    edit.contract(contract({ lever: "low", strike: 90 }));
    edit.contract(contract({ lever: "high", strike: 110, coverage: 0.6 }));
    edit.contract(contract({ lever: "late", strike: 90 }));
    edit.contract(contract({ lever: "other", strike: 80, node: 4 }));
    const covered = edit.finish().contracts.map(({ lever, coverage }) => [lever, coverage]);
    expect(covered).toEqual([
      ["low", 0.4],
      ["high", 0.6],
      ["other", 1],
    ]);
  });

  it("takes a dealer's routes out of export controls and bans, and binds them by what was assured", () => {
    const edit = open();
    const arcs = edit.arcs(chinaToUsa);
    edit.control(quota(edit));
    edit.closeRoutes("ban", arcs);
    edit.exempt("deal", arcs, 700);
    const after = edit.finish();
    expect(after.controls.map(({ lever, limit, members }) => [lever, limit, members.length])).toEqual([
      ["quota", 10, 1],
      ["deal", 700, 1],
    ]);
    expect(after.arcs.logWeight[arcs[0]]).toBe(0);
  });

  it("leaves importers' quotas and content rules to dealers as to all", () => {
    const edit = open();
    edit.control(quota(edit, { rentTo: "importer" }));
    edit.control(quota(edit, { neutral: true, limit: 0 }));
    edit.exempt("deal", edit.arcs(chinaToUsa), Infinity);
    expect(edit.finish().controls.map((control) => control.members.length)).toEqual([2, 2]);
  });
});
