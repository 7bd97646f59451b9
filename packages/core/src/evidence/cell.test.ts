import { describe, expect, it } from "vitest";
import { readCell } from "./cell.js";
import type { Field } from "./package-schema.js";

const number: Field = { name: "value", type: "number", constraints: { minimum: 0, maximum: 100 } };
const year: Field = { name: "year", type: "year" };
const status: Field = { name: "status", type: "string", constraints: { enum: ["operating", "announced"] } };

describe("reading a cell by its field", () => {
  it("reads numbers as written, and only numbers", () => {
    expect(readCell(number, "1.5e1").value).toBe(15);
    for (const text of ["1,000", "0x10", "Infinity", "NaN", "1.", "--1", "12 t"]) {
      expect(readCell(number, text)).toMatchObject({
        value: null,
        issue: { code: "WRONG_TYPE", found: text },
      });
    }
  });

  it("holds numbers to their range", () => {
    expect(readCell(number, "100").issue).toBeUndefined();
    expect(readCell(number, "100.1").issue).toMatchObject({
      code: "OUT_OF_RANGE",
      expected: { minimum: 0, maximum: 100 },
    });
    expect(readCell(number, "-0.1").issue).toMatchObject({ code: "OUT_OF_RANGE" });
  });

  it("knows a year from nonsense", () => {
    expect(readCell(year, "2024").value).toBe(2024);
    expect(readCell(year, "20244").issue).toMatchObject({ code: "OUT_OF_RANGE" });
    expect(readCell(year, "2024.5").issue).toMatchObject({ code: "WRONG_TYPE", expected: "year" });
  });

  it("takes an empty cell as nothing unless it is required", () => {
    expect(readCell(number, "")).toEqual({ value: null });
    expect(readCell({ ...number, constraints: { required: true } }, "").issue).toMatchObject({
      code: "REQUIRED",
    });
  });

  it("offers the nearest allowed word", () => {
    expect(readCell(status, "operatin").issue).toMatchObject({ code: "NOT_ALLOWED", nearest: "operating" });
  });

  it("matches a pattern as a whole", () => {
    const date: Field = { name: "date", type: "string", constraints: { pattern: "\\d{4}|\\d{4}-\\d{2}" } };
    expect(readCell(date, "2024-05").issue).toBeUndefined();
    expect(readCell(date, "2024-05-xx").issue).toMatchObject({ code: "BAD_PATTERN" });
  });

  it("splits lists and refuses empty items and stray spaces", () => {
    const list: Field = { name: "source_id", type: "list", delimiter: ";" };
    expect(readCell(list, "A;B").value).toEqual(["A", "B"]);
    expect(readCell(list, "A;;B").issue).toMatchObject({ code: "WRONG_TYPE" });
    expect(readCell(list, "A;B ").issue).toMatchObject({ code: "STRAY_SPACE" });
  });
});
