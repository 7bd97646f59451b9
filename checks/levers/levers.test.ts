import { readFileSync } from "node:fs";
import { repositoryRoot } from "@didym/testing";
import { describe, expect, it } from "vitest";
import { judge, leverChecks } from "./lever-checks.js";
import { rareEarths, type RareEarths, type Years } from "./rare-earths.js";

const laboratories = new Map<string, RareEarths>();
const runs = new Map<string, ReturnType<RareEarths["solve"]>>();

/** Each run once, however many checks look at it. */
function solve(levers: readonly object[], horizon: Years, parameters: Readonly<Record<string, number>> = {}) {
  const at = JSON.stringify(parameters);
  const key = JSON.stringify([parameters, levers, horizon]);
  if (!laboratories.has(at)) laboratories.set(at, rareEarths(parameters));
  if (!runs.has(key)) runs.set(key, laboratories.get(at)!.solve(levers, horizon));
  return runs.get(key)!;
}

describe.each(leverChecks)("$id", (check) => {
  it(check.says, () => {
    const under = check.under ?? [];
    const against = solve([...under, ...(check.against ?? [])], check.horizon, check.parameters);
    const result = solve([...under, ...check.levers], check.horizon, check.parameters);
    const failed = check.expect
      .map((expectation) => ({ expectation, ...judge(expectation, result, against) }))
      .filter((outcome) => !outcome.holds);
    expect(failed).toEqual([]);
  });
});

describe("the list", () => {
  it("stands in docs/checks.md, each check by name and no other", () => {
    const page = readFileSync(`${repositoryRoot}docs/checks.md`, "utf8");
    const named = [...page.matchAll(/`([a-z]+(?:-[a-z]+){2,})`/gu)].map(([, id]) => id);
    expect(named.sort()).toEqual(leverChecks.map(({ id }) => id).sort());
  });

  it("names each check once, with its condition", () => {
    expect(new Set(leverChecks.map((check) => check.id)).size).toBe(leverChecks.length);
    for (const { condition, expect: expected } of leverChecks) {
      expect(condition).not.toBe("");
      expect(expected.length).toBeGreaterThan(0);
    }
  });
});
