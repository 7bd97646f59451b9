import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseCsv } from "./csv.js";
import { foreignKeyIssues, itemsOf, primaryKeyIssues } from "./keys.js";
import type { Resource } from "./package-schema.js";
import { placeMap } from "./place-map.js";
import { issueAt, readTable, type Table } from "./table.js";
import { writeCsv } from "./write-csv.js";

const resource: Resource = {
  name: "figures",
  path: "f.csv",
  schema: {
    primaryKey: "id",
    fields: [
      { name: "id", type: "string", constraints: { required: true } },
      { name: "value", type: "number", unit: "t", constraints: { minimum: 0 } },
      { name: "year", type: "year" },
      { name: "sources", type: "list", delimiter: ";" },
    ],
  },
};
const read = (text: string) => readTable(resource, text, "f.csv");

describe("a table", () => {
  it("has typed cells, in the order of its fields whatever the order of its columns", () => {
    const { table, issues } = read("year,sources,id,value\n2024,S;T,a,1.5\n,,b,\n");
    expect(issues).toEqual([]);
    expect(table.rows).toEqual([
      { id: "a", value: 1.5, year: 2024, sources: ["S", "T"] },
      { id: "b", value: null, year: null, sources: null },
    ]);
    expect(table.lines).toEqual([2, 3]);
    expect(table.columns[0]).toEqual([10, 12, 1, 6]);
  });

  it("names each wrong cell by line and column, and keeps the row", () => {
    const { table, issues } = read("id,value,year,sources\na,-1,2024,S\n,x,3024,S;\n");
    expect(table.rows).toHaveLength(2);
    expect(issues.map(({ code, line, column, path }) => [code, line, column, path])).toEqual([
      ["OUT_OF_RANGE", 2, 3, "figures.value"],
      ["REQUIRED", 3, 1, "figures.id"],
      ["WRONG_TYPE", 3, 2, "figures.value"],
      ["OUT_OF_RANGE", 3, 4, "figures.year"],
      ["WRONG_TYPE", 3, 9, "figures.sources"],
    ]);
  });

  it("names columns that are unknown, doubled or missing", () => {
    const { issues } = read("id,valeu,year,id\na,1,2024,b\n");
    expect(issues.filter(({ line }) => line === 1)).toEqual([
      expect.objectContaining({ code: "UNKNOWN_COLUMN", found: "valeu", nearest: "value", column: 4 }),
      expect.objectContaining({ code: "DUPLICATE_COLUMN", found: "id", column: 15 }),
      expect.objectContaining({ code: "MISSING_COLUMN", expected: "value" }),
      expect.objectContaining({ code: "MISSING_COLUMN", expected: "sources" }),
    ]);
  });

  it("says where a cell stands, by the id of its row", () => {
    const { table } = read("id,value,year,sources\na,1,2024,S\n");
    expect(issueAt(table, 0, "year", { code: "X" })).toEqual({
      code: "X",
      path: "figures[a].year",
      file: "f.csv",
      line: 2,
      column: 5,
    });
  });
});

describe("keys", () => {
  const table = (text: string): Table => read(text).table;
  const figures = table("id,value,year,sources\na,1,2024,S\nb,1,2024,S;T\na,2,2024,U\n");

  it("find a row that stands twice, with the line of the first", () => {
    expect(primaryKeyIssues(figures, "id")).toEqual([
      expect.objectContaining({ code: "DUPLICATE_ID", found: "a", line: 4, details: { firstLine: 2 } }),
    ]);
  });

  it("find every item of a list that is not in the other table, by what the table holds", () => {
    const target = (name: string): Table => ({ ...table("id,value,year,sources\nS,,,\nT1,,,\n"), name });
    const issues = (name: string) =>
      foreignKeyIssues(
        figures,
        { fields: "sources", reference: { resource: name, fields: "id" } },
        new Map([[name, target(name)]]),
      );
    expect(issues("sources").map(({ code, found }) => [code, found])).toEqual([
      ["UNKNOWN_SOURCE", "T"],
      ["UNKNOWN_SOURCE", "U"],
    ]);
    expect(issues("units")[0].code).toBe("UNKNOWN_UNIT");
    expect(issues("places")[0]).toMatchObject({ code: "UNKNOWN_REFERENCE", found: "T" });
  });

  it("ask nothing of a table that is not there, and look at the table itself under the empty name", () => {
    const key = (name: string) => ({ fields: "id", reference: { resource: name, fields: "id" } });
    expect(foreignKeyIssues(figures, key("none"), new Map())).toEqual([]);
    expect(foreignKeyIssues(figures, key(""), new Map())).toEqual([]);
  });

  it("take a cell for the items that it holds", () => {
    expect([itemsOf(null), itemsOf("a"), itemsOf(5), itemsOf(["a", "b"])]).toEqual([
      [],
      ["a"],
      ["5"],
      ["a", "b"],
    ]);
  });
});

describe("names of places", () => {
  it("are ours and those that official files use", () => {
    const rows = (...all: Record<string, string>[]) => ({ rows: all }) as unknown as Table;
    const map = placeMap(
      new Map([
        ["places", rows({ place: "MMR" }, { place: "USA" })],
        ["place_names", rows({ name: "Burma", place: "MMR" })],
      ]),
    );
    expect([...map]).toEqual([
      ["MMR", "MMR"],
      ["USA", "USA"],
      ["Burma", "MMR"],
    ]);
    expect(placeMap(new Map()).size).toBe(0);
  });
});

describe("text of a table", () => {
  it("quotes only what needs it", () => {
    expect(writeCsv([["a", "b,c", 'd"e', "f\ng", ""]])).toBe('a,"b,c","d""e","f\ng",\n');
  });

  it("is read back as it was written, whatever the cells hold", () => {
    const cell = fc.stringMatching(/^[ -~\n\u4e00-\u4e20]{0,12}$/u);
    const records = fc
      .integer({ min: 2, max: 5 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
      );
    fc.assert(
      fc.property(records, (rows) => {
        const { header, records: found, issues } = parseCsv(writeCsv(rows), "f");
        expect(issues).toEqual([]);
        expect([header, ...found].map((record) => record?.cells)).toEqual(rows);
      }),
      { seed: 8 },
    );
  });
});
