import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gradeByRule, gradeRow, type Basis, type GradeException, type SourceForGrade } from "./grade.js";

const primary: SourceForGrade = { kind: "primary", address: "page", namesPrimary: false };
const secondary: SourceForGrade = { kind: "secondary", address: "page", namesPrimary: true };
const bases: readonly Basis[] = [
  "measured",
  "reported",
  "computed",
  "converted",
  "estimated",
  "forecast",
  "study-assumption",
  "assumed",
];

describe("the grading rule", () => {
  it("gives A to a measured quantity of a primary source with an address", () => {
    expect(gradeByRule("measured", primary)).toBe("A");
    expect(gradeByRule("reported", { ...primary, address: "copy" })).toBe("A");
  });

  it("gives B to a primary source without address, and to a secondary one that names its primary", () => {
    expect(gradeByRule("measured", { ...primary, address: "none" })).toBe("B");
    expect(gradeByRule("measured", { ...primary, address: "site" })).toBe("B");
    expect(gradeByRule("reported", secondary)).toBe("B");
  });

  it("gives C to what is computed, converted, estimated or foreseen", () => {
    for (const basis of ["computed", "converted", "estimated", "forecast", "study-assumption"] as const) {
      expect(gradeByRule(basis, primary)).toBe("C");
    }
    expect(gradeByRule("reported", { ...secondary, namesPrimary: false })).toBe("C");
  });

  it("gives D to what is assumed, whatever the source", () => {
    expect(gradeByRule("assumed", primary)).toBe("D");
  });

  it("never grades higher for a missing address", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...bases),
        fc.constantFrom("primary" as const, "secondary" as const),
        fc.boolean(),
        (basis, kind, namesPrimary) => {
          const at = (address: SourceForGrade["address"]): string =>
            gradeByRule(basis, { kind, namesPrimary, address });
          expect(at("none") >= at("page")).toBe(true);
          expect(at("site") >= at("copy")).toBe(true);
        },
      ),
      { seed: 7 },
    );
  });
});

describe("exceptions to the rule", () => {
  const sources = new Map([
    ["P", primary],
    ["S", secondary],
  ]);
  const row = { table: "prices", id: "p1", basis: "reported" as Basis, note: "vendor", sources: ["P"] };
  const exception = (over: Partial<GradeException>): GradeException => ({
    id: "x",
    scope: "row",
    table: "",
    key: "p1",
    effect: "cap",
    grade: "C",
    ...over,
  });

  it("cap lowers and never raises; set does both", () => {
    expect(gradeRow(row, sources, [exception({})])).toEqual({ grade: "C", reason: "x" });
    const assumed = { ...row, basis: "assumed" as Basis };
    expect(gradeRow(assumed, sources, [exception({})])).toEqual({ grade: "D", reason: "" });
    expect(gradeRow(assumed, sources, [exception({ effect: "set", grade: "B" })])).toEqual({
      grade: "B",
      reason: "x",
    });
  });

  it("apply to a source, to a note, and only in their table", () => {
    expect(gradeRow(row, sources, [exception({ scope: "source", key: "P", grade: "D" })])).toEqual({
      grade: "D",
      reason: "x",
    });
    expect(gradeRow(row, sources, [exception({ scope: "note", key: "vendor" })])).toEqual({
      grade: "C",
      reason: "x",
    });
    expect(gradeRow(row, sources, [exception({ scope: "note", key: "vend" })])).toEqual({
      grade: "A",
      reason: "",
    });
    expect(gradeRow(row, sources, [exception({ table: "costs" })])).toEqual({ grade: "A", reason: "" });
  });

  it("takes the best of several sources", () => {
    expect(gradeRow({ ...row, sources: ["S", "P"] }, sources, [])).toEqual({ grade: "A", reason: "" });
    expect(
      gradeRow({ ...row, sources: ["S", "P"] }, sources, [
        exception({ scope: "source", key: "P", grade: "D" }),
      ]),
    ).toEqual({ grade: "B", reason: "" });
  });
});
