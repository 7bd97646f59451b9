import { IssueError } from "@didym/core/errors";
import { describe, expect, it } from "vitest";
import { issuesOf } from "./issues-of.js";

describe("what went wrong", () => {
  it("is a refusal's own issues", () => {
    const issues = [{ code: "INFEASIBLE" }, { code: "TIME_LIMIT" }] as const;
    expect(issuesOf(new IssueError([...issues]))).toEqual(issues);
  });

  it("is INTERNAL with the words of what nobody foresaw", () => {
    expect(issuesOf(new RangeError("too far"))).toEqual([
      { code: "INTERNAL", details: { reason: "too far" } },
    ]);
    expect(issuesOf("gone")).toEqual([{ code: "INTERNAL", details: { reason: "gone" } }]);
  });
});
