import { describe, expect, it } from "vitest";
import { checkData, readData } from "./check.js";
import { gradeTables } from "./grade-tables.js";
import { packEvidence, unpackTable } from "./packed.js";

const field = (name: string, type = "string", constraints: object = {}): object => ({
  name,
  type,
  constraints,
});
const figureFields = [
  field("id", "string", { required: true }),
  { ...field("value", "number", { minimum: 0 }), unitColumn: "unit" },
  field("unit"),
  field("year", "year", { required: true }),
  { ...field("source_id", "list", { required: true }), delimiter: ";" },
  field("basis", "string", { enum: ["reported", "assumed"] }),
  field("grade"),
  field("grade_reason"),
  field("note"),
];
const key = (fields: string, resource: string, target: string): object => ({
  fields,
  reference: { resource, fields: target },
});
const schema = {
  name: "toy",
  version: "1.2.3",
  resources: [
    {
      name: "sources",
      path: "sources.csv",
      schema: {
        primaryKey: "source_id",
        fields: ["source_id", "kind", "address", "names_primary", "redistribution"].map((name) =>
          field(name),
        ),
      },
    },
    { name: "units", path: "units.csv", schema: { primaryKey: "unit", fields: [field("unit")] } },
    {
      name: "figures",
      path: "evidence/figures.csv",
      schema: {
        primaryKey: "id",
        fields: figureFields,
        foreignKeys: [key("source_id", "sources", "source_id"), key("unit", "units", "unit")],
      },
    },
    { name: "derived", path: "evidence/derived.csv", schema: { primaryKey: "id", fields: figureFields } },
    {
      name: "conflicts",
      path: "conflicts.csv",
      schema: { primaryKey: "id", fields: [field("id"), field("rows", "list"), field("used", "list")] },
    },
  ],
};
const head = "id,value,unit,year,source_id,basis,grade,grade_reason,note\n";
const whole: Record<string, string> = {
  "datapackage.json": JSON.stringify(schema),
  "sources.csv":
    "source_id,kind,address,names_primary,redistribution\nUSGS,primary,page,,tables\nBGS,primary,page,,derived-only\n",
  "units.csv": "unit\nt REO\n%\n",
  "evidence/figures.csv": `${head}one,12,t REO,2024,USGS,reported,A,,\ntwo,5,t REO,2024,USGS,assumed,D,,\n`,
  "evidence/derived.csv": `${head}three,70,%,2024,BGS,reported,A,,\n`,
  "conflicts.csv": "id,rows,used\nrivals,one;two,one\n",
};
const broken = (path: string, from: string, to: string): Record<string, string> => {
  expect(whole[path]).toContain(from);
  return { ...whole, [path]: whole[path].replace(from, to) };
};

describe("checking a data folder", () => {
  it("finds nothing in one that holds", () => {
    expect(checkData(whole)).toEqual([]);
  });

  const figures = "evidence/figures.csv";
  it.each([
    ["a wrong type", figures, "one,12", "one,twelve", { code: "WRONG_TYPE", line: 2, column: 5 }],
    ["a value out of range", figures, "two,5", "two,-5", { code: "OUT_OF_RANGE", line: 3, column: 5 }],
    ["a missing id", figures, "one,12", ",12", { code: "REQUIRED", line: 2, column: 1 }],
    [
      "an unknown source",
      figures,
      "USGS,assumed",
      "USGX,assumed",
      { code: "UNKNOWN_SOURCE", line: 3, column: 18, nearest: "USGS" },
    ],
    ["a duplicate id", figures, "two,5", "one,5", { code: "DUPLICATE_ID", line: 3, column: 1 }],
    [
      "an unknown unit",
      figures,
      "5,t REO",
      "5,t REOX",
      { code: "UNKNOWN_UNIT", line: 3, column: 7, nearest: "t REO" },
    ],
    ["a value without unit", figures, "5,t REO", "5,", { code: "MISSING_UNIT", line: 3, column: 7 }],
    [
      "a year that cannot be",
      figures,
      "2024,USGS,assumed",
      "24,USGS,assumed",
      { code: "OUT_OF_RANGE", line: 3, column: 13 },
    ],
    ["a ragged row", figures, "two,5,", "two,5,,", { code: "RAGGED_ROW", line: 3 }],
    ["wrong bytes", figures, "two,5", "tw\uFFFD,5", { code: "WRONG_ENCODING", line: 3, column: 3 }],
    [
      "a grade against the rule",
      figures,
      "assumed,D",
      "assumed,B",
      { code: "GRADE_MISMATCH", line: 3, expected: "D" },
    ],
    [
      "a row under terms of use",
      figures,
      "USGS,assumed",
      "BGS,assumed",
      { code: "RESTRICTED_SOURCE", line: 3, column: 18 },
    ],
    [
      "a misspelt column",
      figures,
      "id,value",
      "id,valeu",
      { code: "UNKNOWN_COLUMN", line: 1, column: 4, nearest: "value" },
    ],
    [
      "an id used in two tables",
      "evidence/derived.csv",
      "three",
      "one",
      { code: "DUPLICATE_ID", line: 2, column: 1 },
    ],
    [
      "a conflict about no row",
      "conflicts.csv",
      "one;two",
      "one;tow",
      { code: "UNKNOWN_REFERENCE", line: 2, column: 8 },
    ],
    [
      "a conflict settled by a row it does not name",
      "conflicts.csv",
      "two,one",
      "two,three",
      { code: "UNKNOWN_REFERENCE", line: 2, column: 16 },
    ],
  ])("finds %s by file, line and column", (_, path, from, to, expected) => {
    expect(checkData(broken(path, from, to))).toContainEqual(
      expect.objectContaining({ file: path, ...expected }),
    );
  });

  it("finds a missing file, a missing package and a package that is no JSON", () => {
    const { "units.csv": _, ...rest } = whole;
    expect(checkData(rest)).toContainEqual({ code: "MISSING_FILE", file: "units.csv" });
    expect(checkData({})).toEqual([{ code: "MISSING_FILE", file: "datapackage.json" }]);
    expect(checkData({ "datapackage.json": "{" })).toEqual([{ code: "BAD_JSON", file: "datapackage.json" }]);
  });

  it("refuses a package whose keys lead nowhere", () => {
    const bad = {
      ...schema,
      resources: schema.resources.map((r) =>
        r.name === "figures"
          ? { ...r, schema: { ...r.schema, foreignKeys: [key("unit", "unitz", "unit")] } }
          : r,
      ),
    };
    expect(checkData({ ...whole, "datapackage.json": JSON.stringify(bad) })).toContainEqual(
      expect.objectContaining({ code: "UNKNOWN_REFERENCE", path: "resources[2].foreignKeys" }),
    );
  });

  it("refuses a number that no unit belongs to", () => {
    const bad = JSON.stringify(schema).replace('"unitColumn":"unit"', '"unitColumn":"units"');
    expect(checkData({ ...whole, "datapackage.json": bad })).toContainEqual(
      expect.objectContaining({ code: "MISSING_UNIT", path: "resources[2].value" }),
    );
  });

  it("finds a value outside its own range", () => {
    const fields = [
      field("id"),
      ...["value_low", "value", "value_high"].map((name) => ({ ...field(name, "number"), unit: "t" })),
    ];
    const ranges = { name: "ranges", path: "ranges.csv", schema: { primaryKey: "id", fields } };
    const files = {
      "datapackage.json": JSON.stringify({ name: "x", version: "1", resources: [ranges] }),
      "ranges.csv": "id,value_low,value,value_high\na,1,2,3\nb,1,4,3\nc,5,,4\nd,,2,\n",
    };
    expect(checkData(files).map(({ code, line, column }) => [code, line, column])).toEqual([
      ["VALUE_ORDER", 3, 5],
      ["VALUE_ORDER", 4, 5],
    ]);
  });

  it("checks the form of CSV files that no package declares", () => {
    expect(checkData({ ...whole, "chain/x/goods.csv": "a,b\n1\n" })).toEqual([
      expect.objectContaining({ code: "RAGGED_ROW", file: "chain/x/goods.csv", line: 2 }),
    ]);
  });
});

describe("grading the tables", () => {
  it("writes the grades of the rule and nothing else", () => {
    const blank = broken("evidence/figures.csv", "assumed,D", "assumed,");
    expect(gradeTables(blank)).toEqual({ "evidence/figures.csv": whole["evidence/figures.csv"] });
    expect(gradeTables(whole)).toEqual({});
  });
});

describe("packing the evidence", () => {
  it("unpacks to the rows that were read, and keeps cited sources only", () => {
    const read = readData(broken("sources.csv", "BGS,", "Unused,primary,page,,tables\nBGS,"));
    const packed = packEvidence(read, "h");
    expect(packed).toMatchObject({ schema: "didym/evidence@1", version: "1.2.3", hash: "h" });
    expect(unpackTable(packed.tables["figures"])).toEqual(read.tables.get("figures")!.rows);
    expect(unpackTable(packed.tables["sources"]).map((row) => row["source_id"])).toEqual(["USGS", "BGS"]);
  });
});
