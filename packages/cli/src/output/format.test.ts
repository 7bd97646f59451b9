import { describe, expect, it } from "vitest";
import { chooseFormat, wantsJson } from "./format.js";

const none = { json: false, format: undefined, output: undefined };

describe("the format of an answer", () => {
  it("is a table unless asked otherwise", () => {
    expect(chooseFormat(none)).toBe("table");
    expect(chooseFormat({ ...none, json: true })).toBe("json");
    expect(chooseFormat({ ...none, format: "csv" })).toBe("csv");
  });

  it("follows the file's ending, but a flag wins", () => {
    expect(chooseFormat({ ...none, output: "a/b.Parquet" })).toBe("parquet");
    expect(chooseFormat({ ...none, output: "b.txt" })).toBe("table");
    expect(chooseFormat({ ...none, output: "b.csv", format: "json" })).toBe("json");
  });

  it("refuses a contradiction", () => {
    expect(() => chooseFormat({ ...none, json: true, format: "csv" })).toThrow("CONFLICTING_FLAGS");
  });

  it("is known to be JSON even when the command line is broken", () => {
    expect(wantsJson(["nonsense", "--json"])).toBe(true);
    expect(wantsJson(["--format", "json"])).toBe(true);
    expect(wantsJson(["--format=ndjson"])).toBe(true);
    expect(wantsJson(["--", "--json"])).toBe(false);
    expect(wantsJson(["--format", "csv"])).toBe(false);
  });
});
