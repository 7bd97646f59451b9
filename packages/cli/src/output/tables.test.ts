import { parse } from "csv-parse/sync";
import { parquetReadObjects } from "hyparquet";
import fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import type { Cell, Table } from "../command/answer.js";
import { cellText, numberText } from "./cell-text.js";
import { csvText } from "./csv.js";
import { ndjsonText } from "./ndjson.js";
import { parquetBytes } from "./parquet.js";
import { markdownText, tableText, type TableStyle } from "./table-text.js";

const columns: Table["columns"] = [
  { key: "good", title: { en: "good", zh: "产品" }, kind: "text" },
  { key: "value", title: { en: "value", zh: "值" }, kind: "number", unit: "t/y" },
  { key: "year", title: { en: "year", zh: "年份" }, kind: "year" },
  { key: "known", title: { en: "known", zh: "已知" }, kind: "boolean" },
];

const table: Table = {
  name: "t",
  title: { en: "Things", zh: "事物" },
  columns,
  rows: [
    ["氧化镨钕, 纯", 12_345.678, 2030, true],
    ['say "no"', null, 2031, false],
    ["a|b", 0.012345, 2032, true],
  ],
};

const style = (language: "en" | "zh", most = Infinity): TableStyle => ({
  words: (text) => text[language],
  bold: false,
  most,
  rowsShown: (shown, total) => `${shown} of ${total} rows, use --all`,
  noRows: "no rows",
});

describe("CSV", () => {
  it("gives back what went in, through another reader", () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom('a"b', "a,b", "a\nb", " x ", "中文"));
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
        const two: Table = { name: "t", columns: [columns[0], { ...columns[0], key: "b" }], rows };
        const read = parse(csvText(two), {
          columns: true,
          relax_column_count: false,
          skip_empty_lines: false,
        });
        expect(read).toEqual(rows.map(([good, b]) => ({ good, b })));
      }),
      { seed: 1 },
    );
  });

  it("keeps every digit", () => {
    expect(csvText(table)).toContain("12345.678,2030");
  });
});

describe("NDJSON", () => {
  it("is one object a row, and names the table only where there are several", () => {
    const lines = ndjsonText([table])
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as unknown);
    expect(lines[1]).toEqual({ good: 'say "no"', value: null, year: 2031, known: false });
    expect(JSON.parse(ndjsonText([table, table]).split("\n")[0])).toMatchObject({ table: "t" });
  });
});

describe("Parquet", () => {
  it("gives back what went in, through another reader", async () => {
    const bytes = await parquetBytes(table);
    const rows = await parquetReadObjects({ file: bytes.buffer as ArrayBuffer });
    expect(rows).toEqual(table.rows.map(([good, value, year, known]) => ({ good, value, year, known })));
  });

  it("can be empty", async () => {
    const bytes = await parquetBytes({ ...table, rows: [] });
    expect(await parquetReadObjects({ file: bytes.buffer as ArrayBuffer })).toEqual([]);
  });
});

describe("tables for people", () => {
  it.each(["en", "zh"] as const)("align wide characters by their width (%s)", (language) => {
    const lines = tableText(table, style(language)).split("\n").slice(1, -1);
    const ends = [language === "en" ? "value (t/y)" : "值 (t/y)", "──  ────", "12,346", "–", "0.0123"];
    const edges = lines.map((line, at) => {
      const end =
        at === 1 ? line.indexOf("  ", line.indexOf("  ") + 2) : line.indexOf(ends[at]) + ends[at].length;
      return stringWidth(line.slice(0, end));
    });
    expect(new Set(edges).size).toBe(1);
  });

  it("say what they leave out", () => {
    const text = tableText(table, style("en", 2));
    expect(text).toContain("2 of 3 rows, use --all");
    expect(text).not.toContain("a|b");
    expect(tableText(table, style("en"))).not.toContain("rows, use");
  });

  it("say when they are empty", () => {
    expect(tableText({ ...table, rows: [] }, style("en"))).toContain("no rows");
  });

  it("escape bars in Markdown", () => {
    const text = markdownText(table, (words) => words.zh);
    expect(text).toContain("| 产品 | 值 (t/y) | 年份 | 已知 |");
    expect(text).toContain("a\\|b");
    expect(text.split("\n")[3]).toBe("| --- | ---: | ---: | --- |");
  });
});

describe("numbers for people", () => {
  it.each<[number, string]>([
    [0, "0"],
    [-0, "0"],
    [1234567.8, "1,234,568"],
    [999.96, "1,000.0"],
    [12.345, "12.35"],
    [-0.04567, "-0.0457"],
    [0.00001234, "1.2e-5"],
    [-1234.5, "-1,235"],
  ])("%d is %s", (value, text) => {
    expect(numberText(value)).toBe(text);
  });

  it("follow the column's decimals, and years are not grouped", () => {
    expect(numberText(1234.567, 1)).toBe("1,234.6");
    expect(cellText(2030, columns[2])).toBe("2030");
    expect(cellText(null as Cell, columns[1])).toBe("–");
  });
});
