import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readFigure } from "./figure-text.js";
import { Collector, type ImportedFigure } from "./imported.js";
import { namedRows } from "./named-rows.js";
import { massRatio } from "./weight-basis.js";

describe("a number as official tables print it", () => {
  it.each([
    ["45,500", 45_500, "exact"],
    ["0", 0, "exact"],
    ["1234", 1234, "exact"],
    [" 1,234,567.5 ", 1_234_567.5, "exact"],
    [">85,000,000", 85_000_000, "at-least"],
    ["> 10", 10, "at-least"],
  ])("%s", (text, value, qualifier) => {
    expect(readFigure(text)).toEqual({ value, qualifier });
  });

  it.each(["", " ", "NA", "W", "E", "XX", "--", "—", "–", "-", "N/A"])("%j stands for none", (text) => {
    expect(readFigure(text)).toBe("none");
  });

  it.each(["1.234,5", "1,23", "12,34,567", "-5", "5 t", "about 5", "1e5", "٤٥", "<5"])(
    "%j is not read as a number",
    (text) => {
      expect(readFigure(text)).toBe("unreadable");
    },
  );

  it("reads back every whole number that is printed with commas", () => {
    fc.assert(
      fc.property(fc.nat({ max: 1_000_000_000 }), (value) => {
        const printed = String(value).replace(/\B(?=(?:\d{3})+$)/gu, ",");
        expect(readFigure(printed)).toEqual({ value, qualifier: "exact" });
      }),
      { seed: 3 },
    );
  });
});

describe("the ratio of two masses", () => {
  const mass = (tonnes: number, weight: "gross" | "REO" | "element") => ({
    id: `${weight} mass`,
    tonnes,
    weight,
  });

  it("is taken where both count the same", () => {
    expect(massRatio(mass(13, "REO"), mass(29, "REO"))).toEqual({ value: 13 / 29 });
  });

  it("is refused where one counts product and the other oxide or element, whichever way", () => {
    const kinds = ["gross", "REO", "element"] as const;
    for (const part of kinds)
      for (const whole of kinds.filter((kind) => kind !== part))
        expect(massRatio(mass(1, part), mass(2, whole))).toEqual({
          issue: {
            code: "MIXED_WEIGHT",
            path: `${part} mass`,
            found: part,
            expected: whole,
            details: { against: `${whole} mass` },
          },
        });
  });

  it("is refused over nothing", () => {
    for (const tonnes of [0, -1, NaN])
      expect(massRatio(mass(1, "REO"), mass(tonnes, "REO"))).toMatchObject({
        issue: { code: "OUT_OF_RANGE" },
      });
  });
});

describe("rows by the names of their columns", () => {
  it("do not mind order, spaces in the header, or columns that are not asked for", () => {
    const { rows, issues } = namedRows("b, a ,c\n2,1,3\n", "f", ["a", "b"]);
    expect(issues).toEqual([]);
    expect([rows[0].get("a"), rows[0].get("b"), rows[0].get("d"), rows[0].line]).toEqual(["1", "2", "", 2]);
  });

  it("name columns that are missing, with the nearest there is", () => {
    expect(namedRows("Countri,x\n1,2\n", "f", ["Country", "Year"]).issues).toEqual([
      { code: "MISSING_COLUMN", file: "f", line: 1, expected: "Country", nearest: "Countri" },
      expect.objectContaining({ code: "MISSING_COLUMN", expected: "Year" }),
    ]);
  });

  it("have none in an empty file", () => {
    const { rows, issues } = namedRows("", "f", ["a"]);
    expect(rows).toEqual([]);
    expect(issues.map(({ code }) => code)).toEqual(["EMPTY_FILE", "MISSING_COLUMN"]);
  });
});

const figure = (part: Partial<ImportedFigure>): ImportedFigure => ({
  table: "trade",
  id: "a",
  source: "S",
  year: 2024,
  period: "2024",
  value: 1,
  unit: "t",
  weight: "gross",
  valueUsd: null,
  basis: "reported",
  qualifier: "exact",
  line: 2,
  ...part,
});

describe("what a file holds", () => {
  it("is each figure once; the same row again is a warning with both lines, another an issue", () => {
    const collector = new Collector("f");
    collector.add(figure({}));
    collector.add(figure({ line: 5 }));
    collector.add(figure({ line: 9, value: 2 }));
    const { figures, warnings, issues } = collector.done("comtrade-csv");
    expect(figures).toEqual([figure({})]);
    expect(warnings).toEqual([
      { code: "DUPLICATE_ROW", file: "f", line: 5, path: "a", details: { firstLine: 2 } },
    ]);
    expect(issues).toEqual([expect.objectContaining({ code: "CONFLICTING_ROWS", line: 9, found: [1, 2] })]);
  });

  it("joins mass and value of one flow, in either order, and once", () => {
    const [mass, value] = [figure({ value: 7 }), figure({ value: null, valueUsd: 30, line: 3 })];
    for (const halves of [
      [mass, value],
      [value, mass],
    ]) {
      const collector = new Collector("f");
      for (const half of halves) collector.join(half);
      const { figures, warnings, issues } = collector.done("usitc-dataweb");
      expect(figures).toEqual([expect.objectContaining({ value: 7, valueUsd: 30 })]);
      expect([warnings, issues]).toEqual([[], []]);
    }
    const twice = new Collector("f");
    for (const half of [mass, value, value]) twice.join(half);
    expect(twice.done("usitc-dataweb").warnings.map(({ code }) => code)).toEqual(["DUPLICATE_ROW"]);
    const other = new Collector("f");
    for (const half of [mass, value, figure({ value: 8, line: 4 })]) other.join(half);
    expect(other.done("usitc-dataweb").issues.map(({ code }) => code)).toEqual(["CONFLICTING_ROWS"]);
  });

  it("says so where it holds nothing, and where it is faulty says only that", () => {
    const empty = new Collector("f").done("usgs-mcs");
    expect(empty.issues).toEqual([{ code: "NOTHING_FOUND", file: "f" }]);
    const faulty = new Collector("f");
    faulty.problem("WRONG_TYPE", 3, "x", "number");
    expect(faulty.done("usgs-mcs").issues).toEqual([
      { code: "WRONG_TYPE", file: "f", line: 3, found: "x", expected: "number" },
    ]);
  });
});
