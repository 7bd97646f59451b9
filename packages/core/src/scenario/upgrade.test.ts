import { describe, expect, it } from "vitest";
import { upgrade } from "./upgrade.js";

describe("schema versions", () => {
  const steps = [(file: object) => ({ ...file, second: true }), (file: object) => ({ ...file, third: true })];
  const at = (version: number): unknown => upgrade({ schema: `didym/scenario@${version}` }, 3, steps);

  it("brings older files up step by step", () => {
    expect(at(1)).toEqual({ file: { schema: "didym/scenario@3", second: true, third: true } });
    expect(at(2)).toEqual({ file: { schema: "didym/scenario@3", third: true } });
    expect(at(3)).toEqual({ file: { schema: "didym/scenario@3" } });
  });

  it("refuses newer ones by name and versions that never were", () => {
    expect(at(4)).toMatchObject({ issue: { code: "VERSION_MISMATCH", found: "didym/scenario@4" } });
    expect(at(0)).toMatchObject({ issue: { code: "UNKNOWN_SCHEMA" } });
    expect(upgrade({ schema: 1 })).toMatchObject({ issue: { code: "UNKNOWN_SCHEMA", found: 1 } });
  });
});
