import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { importUsgsMcs } from "./usgs-mcs.js";

const read = (name: string): string => readFileSync(new URL(`./fixtures/${name}`, import.meta.url), "utf8");
const names = [
  "United States",
  "Australia",
  "Brazil",
  "Canada",
  "China",
  "Greenland",
  "India",
  "Madagascar",
  "Malaysia",
];
const more = ["Nigeria", "Russia", "South Africa", "Tanzania", "Thailand", "Vietnam"];
const places = new Map([...names, ...more].map((name) => [name, name.slice(0, 3).toUpperCase()]));
places.set("Burma", "MMR").set("World total", "world").set("World total (rounded)", "world");
const context = { file: "mcs.csv", places };
const long = read("usgs-mcs-2026.csv");
const wide = read("usgs-mcs-2025.csv");
const figure = (text: string, id: string): unknown =>
  importUsgsMcs(text, context).figures.find((f) => f.id === id);

describe("the USGS data release, long form", () => {
  it("reads output and reserves in oxide equivalent, with the edition as source", () => {
    const imported = importUsgsMcs(long, context);
    expect(imported.issues).toEqual([]);
    expect(figure(long, "mine.AUS.2024.REO.USGS_MCS2026")).toMatchObject({
      value: 29000,
      unit: "t REO",
      weight: "REO",
      basis: "estimated",
    });
    expect(figure(long, "mine.UNI.2024.REO.USGS_MCS2026")).toMatchObject({ value: 45500, basis: "reported" });
    expect(figure(long, "reserves.world.2025.USGS_MCS2026")).toMatchObject({
      value: 85_000_000,
      qualifier: "at-least",
    });
  });

  it("leaves out prices, imports, other economies and figures not available", () => {
    const imported = importUsgsMcs(long, context);
    expect(imported.figures.every((f) => f.table === "mine_production" || f.table === "reserves")).toBe(true);
    expect(figure(long, "reserves.MMR.2025.USGS_MCS2026")).toBeUndefined();
    expect(imported.skipped).toBeGreaterThan(5);
  });

  it("does not mind the order of columns or rows", () => {
    const lines = long.trimEnd().split("\r\n");
    const reversed = [lines[0], ...lines.slice(1).reverse()].join("\n");
    const sorted = (text: string): unknown[] =>
      importUsgsMcs(text, context)
        .figures.map(({ line: _, ...rest }) => rest)
        .sort((a, b) => (a.id < b.id ? -1 : 1));
    expect(sorted(reversed)).toEqual(sorted(long));
    const swapped =
      'Value,Year,Unit,Section,Commodity,Country,Statistics,Statistics_detail,Notes\n"29,000",2024,metric tons,World Mine Production and Reserves,Rare Earths,Australia,Production,Mine production,Estimated.\n';
    expect(importUsgsMcs(swapped, context).figures).toEqual([
      expect.objectContaining({ id: "mine.AUS.2024.REO.USGS_MCS2025", value: 29000 }),
    ]);
  });

  it("notices a file cut off between rows by the world total, and within a row by its width", () => {
    const lines = long.split("\r\n");
    const cut = [
      ...lines.slice(0, 1),
      ...lines.filter((line) => line.includes("World Mine") && !line.includes(",China,")),
    ].join("\r\n");
    expect(importUsgsMcs(cut, context).issues).toContainEqual(
      expect.objectContaining({ code: "TOTAL_MISMATCH", path: "mine.world.2024.REO.USGS_MCS2026" }),
    );
    const inside = long.slice(0, long.lastIndexOf("Reserves,Reserves,metric tons") + 8);
    expect(importUsgsMcs(inside, context).issues.map((issue) => issue.code)).toContain("RAGGED_ROW");
  });

  it("warns of a row that stands twice and refuses two that disagree", () => {
    const lines = long.trimEnd().split("\r\n");
    const row = lines.find((line) => line.includes(",Australia,Production,") && line.includes(",2024,"))!;
    const twice = importUsgsMcs([...lines, row].join("\r\n"), context);
    expect(twice.issues).toEqual([]);
    expect(twice.warnings).toEqual([
      expect.objectContaining({ code: "DUPLICATE_ROW", path: "mine.AUS.2024.REO.USGS_MCS2026" }),
    ]);
    const other = importUsgsMcs([...lines, row.replace("29,000", "13,000")].join("\r\n"), context);
    expect(other.issues).toContainEqual(
      expect.objectContaining({ code: "CONFLICTING_ROWS", found: [29000, 13000] }),
    );
  });

  it("names the line of wrong bytes, units, numbers and places", () => {
    const codes = (from: string, to: string): string[] =>
      importUsgsMcs(long.replace(from, to), context).issues.map((issue) => issue.code);
    expect(codes("Salient", "Sal\uFFFDient")).toContain("WRONG_ENCODING");
    expect(
      codes(
        'Australia,Production,Mine production,metric tons,2024,"29,000"',
        'Australia,Production,Mine production,kilograms,2024,"29,000"',
      ),
    ).toContain("UNKNOWN_UNIT");
    expect(codes('"29,000"', '"29.000,0"')).toContain("WRONG_TYPE");
    expect(codes("Australia,Production", "Atlantis,Production")).toContain("UNKNOWN_PLACE");
    expect(importUsgsMcs(long.replace("Statistics_detail", "Detail"), context).issues).toContainEqual(
      expect.objectContaining({ code: "MISSING_COLUMN", expected: "Statistics_detail" }),
    );
  });
});

describe("the USGS data release, world table", () => {
  it("reads both years and the reserves", () => {
    expect(importUsgsMcs(wide, context).issues).toEqual([]);
    expect(figure(wide, "mine.AUS.2024.REO.USGS_MCS2025")).toMatchObject({
      value: 13000,
      basis: "estimated",
    });
    expect(figure(wide, "mine.UNI.2023.REO.USGS_MCS2025")).toMatchObject({ value: 41600 });
    expect(figure(wide, "reserves.CHI.2024.USGS_MCS2025")).toMatchObject({ value: 44_000_000 });
  });
});
