import { describe, expect, it } from "vitest";
import { toyLab } from "../fixtures/lever-year.js";
import { prepareRun, run } from "../results/index.js";

const { chain, baseline } = toyLab;
const frame = prepareRun(chain, baseline);
const { project, capitalCost } = frame.investors.find((one) => one.project?.id === "round-top")!;
const outlay = (capitalCost * project!.capacity) / 1000;
const warned = (equity: object) =>
  run(
    chain,
    baseline,
    toyLab.scenario([{ equity: { project: "round-top", from: 2025, ...equity } }], [2024, 2024]),
    {
      frame,
    },
  ).warnings;

describe("equity", () => {
  it("warns that completion costs nothing where no amount is stated", () => {
    expect(warned({ completion: "20%", amount: 0 })).toEqual([
      { code: "EQUITY_WITHOUT_MONEY", path: "equity" },
    ]);
  });

  it("warns that more than the outlay is not paid", () => {
    expect(warned({ completion: "20%", amount: `${2 * outlay} MUSD` })).toMatchObject([
      { code: "EQUITY_BEYOND_OUTLAY", path: "equity", details: { project: "round-top" } },
    ]);
  });

  it("warns of nothing else", () => {
    expect(warned({ completion: "20%", amount: `${0.9 * outlay} MUSD` })).toEqual([]);
    expect(warned({ completion: 0, amount: 0 })).toEqual([]);
  });
});
