import { describe, expect, it } from "vitest";
import { overlappingDates, type Placed } from "./overlapping-dates.js";
import type { ScenarioLever } from "./scenario.js";

let count = 0;
const placed = (over: Partial<ScenarioLever>, targets: string[] = ["a"]): Placed => {
  const id = `lever-${++count}`;
  const lever = {
    id,
    kind: "tariff",
    from: 2026,
    to: 2030,
    response: false,
    origin: "mine",
    params: {},
    sources: [],
    ...over,
  };
  return { lever, targets, path: id };
};

describe("overlapping dates", () => {
  it("are found from the first shared year to the last, both included", () => {
    const later = (from: number, to: number) => overlappingDates([placed({}), placed({ from, to })]).length;
    expect([
      later(2031, 2032),
      later(2030, 2032),
      later(2020, 2025),
      later(2020, 2026),
      later(2027, 2028),
    ]).toEqual([0, 1, 0, 1, 1]);
  });

  it("matter only for the same kind, file, list and target", () => {
    const with_ = (over: Partial<ScenarioLever>, targets?: string[]) =>
      overlappingDates([placed({}), placed(over, targets)]).length;
    expect(with_({ kind: "export-tax" })).toBe(0);
    expect(with_({ origin: "status-quo" })).toBe(0);
    expect(with_({ response: true })).toBe(0);
    expect(with_({}, ["b"])).toBe(0);
    expect(with_({}, ["b", "a"])).toBe(1);
  });

  it("are named once, at the later lever, with the earlier one and what both act on", () => {
    const all = [
      placed({ id: "one" }, ["a", "b"]),
      placed({ id: "two" }, ["c"]),
      placed({ id: "three" }, ["c", "b"]),
    ];
    expect(overlappingDates(all)).toEqual([
      {
        code: "OVERLAPPING_DATES",
        path: all[2].path,
        found: "three",
        details: { with: "one", target: "b", from: 2026, to: 2030 },
      },
    ]);
  });
});
