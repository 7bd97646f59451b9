import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  gradeByRule,
  gradeRow,
  type Basis,
  type Grade,
  type GradeException,
  type SourceForGrade,
} from "./grade.js";
import { packEvidence, unpackTable } from "./packed.js";
import { grader } from "./rules.js";
import type { DataRead } from "./check.js";
import type { Row, Table } from "./table.js";

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
const basis = fc.constantFrom(...bases);
const source: fc.Arbitrary<SourceForGrade> = fc.record({
  kind: fc.constantFrom("primary", "secondary", "own"),
  address: fc.constantFrom("page", "copy", "site", "none"),
  namesPrimary: fc.boolean(),
});
const worse = (a: Grade, b: Grade): boolean => a >= b;

describe("the rule of grades", () => {
  it("gives D to what is assumed, whatever its source", () => {
    fc.assert(
      fc.property(source, (from) => {
        expect(gradeByRule("assumed", from)).toBe("D");
      }),
      { seed: 41 },
    );
  });

  it("gives A only to what a primary source measured on a page that can be opened", () => {
    fc.assert(
      fc.property(basis, source, (how, from) => {
        if (gradeByRule(how, from) !== "A") return;
        expect(["measured", "reported"]).toContain(how);
        expect(from.kind).toBe("primary");
        expect(["page", "copy"]).toContain(from.address);
      }),
      { seed: 42 },
    );
  });

  it("never grades a source without an address better than the same with one", () => {
    fc.assert(
      fc.property(basis, source, (how, from) => {
        const open = gradeByRule(how, { ...from, address: "page" });
        for (const address of ["site", "none"] as const)
          expect(worse(gradeByRule(how, { ...from, address }), open)).toBe(true);
      }),
      { seed: 43 },
    );
  });

  it("never grades a secondary source that names its primary worse than one that names none", () => {
    fc.assert(
      fc.property(basis, source, (how, from) => {
        const one = { ...from, kind: "secondary" as const };
        expect(
          worse(
            gradeByRule(how, { ...one, namesPrimary: false }),
            gradeByRule(how, { ...one, namesPrimary: true }),
          ),
        ).toBe(true);
      }),
      { seed: 44 },
    );
  });
});

describe("the grade of a row", () => {
  const row = { table: "prices", id: "p", basis: "measured" as const, note: "", sources: ["S", "T"] };
  const sources = new Map<string, SourceForGrade>([
    ["S", { kind: "secondary", address: "page", namesPrimary: false }],
    ["T", { kind: "primary", address: "page", namesPrimary: false }],
  ]);
  const exception = (part: Partial<GradeException>): GradeException => ({
    id: "e",
    scope: "source",
    table: "",
    key: "T",
    effect: "cap",
    grade: "D",
    ...part,
  });

  it("is that of its best source", () => {
    expect(gradeRow(row, sources, [])).toEqual({ grade: "A", reason: "" });
    expect(gradeRow({ ...row, sources: ["S"] }, sources, []).grade).toBe("C");
  });

  it("is D where none of its sources is known", () => {
    expect(gradeRow({ ...row, sources: ["U"] }, sources, []).grade).toBe("D");
    expect(gradeRow({ ...row, sources: [] }, sources, []).grade).toBe("D");
  });

  it("is that of the other source where one is capped below it", () => {
    expect(gradeRow(row, sources, [exception({})]).grade).toBe("C");
  });

  it("follows exceptions of a table only in that table", () => {
    expect(gradeRow(row, sources, [exception({ table: "trade" })]).grade).toBe("A");
    expect(gradeRow(row, sources, [exception({ table: "prices" })]).grade).toBe("C");
  });

  it("follows a note by a whole word, and a row by its id, with the exception as reason", () => {
    const note = exception({ id: "vendor-page", scope: "note", key: "vendor", grade: "C" });
    expect(gradeRow({ ...row, note: "vendor page" }, sources, [note])).toEqual({
      grade: "C",
      reason: "vendor-page",
    });
    expect(gradeRow({ ...row, note: "vendors" }, sources, [note]).grade).toBe("A");
    const own = exception({ id: "own", scope: "row", key: "p", effect: "set", grade: "B" });
    expect(gradeRow(row, sources, [own])).toEqual({ grade: "B", reason: "own" });
    expect(gradeRow({ ...row, id: "q" }, sources, [own]).grade).toBe("A");
  });

  it("is never raised by a cap, and replaced by a setting either way", () => {
    const low = { ...row, sources: ["S"] };
    expect(gradeRow(low, sources, [exception({ scope: "row", key: "p", grade: "A" })]).grade).toBe("C");
    const set = exception({ scope: "row", key: "p", effect: "set", grade: "A" });
    expect(gradeRow(low, sources, [set]).grade).toBe("A");
  });

  it("is read from the tables of the data, sources and exceptions", () => {
    const table = (rows: readonly Row[]): Table => ({ rows }) as unknown as Table;
    const grade = grader(
      new Map([
        ["sources", table([{ source_id: "S", kind: "secondary", address: "page", names_primary: "P" }])],
        [
          "grade_exceptions",
          table([{ id: "x", scope: "source", table: null, key: "S", effect: "cap", grade: "C" }]),
        ],
      ]),
    );
    expect(grade("any", { id: "p", basis: "reported", note: null, source_id: ["S"] })).toEqual({
      grade: "C",
      reason: "x",
    });
  });
});

describe("a packed table", () => {
  const value = fc.oneof(
    fc.constant(null),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.string(),
    fc.array(fc.string(), { maxLength: 3 }),
  );

  it("gives back the rows it was made of, empty ones too", () => {
    const rows = fc.array(fc.record({ id: fc.string(), a: value, b: value }), { maxLength: 6 });
    fc.assert(
      fc.property(rows, (given) => {
        const fields = ["id", "a", "b"].map((name) => ({ name, type: "string" as const }));
        const read = {
          schema: { name: "n", version: "2.0.0", resources: [{ name: "t", path: "t.csv", schema: {} }] },
          tables: new Map([["t", { name: "t", file: "t.csv", fields, rows: given }]]),
          issues: [],
        } as unknown as DataRead;
        const packed = packEvidence(read, "h");
        expect(packed.version).toBe("2.0.0");
        expect(unpackTable(packed.tables["t"])).toEqual(given);
        expect(packEvidence(read, "h", () => false).tables).toEqual({});
      }),
      { seed: 45 },
    );
  });
});
