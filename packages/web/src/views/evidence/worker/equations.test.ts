import { describe, expect, it } from "vitest";
import { realLaboratory } from "../../../worker/real-laboratory.fixture.js";
import { evidenceHandlers } from "./handlers.js";

const laboratory = realLaboratory();
const document = laboratory.library["washington-2026"]!;
const ask = (region: string, good: string, year: number, name = "washington-2026") =>
  evidenceHandlers.evidenceEquations(laboratory, { document: laboratory.library[name]!, region, good, year });

describe("equations with the numbers of a scenario", () => {
  for (const [region, good, year] of [
    ["JPN", "oxide.NdPr", 2030],
    ["USA", "magnet.NdFeB-high-temperature", 2028],
    ["CHN", "concentrate.monazite", 2024],
    ["DEU", "magnet.NdFeB-standard", 2040],
    ["MYS", "oxide.LaCe", 2033],
    ["USA", "metal.NdPr", 2029],
  ] as const)
    it(`give what the solver found: ${good}, ${region}, ${String(year)}`, () => {
      const { worked, hash } = ask(region, good, year);
      expect(hash).toBe(laboratory.solve(document).hash);
      expect(worked.length).toBeGreaterThan(1);
      for (const { name, computed, model } of worked)
        expect(
          Math.abs(computed - model) / Math.max(1e-6, Math.abs(model)),
          `${name} ${String(computed)}`,
        ).toBeLessThan(1e-7);
    });

  it("hold under a scenario with floors, duties, licences and stocks", () => {
    for (const name of ["reference-price-zone", "china-squeeze", "project-vault", "us-duties"])
      for (const good of ["oxide.NdPr", "oxide.Dy", "magnet.NdFeB-high-temperature"])
        for (const { computed, model } of ask("USA", good, 2028, name).worked)
          expect(
            Math.abs(computed - model) / Math.max(1e-6, Math.abs(model)),
            `${name} ${good}`,
          ).toBeLessThan(1e-7);
  });

  it("shares of suppliers are the flows of the answer", () => {
    const { suppliers = [] } = ask("JPN", "oxide.NdPr", 2030).worked.find(({ name }) => name === "sourcing")!;
    const bought = suppliers.reduce((sum, { flow }) => sum + flow, 0);
    for (const { share, flow } of suppliers) expect(share).toBeCloseTo(flow / bought, 8);
    expect(suppliers.length).toBeGreaterThan(1);
  });

  it("say which have no meaning there, and nothing of what is unknown", () => {
    expect(ask("JPN", "metal.NdPr", 2030).absent).toEqual(["demand"]);
    expect(ask("JPN", "no-good", 2030)).toMatchObject({ worked: [] });
    expect(ask("JPN", "oxide.NdPr", 1999).absent).toHaveLength(7);
  });
});

it("the balance is the base year's own", () => {
  const { figures, year } = evidenceHandlers.evidenceBalance(laboratory, undefined);
  expect(figures).toBe(laboratory.base.figures);
  expect(year).toBe(laboratory.base.year);
});
