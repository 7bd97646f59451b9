import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { importUsitcDataweb } from "./usitc-dataweb.js";

const text = readFileSync(new URL("./fixtures/usitc-dataweb.json", import.meta.url), "utf8");
const context = {
  file: "dataweb.json",
  places: new Map([
    ["China", "CHN"],
    ["Estonia", "EST"],
    ["Japan", "JPN"],
  ]),
};
const codes = (changed: string): string[] =>
  importUsitcDataweb(changed, context).issues.map((issue) => issue.code);

describe("USITC DataWeb", () => {
  it("joins value and mass of a flow, imports and exports apart", () => {
    const { figures, issues } = importUsitcDataweb(text, context);
    expect(issues).toEqual([]);
    const find = (id: string): unknown => figures.find((f) => f.id === id);
    expect(find("trade.2846.USA.CHN.2024.exports.P-USITC")).toMatchObject({
      value: 58636.572,
      valueUsd: 190107998,
      weight: "gross",
      unit: "t",
    });
    expect(find("trade.2846.CHN.USA.2023.imports.P-USITC")).toMatchObject({
      value: 10999.92,
      valueUsd: 108255646,
    });
    expect(find("trade.2846.USA.EST.2024.exports.P-USITC")).toBeUndefined();
  });

  it("does not mind the order of tables, columns and rows", () => {
    const json = JSON.parse(text) as {
      dto: {
        tables: {
          column_groups: { columns: unknown[] }[];
          row_groups: { rowsNew: { rowEntries: unknown[] }[] }[];
        }[];
      };
    };
    for (const table of json.dto.tables) {
      table.column_groups[0].columns.reverse();
      table.row_groups[0].rowsNew.reverse();
      for (const row of table.row_groups[0].rowsNew) row.rowEntries.reverse();
    }
    json.dto.tables.reverse();
    const sorted = (input: string): unknown[] =>
      importUsitcDataweb(input, context)
        .figures.map(({ line: _, ...rest }) => rest)
        .sort((a, b) => (a.id < b.id ? -1 : 1));
    expect(sorted(JSON.stringify(json))).toEqual(sorted(text));
  });

  it("refuses truncated text, missing columns, other units, unknown partners and unreadable numbers", () => {
    expect(codes(text.slice(0, -200))).toEqual(["BAD_JSON"]);
    expect(codes("{}")).toEqual(["REQUIRED"]);
    expect(codes(text.replaceAll('"HTS Number"', '"Number"'))).toContain("MISSING_COLUMN");
    expect(codes(text.replace("kilograms", "number"))).toContain("UNKNOWN_UNIT");
    expect(codes(text.replace('"China"', '"Chi\uFFFDna"'))).toContain("UNKNOWN_PLACE");
    expect(codes(text.replace("58,636,572", "58.636.572"))).toContain("WRONG_TYPE");
  });

  it("warns of a table that stands twice and refuses two that disagree", () => {
    const json = JSON.parse(text) as { dto: { tables: unknown[] } };
    json.dto.tables.push(json.dto.tables[1]);
    const twice = importUsitcDataweb(JSON.stringify(json), context);
    expect(twice.issues).toEqual([]);
    expect(twice.warnings.map((issue) => issue.code)).toContain("DUPLICATE_ROW");
    const other = JSON.stringify(json).replace("58,636,572", "58,636,573");
    expect(codes(other)).toEqual(["CONFLICTING_ROWS"]);
  });
});
