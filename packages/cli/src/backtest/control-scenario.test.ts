import type { Control } from "@didym/core/backtest";
import { valueOf } from "@didym/core/results";
import { describe, expect, it } from "vitest";
import { laboratory } from "../run/laboratory.js";
import { controlScenario } from "./control-scenario.js";

const control = (part: Partial<Control> = {}): Control => ({
  id: "2025-05",
  goods: ["magnet.*"],
  year: 2025,
  volume: 30_000,
  sources: ["S"],
  ...part,
});

describe("observed exports as a control", () => {
  it("come on top of policies in force, one lever each, in their year alone", async () => {
    const scenario = await controlScenario([
      control(),
      control({ goods: ["oxide.Dy", "metal.Dy"], volume: 100 }),
    ]);
    expect(scenario.horizon).toEqual([2024, 2025]);
    const observed = scenario.levers.filter(({ id }) => id.startsWith("observed-"));
    expect(observed.map(({ kind, from, to }) => [kind, from, to])).toEqual([
      ["export-licence", 2025, 2025],
      ["export-licence", 2025, 2025],
    ]);
    expect(scenario.levers.some(({ id }) => id === "april-2025-materials")).toBe(true);
  });

  it("are a ban where nothing was shipped", async () => {
    const scenario = await controlScenario([control({ goods: ["oxide.Tb"], volume: 0 })]);
    expect(scenario.levers.find(({ id }) => id === "observed-0")).toMatchObject({ kind: "export-ban" });
  });

  it("hold what is shipped to the volume, over all goods together", async () => {
    const scenario = await controlScenario([control()]);
    const run = (await laboratory(scenario.parameters)).run(scenario, {});
    const shipped = valueOf(run, "imports-from[magnet.*,world-excluding-CHN,CHN,2025]")!;
    expect(shipped).toBeCloseTo(30_000, 0);
    expect(valueOf(run, "imports-from[magnet.*,world-excluding-CHN,CHN,2024]")).toBeGreaterThan(50_000);
  });

  it("do nothing where more is allowed than would be shipped", async () => {
    const wide = await controlScenario([control({ volume: 1_000_000 })]);
    const lab = await laboratory(wide.parameters);
    const price = (levers: typeof wide.levers): number =>
      valueOf(lab.run({ ...wide, levers }, {}), "price[magnet.NdFeB-standard,USA,2025]")!;
    const without = wide.levers.filter(({ id }) => id !== "observed-0");
    expect(price(wide.levers)).toBeCloseTo(price(without), 6);
  });
});
