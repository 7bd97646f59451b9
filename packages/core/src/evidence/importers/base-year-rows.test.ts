import { describe, expect, it } from "vitest";
import type { Row, Table } from "../table.js";
import { baseYearRows } from "./base-year-rows.js";
import type { ImportedFigure } from "./imported.js";

const table = (name: string, rows: Row[]): [string, Table] => [
  name,
  { name, file: `${name}.csv`, fields: [], rows, lines: [], columns: [] },
];
const tables = new Map([
  table("places", [{ place: "USA" }, { place: "CHN" }, { place: "EU" }]),
  table("chain-regions", [{ id: "USA" }, { id: "CHN" }, { id: "AUS" }, { id: "EUX" }]),
  table("chain-nodes", [
    { id: "usa-mine", region: "USA", source_id: ["USGS_MCS2026", "MP_2024"] },
    { id: "aus-mine", region: "AUS", source_id: ["USGS_MCS2026"] },
    { id: "usa-plant", region: "USA", source_id: ["OTHER"] },
  ]),
  table("chain-prices", [{ id: "usa-price", region: "USA", source_id: ["P-USITC"] }]),
  table("chain-figures", [
    { id: "to-china", terms: "flow:USA>CHN:concentrate.mountain-pass", source_id: ["P-USITC"] },
    { id: "to-union", terms: "flow:CHN>EU:magnet.*", source_id: ["P-EUROSTAT"] },
    { id: "in-capitals", terms: "use:CHN:oxide.LCO", source_id: ["P-EUROSTAT"] },
  ]),
]);
const figure = (part: Partial<ImportedFigure>): ImportedFigure => ({
  table: "mine_production",
  id: "mine.USA.2024.REO.USGS_MCS2026",
  source: "USGS_MCS2026",
  year: 2024,
  period: "2024",
  value: 1,
  unit: "t REO",
  weight: "REO",
  valueUsd: null,
  basis: "reported",
  qualifier: "exact",
  line: 2,
  ...part,
});

describe("the rows of the base year to look at again", () => {
  it("are those of the same source and economy", () => {
    expect(baseYearRows(figure({}), tables)).toEqual(["usa-mine"]);
  });

  it("are found by a new edition of the source too", () => {
    const next = figure({ id: "mine.AUS.2024.REO.USGS_MCS2027", source: "USGS_MCS2027" });
    expect(baseYearRows(next, tables)).toEqual(["aus-mine"]);
  });

  it("are found by both ends of a flow, or by where it comes from", () => {
    const flow = (id: string) => baseYearRows(figure({ table: "trade", id, source: "P-USITC" }), tables);
    expect(flow("trade.2846.USA.CHN.2024.exports.P-USITC")).toEqual(["to-china", "usa-price"]);
    expect(flow("trade.2846.USA.JPN.2024.exports.P-USITC")).toEqual(["usa-price"]);
    expect(flow("trade.2846.CHN.USA.2024.imports.P-USITC")).toEqual([]);
  });

  it("are found by names of places, however long, and by no other word in capitals", () => {
    const flow = (id: string) => baseYearRows(figure({ table: "trade", id, source: "P-EUROSTAT" }), tables);
    expect(flow("trade.8505.CHN.EU.2024.exports.P-EUROSTAT")).toEqual(["to-union", "in-capitals"]);
    expect(flow("trade.8505.CHN.JPN.2024.exports.P-EUROSTAT")).toEqual(["in-capitals"]);
  });

  it("are none for reserves, for an economy without one, and without tables", () => {
    expect(baseYearRows(figure({ table: "reserves", id: "reserves.USA.2024.X" }), tables)).toEqual([]);
    expect(baseYearRows(figure({ id: "mine.BRA.2024.REO.USGS_MCS2026" }), tables)).toEqual([]);
    expect(baseYearRows(figure({}), new Map())).toEqual([]);
  });
});
