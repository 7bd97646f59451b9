import { describe, expect, it } from "vitest";
import { Violations } from "./violations.js";

describe("violations", () => {
  it("keeps the largest and its name, and counts what is not a number as infinite", () => {
    const violations = new Violations();
    violations.add("small", 1e-9);
    violations.add("large", 0.5);
    violations.add("smaller", 0.1);
    expect([violations.largest, violations.worst]).toEqual([0.5, "large"]);
    violations.add("none", NaN);
    expect([violations.largest, violations.worst]).toEqual([Infinity, "none"]);
  });

  it("of a pair that must be complementary is what is negative, or the smaller of two that are not nothing", () => {
    const of = (a: number, b: number) => {
      const violations = new Violations();
      violations.complementary("pair", a, b);
      return violations.largest;
    };
    expect([of(0, 3), of(3, 0), of(2, 3), of(-1, 0), of(0, -4)]).toEqual([0, 0, 2, 1, 4]);
  });
});
