import { readFileSync } from "node:fs";
import { join } from "node:path";
import { en } from "@didym/messages";
import { repositoryRoot } from "@didym/testing";
import { describe, expect, it } from "vitest";
import { trackedFiles } from "./tracked-files.js";

/** Codes where they are stated, and names that can only be codes. */
const stated = /(?:code: |usageError\()\s*"([A-Z][A-Z_]+)"/gu;
const telling = /"((?:UNKNOWN|MISSING|DUPLICATE|WRONG|INVALID|BAD|CONFLICTING|NEGATIVE|YEAR)_[A-Z_]+)"/gu;

/** Codes in the sources, with a file that uses each. */
function codesUsed(): Map<string, string> {
  const used = new Map<string, string>();
  const sources = trackedFiles().filter((path) =>
    /^packages\/(?:core|cli|data)\/src\/.*(?<!\.test)\.ts$/u.test(path),
  );
  for (const path of sources) {
    const text = readFileSync(join(repositoryRoot, path), "utf8");
    const found = [...text.matchAll(stated), ...text.matchAll(telling)];
    for (const [, code] of found) used.set(code, path);
  }
  return used;
}

describe("error codes", () => {
  it("are found in the sources", () => {
    expect(codesUsed().get("UNKNOWN_FLAG")).toContain("packages/cli/");
  });

  it("all have words in both languages", () => {
    const without = [...codesUsed()].filter(([code]) => !Object.hasOwn(en.errors, code));
    expect(without).toEqual([]);
  });
});
