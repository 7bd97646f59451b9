import { describe, expect, it } from "vitest";
import { toyBaseline, toyChain } from "../fixtures/toy.js";
import { prepareRun } from "../results/index.js";
import { capitalLedger } from "./capital-charge.js";
import { initialState } from "./frame.js";
import type { State, Vintage } from "./state.js";

const frame = prepareRun(toyChain, toyBaseline);
const { calibration } = frame;
const none = { programmes: [], concessions: [] };
const payers = [{ region: 1, share: 1 }];
const plant = (over: Partial<Vintage> = {}): Vintage => ({
  node: 2,
  started: 2025,
  service: 2028,
  capacity: 100,
  charge: 3,
  support: [],
  ...over,
});
const at = (year: number, vintages: readonly Vintage[], over: Partial<State> = {}) =>
  capitalLedger(calibration, { ...initialState(frame), year, vintages, ...over }, none);
const { life } = calibration.nodes.technology[2];

describe("the charge on capital", () => {
  it("is the annuity in every year of service, and in none before or after", () => {
    const charged = [2027, 2028, 2028 + life - 1, 2028 + life].map((year) => at(year, [plant()]).charge[2]);
    expect(charged).toEqual([0, 300, 300, 0]);
  });

  it("adds up over vintages of a node and leaves others alone", () => {
    const { charge } = at(2030, [
      plant(),
      plant({ capacity: 50, charge: 2 }),
      plant({ node: 3, service: 2031 }),
    ]);
    expect(charge[2]).toBe(400);
    expect(charge[3]).toBe(0);
  });

  it("holds the restarts that were decided the year before", () => {
    const restartCost = new Float64Array(calibration.nodes.count);
    restartCost[4] = 70;
    expect(at(2030, [], { restartCost }).charge[4]).toBe(70);
  });

  it("bills support to each lever's payers by the list agreed at the start", () => {
    const support = [{ lever: "cheap", perTonne: 1.5, payers }];
    const ledger = at(2030, [plant({ support }), plant({ support, capacity: 20 })]);
    expect(ledger.support[2]).toBe(180);
    expect(ledger.bills).toEqual([{ lever: "cheap", payers, amount: 180 }]);
    expect(at(2026, [plant({ support })]).bills).toEqual([]);
  });
});
