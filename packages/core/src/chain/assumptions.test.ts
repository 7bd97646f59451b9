import { describe, expect, it } from "vitest";
import { Assumptions } from "./assumptions.js";

const row = (id: string, value: number) => ({
  id,
  value,
  low: value,
  high: value,
  unit: "",
  source_id: "",
  grade: "D",
  reason: "invented for tests",
});

describe("Assumptions", () => {
  const rows = [row("lead-time.mine", 8), row("lead-time.mine-clay", 2), row("demand.cover", 0.1)];

  it("takes the first ending that is a row", () => {
    const assumptions = new Assumptions(rows);
    expect(assumptions.get("lead-time", "mine-clay", "mine")).toBe(2);
    expect(assumptions.get("lead-time", "mine-hard-rock", "mine")).toBe(8);
    expect(assumptions.get("demand.cover")).toBe(0.1);
    expect(assumptions.missing).toEqual([]);
  });

  it("lets the reader's values win, and only for their ids", () => {
    const assumptions = new Assumptions(rows, { "lead-time.mine": 5 });
    expect(assumptions.get("lead-time", "mine-hard-rock", "mine")).toBe(5);
    expect(assumptions.get("lead-time", "mine-clay", "mine")).toBe(2);
  });

  it("remembers what it was asked for in vain, by the most general id", () => {
    const assumptions = new Assumptions(rows);
    expect(assumptions.get("lead-time", "separation-clay", "separation")).toBeNaN();
    expect(assumptions.get("demand.recovery")).toBeNaN();
    expect(assumptions.missing).toEqual(["lead-time.separation", "demand.recovery"]);
  });

  it("looks up an id that need not exist without complaint", () => {
    const assumptions = new Assumptions(rows);
    expect(assumptions.find("demand.cover")).toBe(0.1);
    expect(assumptions.find("demand.other")).toBeUndefined();
    expect(assumptions.missing).toEqual([]);
  });
});
