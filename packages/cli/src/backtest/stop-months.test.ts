import { valueOf, type RunResult } from "@didym/core/results";
import { describe, expect, it } from "vitest";
import { stopMonths } from "./stop-months.js";

const goods = ["oxide.Tb", "metal.Tb"];
const months = await stopMonths({ id: "s", goods, year: 2025, months: 2, without: ["april-2025-materials"] });
const price = (run: RunResult, place: string): number => valueOf(run, `price[oxide.Tb,${place},2025]`)!;

describe("an observed stop, month by month", () => {
  it("has the months of the stop and those of the recovery, each in the year's place", () => {
    expect(months.length).toBeGreaterThan(2);
    for (const run of months) {
      expect(run.years.at(-1)).toBe(2025);
      expect(run.steps.at(-1)!.year).toBe(2025);
      expect(run.steps).toHaveLength(months[0].steps.length);
      expect(run.steps[0]).toBe(months[0].steps[0]);
    }
  });

  it("is dearer outside China while it lasts, more so when stores are gone, and eases after it", () => {
    const [first, second, third] = months.map((run) => price(run, "members"));
    expect(second).toBeGreaterThan(first);
    expect(third).toBeLessThan(second);
    expect(price(months[1], "CHN")).toBeLessThan(price(months[2], "CHN"));
  });

  it("ships nothing while it lasts", () => {
    const shipped = (run: RunResult): number =>
      valueOf(run, "imports-from[oxide.Tb,world-excluding-CHN,CHN,2025]") ?? 0;
    expect(shipped(months[0])).toBe(0);
    expect(shipped(months[1])).toBe(0);
    expect(shipped(months[2])).toBeGreaterThan(0);
  });
});
