import { describe, expect, it } from "vitest";
import { toyBaseline, toyChain } from "../fixtures/toy.js";
import { compiledScenario } from "./compiled-scenario.js";
import { prepareRun, run } from "./run.js";

const file = {
  schema: "didym/scenario@1" as const,
  name: "duty",
  horizon: [2024, 2025] as [number, number],
  members: ["USA"],
  levers: [
    { tariff: { importers: "members", exporters: ["CHN"], goods: ["magnet.*"], rate: "25%", from: 2025 } },
  ],
};
const frame = prepareRun(toyChain, toyBaseline);

describe("a scenario that is run", () => {
  it("may be as its file writes it", () => {
    const { levers, horizon, members } = compiledScenario(frame, file);
    expect({ horizon, members }).toEqual({ horizon: [2024, 2025], members: ["USA"] });
    expect(levers.map(({ id, from, to }) => [id, from, to])).toEqual([["tariff", 2025, 2040]]);
    expect(run(toyChain, toyBaseline, file).years).toEqual([2024, 2025]);
  });

  it("is read before, with what it leaves out, and refused with what is wrong", () => {
    const bare = compiledScenario(frame, { schema: "didym/scenario@1", name: "bare" });
    expect(bare).toMatchObject({ levers: [], members: ["USA", "JPN", "AUS"] });
    try {
      compiledScenario(frame, { ...file, levers: [{ tarif: {} }] });
      expect.unreachable();
    } catch (error) {
      expect(error).toMatchObject({ issues: [{ code: "UNKNOWN_LEVER", nearest: "tariff" }] });
    }
  });

  it("stays as it is where it is compiled", () => {
    const compiled = compiledScenario(frame, file);
    expect(compiledScenario(frame, compiled)).toBe(compiled);
  });
});
