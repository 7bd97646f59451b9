import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseCsv } from "./csv.js";
import { writeCsv } from "./write-csv.js";

const codes = (text: string): string[] => parseCsv(text, "t.csv").issues.map((issue) => issue.code);

describe("reading CSV", () => {
  it("gives cells with the line and column where each begins", () => {
    const { header, records, issues } = parseCsv('id,note\na,"x, ""y"""\nb,\n', "t.csv");
    expect(issues).toEqual([]);
    expect(header?.cells).toEqual(["id", "note"]);
    expect(records).toEqual([
      { line: 2, cells: ["a", 'x, "y"'], columns: [1, 3] },
      { line: 3, cells: ["b", ""], columns: [1, 3] },
    ]);
  });

  it("keeps counting lines and columns after a quoted line break", () => {
    const { records } = parseCsv('a,b,c\n1,"x\ny",2\n3,4,5\n', "t.csv");
    expect(records[0]).toEqual({ line: 2, cells: ["1", "x\ny", "2"], columns: [1, 3, 4] });
    expect(records[1].line).toBe(4);
  });

  it("accepts CRLF and a last line without its break", () => {
    expect(parseCsv("a,b\r\n1,2\r\n3,4", "t.csv").records.map((r) => r.cells)).toEqual([
      ["1", "2"],
      ["3", "4"],
    ]);
    expect(parseCsv("a,b\n1,", "t.csv").records[0].cells).toEqual(["1", ""]);
  });

  it("names a ragged row by its line and leaves it out", () => {
    const { records, issues } = parseCsv("a,b\n1,2\n3\n4,5,6\n7,8\n", "t.csv");
    expect(records.map((r) => r.cells[0])).toEqual(["1", "7"]);
    expect(issues).toEqual([
      { code: "RAGGED_ROW", file: "t.csv", line: 3, column: 1, found: 1, expected: 2 },
      { code: "RAGGED_ROW", file: "t.csv", line: 4, column: 1, found: 3, expected: 2 },
    ]);
  });

  it("refuses quotes out of place", () => {
    expect(codes('a,b\n1,x"y\n')).toContain("BAD_QUOTE");
    expect(codes('a,b\n"1"x,2\n')).toContain("BAD_QUOTE");
    expect(parseCsv('a,b\n1,"open\n2,3\n', "t.csv").issues[0]).toMatchObject({
      code: "UNCLOSED_QUOTE",
      line: 2,
      column: 3,
    });
  });

  it("finds a byte-order mark and bytes that are not UTF-8", () => {
    expect(parseCsv("\uFEFFa,b\n1,2\n", "t.csv").issues[0]).toMatchObject({
      code: "WRONG_ENCODING",
      line: 1,
      column: 1,
    });
    expect(parseCsv("a,b\n1,Caf\uFFFD\n", "t.csv").issues[0]).toMatchObject({
      code: "WRONG_ENCODING",
      line: 2,
      column: 6,
    });
  });

  it("says that an empty file is empty", () => {
    expect(codes("")).toEqual(["EMPTY_FILE"]);
  });

  it("reads back whatever it writes", () => {
    const cell = fc.string({ maxLength: 8 }).filter((text) => !/[\uFEFF\uFFFD\u0000]/u.test(text));
    const table = fc
      .integer({ min: 2, max: 5 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
      );
    fc.assert(
      fc.property(table, (records) => {
        const read = parseCsv(writeCsv(records), "t.csv");
        expect(read.issues).toEqual([]);
        expect([read.header!.cells, ...read.records.map((r) => r.cells)]).toEqual(records);
      }),
      { seed: 20241, numRuns: 300 },
    );
  });
});
