import { describe, expect, it } from "vitest";
import type { Row, Table } from "../table.js";
import { compareImport } from "./compare-import.js";
import { detectFormat, importFile } from "./import-file.js";
import type { Imported, ImportedFigure } from "./imported.js";
import { readFigure } from "./figure-text.js";
import { massRatio } from "./weight-basis.js";

const table = (name: string, rows: Row[]): [string, Table] => [
  name,
  { name, file: `${name}.csv`, fields: [], rows, lines: [], columns: [] },
];
const tables = new Map([
  table("sources", [
    { source_id: "USGS", redistribution: "tables" },
    { source_id: "COMTRADE_CHN", redistribution: "derived-only" },
  ]),
  table("mine_production", [{ id: "mine.AUS.2024", value: 13000, unit: "t REO" }]),
  table("trade", [{ id: "trade.x", quantity: 100, unit: "t" }]),
  table("conflicts", [{ id: "australia", rows: ["mine.AUS.2024", "other"] }]),
]);
const base: ImportedFigure = {
  table: "mine_production",
  id: "mine.AUS.2024",
  source: "USGS",
  year: 2024,
  period: "2024",
  value: 29000,
  unit: "t REO",
  weight: "REO",
  valueUsd: null,
  basis: "estimated",
  qualifier: "exact",
  line: 2,
};
const compare = (...figures: ImportedFigure[]): ReturnType<typeof compareImport> => {
  const imported: Imported = { format: "usgs-mcs", figures, skipped: 0, issues: [], warnings: [] };
  return compareImport(imported, tables, 2024);
};

describe("what an import would change", () => {
  it("shows a changed figure of the base year with the conflicts it takes part in", () => {
    const { changes, issues } = compare(base);
    expect(issues).toEqual([]);
    expect(changes).toEqual([
      {
        id: "mine.AUS.2024",
        table: "mine_production",
        kind: "changed",
        before: 13000,
        after: 29000,
        ratio: 29 / 13,
        unit: "t REO",
        baseYear: true,
        baseYearRows: [],
        shippable: true,
        conflicts: ["australia"],
      },
    ]);
  });

  it("tells same from new", () => {
    const { changes } = compare(
      { ...base, value: 13000.001 },
      { ...base, id: "mine.CHL.2023", year: 2023, value: 5 },
    );
    expect(changes.map((change) => [change.kind, change.baseYear])).toEqual([
      ["same", true],
      ["new", false],
    ]);
  });

  it("never divides product weight by oxide weight", () => {
    const { changes, issues } = compare({ ...base, weight: "gross", unit: "t" });
    expect(issues).toEqual([
      {
        code: "MIXED_WEIGHT",
        path: "mine.AUS.2024",
        found: "gross",
        expected: "REO",
        details: { against: "mine.AUS.2024" },
      },
    ]);
    expect(changes[0].ratio).toBeNull();
    expect(
      massRatio({ id: "a", tonnes: 1, weight: "gross" }, { id: "b", tonnes: 2, weight: "gross" }),
    ).toEqual({ value: 0.5 });
    expect(
      massRatio({ id: "a", tonnes: 1, weight: "REO" }, { id: "b", tonnes: 0, weight: "REO" }),
    ).toMatchObject({ issue: { code: "OUT_OF_RANGE" } });
  });

  it("holds a thousandfold change for a slip of units", () => {
    expect(compare({ ...base, value: 13 }).issues).toEqual([
      expect.objectContaining({ code: "IMPLAUSIBLE_CHANGE", found: 13, expected: 13000 }),
    ]);
  });

  it("marks rows that terms of use keep out, and sources not yet known", () => {
    const trade: ImportedFigure = {
      ...base,
      table: "trade",
      id: "trade.x",
      source: "COMTRADE_CHN",
      value: 100,
      unit: "t",
      weight: "gross",
    };
    expect(compare(trade).changes[0]).toMatchObject({ kind: "same", shippable: false });
    expect(compare({ ...base, source: "USGS_MCS2031" }).warnings).toEqual([
      { code: "NEW_SOURCE", found: "USGS_MCS2031" },
    ]);
  });
});

describe("recognising an official file", () => {
  const context = { file: "f", places: new Map<string, string>() };
  it("goes by the first lines", () => {
    expect(detectFormat("MCS chapter,Section,Commodity\n")).toBe("usgs-mcs");
    expect(detectFormat("SOURCE,COMMODITY,COUNTRY,TYPE,UNIT_MEAS\n")).toBe("usgs-mcs");
    expect(detectFormat("typeCode,freqCode,refPeriodId\n")).toBe("comtrade-csv");
    expect(detectFormat('{"elapsedTime":"1","count":0,"data":[]}')).toBe("comtrade-json");
    expect(detectFormat('{"dto":{"tables":[]}}')).toBe("usitc-dataweb");
    expect(detectFormat("a,b\n")).toBeUndefined();
  });

  it("refuses what it does not know and what holds nothing", () => {
    expect(importFile("a,b\n1,2\n", context).issues[0]).toMatchObject({ code: "UNKNOWN_FORMAT", file: "f" });
    expect(importFile('{"count":0,"data":[],"error":""}', context).issues[0]).toMatchObject({
      code: "NOTHING_FOUND",
    });
  });
});

describe("numbers as tables print them", () => {
  it("reads thousands, bounds and blanks", () => {
    expect(readFigure(" 45,500 ")).toEqual({ value: 45500, qualifier: "exact" });
    expect(readFigure(">85,000,000")).toEqual({ value: 85e6, qualifier: "at-least" });
    expect(readFigure("0.5")).toEqual({ value: 0.5, qualifier: "exact" });
    for (const text of ["NA", "W", "—", ""]) expect(readFigure(text)).toBe("none");
    for (const text of ["4,55", "1.000,5", "12 t", "-3", "1e5"]) expect(readFigure(text)).toBe("unreadable");
  });
});
