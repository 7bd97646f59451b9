import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { repositoryRoot } from "@didym/testing";
import { trackedFiles } from "./tracked-files.js";

const most = 400;

/** Source files that may be longer, each with its reason. */
const excused: Readonly<Record<string, string>> = {};

const sources = trackedFiles()
  .filter((path) => /\.(?:ts|mjs|svelte)$/u.test(path))
  .map((path) => ({ path, lines: readFileSync(join(repositoryRoot, path), "utf8").split("\n").length - 1 }))
  .sort((a, b) => a.lines - b.lines);

function quantile(share: number): number {
  return sources[Math.min(sources.length - 1, Math.floor(share * sources.length))].lines;
}

describe("file sizes", () => {
  it(`no source file has more than ${most} lines without a reason`, () => {
    const long = sources.filter(({ path, lines }) => lines > most && excused[path] === undefined);
    expect(long).toEqual([]);
  });

  it("excuses are still needed", () => {
    const needed = new Set(sources.filter(({ lines }) => lines > most).map(({ path }) => path));
    expect(Object.keys(excused).filter((path) => !needed.has(path))).toEqual([]);
  });

  it("the median stays at 80 lines and nine in ten at 320", () => {
    expect(quantile(0.5)).toBeLessThanOrEqual(80);
    expect(quantile(0.9)).toBeLessThanOrEqual(320);
  });
});
