import { describe, expect, it } from "vitest";
import { readPackage, type Field, type Resource } from "./package-schema.js";

const resource = (
  over: Partial<Resource> = {},
  fields: readonly Field[] = [{ name: "id", type: "string" }],
) => ({
  name: "a",
  path: "a.csv",
  schema: { primaryKey: "id", fields },
  ...over,
});
const read = (...resources: readonly unknown[]) =>
  readPackage(JSON.stringify({ name: "n", version: "1", resources }), "p.json");
const codes = (...resources: readonly unknown[]): string[] =>
  read(...resources).issues.map(({ code }) => code);

describe("a package of tables", () => {
  it("is given back where it holds", () => {
    const { value, issues } = read(resource());
    expect(issues).toEqual([]);
    expect(value?.resources[0].schema.fields).toEqual([{ name: "id", type: "string" }]);
  });

  it("is refused as a whole where it does not", () => {
    expect(read(resource({}, [{ name: "x", type: "string" }])).value).toBeUndefined();
  });

  it("must be JSON with resources", () => {
    expect(readPackage("{", "p.json").issues).toEqual([{ code: "BAD_JSON", file: "p.json" }]);
    for (const text of ["{}", "null", "[]", '{"resources":{}}'])
      expect(readPackage(text, "p.json").issues).toEqual([
        { code: "REQUIRED", file: "p.json", path: "resources" },
      ]);
  });

  it("needs name, path and schema of each resource, by its number", () => {
    for (const part of ["name", "path", "schema"])
      expect(read(resource(), { ...resource(), [part]: undefined }).issues).toEqual([
        expect.objectContaining({ code: "REQUIRED", path: "resources[1]" }),
      ]);
  });

  it("knows five types of cells", () => {
    const types = ["string", "integer", "year", "list"] as const;
    for (const type of types) expect(codes(resource({}, [{ name: "id", type }]))).toEqual([]);
    expect(codes(resource({}, [{ name: "id", type: "date" as "string" }]))).toEqual(["WRONG_TYPE"]);
  });

  it("has no number without a unit, of its own or in a column that is there", () => {
    const id: Field = { name: "id", type: "string" };
    const value: Field = { name: "value", type: "number" };
    expect(codes(resource({}, [id, value]))).toEqual(["MISSING_UNIT"]);
    expect(codes(resource({}, [id, { ...value, unit: "t" }]))).toEqual([]);
    expect(codes(resource({}, [id, { ...value, unitColumn: "unit" }]))).toEqual(["MISSING_UNIT"]);
    const unit: Field = { name: "unit", type: "string" };
    expect(codes(resource({}, [id, unit, { ...value, unitColumn: "unit" }]))).toEqual([]);
  });

  it("has keys that are columns, its own and those of other tables", () => {
    const own = resource({ schema: { primaryKey: "no", fields: [{ name: "id", type: "string" }] } });
    expect(codes(own)).toEqual(["UNKNOWN_REFERENCE"]);
    const pointing = (fields: string, table: string, target: string) =>
      resource({
        name: "b",
        schema: {
          primaryKey: "id",
          fields: [{ name: "id", type: "string" }],
          foreignKeys: [{ fields, reference: { resource: table, fields: target } }],
        },
      });
    expect(codes(resource(), pointing("id", "a", "id"))).toEqual([]);
    expect(codes(resource(), pointing("id", "", "id"))).toEqual([]);
    expect(codes(resource(), pointing("no", "a", "id"))).toEqual(["UNKNOWN_REFERENCE"]);
    expect(codes(resource(), pointing("id", "c", "id"))).toEqual(["UNKNOWN_REFERENCE"]);
    expect(codes(resource(), pointing("id", "a", "no"))).toEqual(["UNKNOWN_REFERENCE"]);
  });
});
