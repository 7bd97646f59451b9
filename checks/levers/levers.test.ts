import { beforeAll, describe, expect, it } from "vitest";
import { judge, leverChecks, openChecks } from "./lever-checks.js";

let solve: ReturnType<typeof openChecks>;
beforeAll(() => {
  solve = openChecks();
});

describe.each(leverChecks)("$id", (check) => {
  it(check.says, () => {
    const under = check.under ?? [];
    const against = solve(under, check.horizon);
    const result = solve([...under, ...check.levers], check.horizon);
    const failed = check.expect
      .map((expectation) => ({ expectation, ...judge(expectation, result, against) }))
      .filter((outcome) => !outcome.holds);
    expect(failed).toEqual([]);
  });
});

describe("the list", () => {
  it("names each check once, with its condition", () => {
    expect(new Set(leverChecks.map((check) => check.id)).size).toBe(leverChecks.length);
    for (const { condition, expect: expected } of leverChecks) {
      expect(condition).not.toBe("");
      expect(expected.length).toBeGreaterThan(0);
    }
  });
});
