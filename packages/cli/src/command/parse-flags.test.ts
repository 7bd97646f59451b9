import { IssueError } from "@didym/core/errors";
import { describe, expect, it } from "vitest";
import type { FlagSpecs } from "./flags.js";
import { readFlags, splitArguments } from "./parse-flags.js";

const brief = { en: "", zh: "" };
const specs: FlagSpecs = {
  fast: { kind: "switch", brief },
  name: { kind: "text", brief, value: "NAME" },
  set: { kind: "list", brief },
  count: { kind: "integer", brief, least: 1, most: 9 },
  share: { kind: "number", brief },
  mode: { kind: "choice", brief, choices: ["each", "pooled"] },
};

function parse(...argv: string[]): Record<string, unknown> {
  return readFlags(splitArguments(argv, specs, "test").flags, specs, "test");
}

function issueOf(...argv: string[]) {
  try {
    parse(...argv);
  } catch (error) {
    if (error instanceof IssueError) return error.issues[0];
    throw error;
  }
  return undefined;
}

describe("flags", () => {
  it("take values after a space or an equals sign", () => {
    expect(parse("--name", "a", "--count=3")).toMatchObject({ name: "a", count: 3, fast: false, set: [] });
  });

  it("repeat as a list, and the last of others wins", () => {
    expect(parse("--set", "a=1", "--set=b=2", "--name", "x", "--name", "y")).toMatchObject({
      set: ["a=1", "b=2"],
      name: "y",
    });
  });

  it("take a negative number or a lone dash as a value", () => {
    expect(parse("--share", "-2.5", "--name", "-")).toMatchObject({ share: -2.5, name: "-" });
  });

  it("end at two dashes", () => {
    expect(splitArguments(["a", "--", "--fast"], specs, "test")).toEqual({
      words: ["a", "--fast"],
      flags: new Map(),
    });
  });

  it.each([
    [["--nmae", "a"], "UNKNOWN_FLAG", "--name"],
    [["-x"], "UNKNOWN_FLAG", undefined],
    [["--name"], "MISSING_VALUE", undefined],
    [["--name", "--fast"], "MISSING_VALUE", undefined],
    [["--fast=yes"], "UNEXPECTED_ARGUMENT", undefined],
    [["--count", "0"], "INVALID_ARGUMENT", undefined],
    [["--count", "1.5"], "INVALID_ARGUMENT", undefined],
    [["--count", ""], "INVALID_ARGUMENT", undefined],
    [["--share", "half"], "INVALID_ARGUMENT", undefined],
    [["--mode", "poled"], "INVALID_ARGUMENT", "pooled"],
    [["--toString"], "UNKNOWN_FLAG", undefined],
  ])("refuse %j with %s", (argv, code, near) => {
    const issue = issueOf(...argv);
    expect(issue?.code).toBe(code);
    expect(issue?.nearest).toBe(near);
  });

  it("list the valid ones when one is unknown", () => {
    expect(issueOf("--nmae", "a")?.expected).toEqual(Object.keys(specs).map((name) => `--${name}`));
  });
});
