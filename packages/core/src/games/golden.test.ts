import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { solveGame } from "./solve-game.js";

const folder = new URL("../../../../golden/games/", import.meta.url);
const names = readdirSync(folder)
  .filter((name) => name.endsWith(".game.json"))
  .map((name) => name.replace(".game.json", ""));

interface Expected {
  readonly source: string;
  readonly tolerance: { readonly absolute: number };
  readonly expected: Readonly<Record<string, unknown>>;
}

const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), "utf8"));

function compare(found: unknown, expected: unknown, tolerance: number): void {
  if (typeof expected === "number") {
    expect(Math.abs((found as number) - expected)).toBeLessThanOrEqual(tolerance);
  } else if (typeof expected === "object" && expected !== null && !Array.isArray(expected)) {
    expect(Object.keys(found as object)).toEqual(Object.keys(expected));
    for (const [key, value] of Object.entries(expected)) {
      compare((found as Record<string, unknown>)[key], value, tolerance);
    }
  } else {
    expect(found).toEqual(expected);
  }
}

describe("published games", () => {
  it("are there", () => {
    expect(names.length).toBeGreaterThanOrEqual(15);
  });

  it.each(names)("%s", (name) => {
    const { expected, tolerance, source } = read(`${name}.expected.json`) as Expected;
    const answer = solveGame(read(`${name}.game.json`));
    expect(source.length).toBeGreaterThan(20);
    expect(answer).not.toHaveProperty("errors");
    for (const [measure, value] of Object.entries(expected)) {
      compare((answer as Record<string, unknown>)[measure], value, tolerance.absolute);
    }
  });
});
