import type { Issue } from "@didym/core/errors";
import { en, zhCn } from "@didym/messages";
import { describe, expect, it } from "vitest";
import { errorDocument, errorText } from "./error-output.js";

const issue = (n: number): Issue => ({
  code: "UNKNOWN_REGION",
  path: `levers[${n}].to`,
  found: "CHM",
  nearest: "CHN",
  file: "s.yaml",
  line: n,
});
const many = (count: number) => Array.from({ length: count }, (_, n) => issue(n)) as [Issue, ...Issue[]];

describe("errors in words", () => {
  it("say what, where, the nearest name and one step to try", () => {
    expect(errorText([issue(3)], en)).toBe(
      "error[UNKNOWN_REGION]: There is no region CHM.\n  at s.yaml:3 levers[3].to\n  did you mean CHN?\n  try: didym explain UNKNOWN_REGION\n",
    );
    expect(errorText([issue(3)], zhCn)).toContain("错误[UNKNOWN_REGION]: 没有地区 CHM。");
  });

  it("show twenty and count the rest", () => {
    const lines = errorText(many(23), en).trimEnd().split("\n");
    expect(lines[0]).toBe("23 errors, the cause first");
    expect(lines.filter((line) => line.startsWith("error["))).toHaveLength(20);
    expect(lines.at(-1)).toBe("… and 3 more: --json gives all");
  });

  it("show the facts of a code that has no words", () => {
    expect(errorText([{ code: "NEVER_HEARD", found: 1, expected: ["a", "b"] }], en)).toContain(
      "NEVER_HEARD: found 1, expected a, b",
    );
  });
});

describe("errors in JSON", () => {
  it("have `errors` only where there are several, all of them", () => {
    expect(Object.keys(errorDocument([issue(1)], en) as object)).toEqual(["error"]);
    const document = errorDocument(many(23), en) as { error: unknown; errors: unknown[] };
    expect(document.errors).toHaveLength(23);
    expect(document.errors[0]).toEqual(document.error);
  });

  it("hold the facts beside the words", () => {
    expect((errorDocument([issue(3)], en) as { error: object }).error).toEqual({
      code: "UNKNOWN_REGION",
      message: "There is no region CHM.",
      hint: "didym explain UNKNOWN_REGION",
      path: "levers[3].to",
      file: "s.yaml",
      line: 3,
      found: "CHM",
      nearest: "CHN",
    });
  });
});
