import { describe, expect, it } from "vitest";
import type { Baseline } from "@didym/core/baseline";
import { valueOf, type RunResult } from "@didym/core/results";
import { rareEarths } from "../levers/rare-earths.js";

const still = rareEarths();
const free = still.solve([], [2024, 2025]);
const closest = (result: RunResult, reference: string) => valueOf(result, reference) ?? 0;

describe("no policy", () => {
  it("gives the base year back: every tonne where the balance has it", () => {
    const { equilibrium } = free.steps[0];
    const { calibration } = free.frame;
    calibration.nodes.level.forEach((level, k) => {
      expect(Math.abs(equilibrium.level[k] - level)).toBeLessThanOrEqual(1e-6 * Math.max(1, level));
    });
  });
});

describe("zero demand growth", () => {
  it("moves prices by less than a twentieth in six years", () => {
    const flat = (base: Baseline): Baseline => ({
      ...base,
      nodes: base.nodes.map((node) => ({ ...node, supportUntil: 2040 })),
      demandIndex: {
        years: base.demandIndex.years,
        rows: base.demandIndex.rows.map((row) => ({ ...row, values: row.values.map(() => 1) })),
      },
    });
    const result = rareEarths({}, flat).solve([], [2024, 2030]);
    for (const good of ["oxide.NdPr", "magnet.NdFeB-standard"]) {
      const [before, after] = [2024, 2030].map((year) => closest(result, `price[${good},JPN,${year}]`));
      expect(Math.abs(after / before - 1), good).toBeLessThan(0.05);
    }
  });
});

describe("an extreme duty", () => {
  const duty = (rate: string) =>
    still.solve(
      [{ tariff: { importers: "USA", exporters: "CHN", goods: "magnet.*", rate, from: 2025 } }],
      [2024, 2025],
    );
  const [high, extreme] = [duty("300%"), duty("3000%")];
  const imports = (result: RunResult) => closest(result, "imports-from[magnet.NdFeB-standard,USA,CHN,2025]");

  it("ends the trade it falls on, and yields nothing", () => {
    expect(imports(extreme)).toBeLessThan(1e-3 * imports(free));
    expect(imports(extreme)).toBeLessThanOrEqual(imports(high));
    const yields = (result: RunResult) => closest(result, "revenue[USA,duty,2025]");
    expect(yields(extreme)).toBeLessThan(yields(high));
  });

  it("costs the users no more than going without, and keeps the identities", () => {
    const { accounts, identities } = extreme.steps[1];
    for (const value of accounts.welfare) expect(Number.isFinite(value)).toBe(true);
    for (const gap of Object.values(identities)) expect(gap).toBeLessThan(1e-9);
    expect(closest(extreme, "welfare[world,2025]")).toBeLessThan(closest(free, "welfare[world,2025]"));
  });
});
