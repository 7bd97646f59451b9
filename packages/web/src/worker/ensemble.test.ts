import { bandLevels, ensemble, type EnsembleOptions } from "@didym/core/uncertainty";
import type { Scenario } from "@didym/core/scenario";
import { describe, expect, it } from "vitest";
import { realFiles, realLaboratory } from "./real-laboratory.fixture.js";

const { file, stored } = realFiles();
const laboratory = realLaboratory();
const plain: Scenario = {
  ...laboratory.read(laboratory.library["status-quo"]!).scenario,
  horizon: [2024, 2025],
};
const references = [
  "price[oxide.NdPr,JPN]",
  "production[oxide.NdPr,CHN]",
  "exposure[oxide,JPN,CHN,embodied]",
];

function drain(scenarios: Scenario[], options: Partial<EnsembleOptions> = {}, asked = references) {
  const steps = ensemble(file, scenarios, asked, { draws: 3, seed: 1, stored, ...options });
  const told: number[] = [];
  for (;;) {
    const step = steps.next();
    if (step.done === true) return { told, found: step.value };
    told.push(step.value.done);
  }
}

describe("an ensemble", () => {
  const { told, found } = drain([plain, { ...plain, name: "same" }]);

  it("tells of each draw and counts those with an answer and those without", () => {
    expect(told).toEqual([0, 1, 2]);
    for (const { draws, failed, years } of found) {
      expect(draws + failed).toBe(3);
      expect(draws).toBeGreaterThan(0);
      expect(years).toEqual([2024, 2025]);
    }
  });

  it("gives bands that lie in order, and draws that move something", () => {
    const rows = found[0]!.bands["price[oxide.NdPr,JPN]"]!;
    expect(rows).toHaveLength(bandLevels.length);
    rows.slice(1).forEach((row, k) => {
      row.forEach((value, year) => {
        expect(value).toBeGreaterThanOrEqual(rows[k]![year]!);
      });
    });
    expect(rows.at(-1)![1]).toBeGreaterThan(rows[0]![1]!);
  });

  it("runs scenarios under the same draws", () => {
    expect(found[1]!.bands).toEqual(found[0]!.bands);
    expect(drain([plain], { seed: 2 }).found[0]!.bands).not.toEqual(found[0]!.bands);
  });

  it("leaves out a figure without meaning, and refuses one that does not exist", () => {
    expect(() => drain([plain], {}, ["nonsense"])).toThrow();
    for (const rows of Object.values(found[0]!.bands))
      for (const row of rows) expect(row.every(Number.isFinite)).toBe(true);
  });

  it("keeps to what a scenario states of its parameters", () => {
    const id = "demand.ev.elasticity-short";
    expect(file.tables.assumptions.some((row) => row.id === id)).toBe(true);
    const stated = drain([{ ...plain, parameters: { [id]: 0.9 } }]);
    expect(stated.found[0]!.draws).toBeGreaterThan(0);
    expect(stated.found[0]!.bands).not.toEqual(found[0]!.bands);
  });
});
