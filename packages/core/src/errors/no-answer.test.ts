import { describe, expect, it } from "vitest";
import { IssueError } from "./issue.js";
import { hasNoAnswer, ifAnswered } from "./no-answer.js";

const failing = (code: string) => (): number => {
  throw new IssueError([{ code }]);
};

describe("markets without an answer", () => {
  it.each(["INFEASIBLE", "NOT_CONVERGED"])("%s gives nothing", (code) => {
    expect(ifAnswered(failing(code))).toBeUndefined();
    expect(hasNoAnswer(new IssueError([{ code }]))).toBe(true);
  });

  it.each(["TIME_LIMIT", "UNKNOWN_REGION"])("%s goes on its way", (code) => {
    const asked = failing(code);
    expect(() => ifAnswered(asked)).toThrow(IssueError);
  });

  it("is told by the first issue, the cause", () => {
    const error = new IssueError([{ code: "TIME_LIMIT" }, { code: "INFEASIBLE" }]);
    expect(hasNoAnswer(error)).toBe(false);
    expect(hasNoAnswer(new Error("INFEASIBLE"))).toBe(false);
  });

  it("leaves an answer as it is", () => {
    expect(ifAnswered(() => 0)).toBe(0);
  });
});
