import { checkData } from "@didym/core";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contentHash } from "./content-hash.js";
import { readDataFolder } from "./read-data-folder.js";

describe("reading a data folder", () => {
  let dir = "";
  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), "didym-data-"));
    mkdirSync(join(dir, "evidence"));
    writeFileSync(
      join(dir, "evidence", "b.csv"),
      Buffer.from([0x61, 0x2c, 0x62, 0x0a, 0x31, 0x2c, 0xe9, 0x0a]),
    );
    writeFileSync(join(dir, "a.csv"), "\uFEFFa,b\n1,2\n");
    writeFileSync(join(dir, "note.md"), "not data");
  });
  afterAll(() => {
    rmSync(dir, { recursive: true });
  });

  it("takes CSV and JSON by path with forward slashes, and leaves the rest", () => {
    expect(Object.keys(readDataFolder(dir))).toEqual(["a.csv", "evidence/b.csv"]);
  });

  it("lets wrong bytes and byte-order marks be found where they stand", () => {
    const issues = checkData({ ...readDataFolder(dir), "datapackage.json": '{"resources":[]}' });
    expect(issues).toContainEqual(
      expect.objectContaining({ code: "WRONG_ENCODING", file: "evidence/b.csv", line: 2, column: 3 }),
    );
    expect(issues).toContainEqual(
      expect.objectContaining({ code: "WRONG_ENCODING", file: "a.csv", line: 1, column: 1 }),
    );
  });

  it("hashes by path and text, not by order", () => {
    expect(contentHash({ a: "1", b: "2" })).toBe(contentHash({ b: "2", a: "1" }));
    expect(contentHash({ a: "12", b: "" })).not.toBe(contentHash({ a: "1", b: "2" }));
  });
});
