import { describe, expect, it } from "vitest";
import { calibration } from "../accounts/random-market.fixture.js";
import { capitalLedger } from "./capital-charge.js";
import { plantsInService } from "./plants-in-service.js";
import { initialState, horizonFrame } from "./frame.js";
import { horizonParameters } from "./parameters.js";
import { toyChain } from "../fixtures/toy.js";
import type { Vintage } from "./state.js";

const node = calibration.nodes.id.indexOf("fort-worth");
const payers = [{ region: 1, share: 1 }];
const plant: Vintage = {
  node,
  started: 2026,
  service: 2028,
  capacity: 1000,
  charge: 5,
  support: [{ lever: "cooperation", perTonne: 2, payers }],
};
const at = (year: number, vintages: readonly Vintage[] = [plant]) =>
  plantsInService(calibration, vintages, () => 4, year);
const frame = horizonFrame(calibration, horizonParameters(toyChain));

describe("plants in service", () => {
  it("serve from their first year to the end of their life", () => {
    expect(at(2027).capacity[node]).toBe(0);
    expect(at(2028).capacity[node]).toBe(1000);
    expect(at(2047).capacity[node]).toBe(1000);
    expect(at(2048).capacity[node]).toBe(0);
  });

  it("rise to full output over the ramp years", () => {
    expect([2028, 2029, 2030, 2031, 2040].map((year) => at(year).ramp[node])).toEqual([
      0.25, 0.5, 0.75, 1, 1,
    ]);
  });

  it("weigh old and young plants of a node by capacity", () => {
    const young = { ...plant, service: 2031, capacity: 3000 };
    expect(at(2031, [plant, young]).ramp[node]).toBeCloseTo((1000 + 750) / 4000, 12);
  });

  it("leave base capacity as it was, at full output", () => {
    const { capacity, ramp } = at(2030);
    const base = calibration.nodes.id.indexOf("magnet-standard@USA");
    expect(capacity[base]).toBe(4000);
    expect(ramp[base]).toBe(1);
  });
});

describe("the capital ledger", () => {
  const state = (year: number, vintages: readonly Vintage[]) => ({ ...initialState(frame), year, vintages });

  it("charges the annuity in the years of service only", () => {
    expect(
      capitalLedger(calibration, state(2027, [plant]), { programmes: [], concessions: [] }).charge[node],
    ).toBe(0);
    expect(
      capitalLedger(calibration, state(2030, [plant]), { programmes: [], concessions: [] }).charge[node],
    ).toBe(5000);
    expect(
      capitalLedger(calibration, state(2048, [plant]), { programmes: [], concessions: [] }).charge[node],
    ).toBe(0);
  });

  it("sends one bill per lever and list of payers, which adds up to the support", () => {
    const second = { ...plant, capacity: 500 };
    const { support, bills } = capitalLedger(calibration, state(2030, [plant, second]), {
      programmes: [],
      concessions: [],
    });
    expect(support[node]).toBe(3000);
    expect(bills).toEqual([{ lever: "cooperation", payers, amount: 3000 }]);
  });

  it("keeps bills with other payers apart", () => {
    const other = {
      ...plant,
      support: [{ lever: "cooperation", perTonne: 1, payers: [{ region: 2, share: 1 }] }],
    };
    expect(
      capitalLedger(calibration, state(2030, [plant, other]), { programmes: [], concessions: [] }).bills,
    ).toHaveLength(2);
  });

  it("adds last year's restarts", () => {
    const restartCost = new Float64Array(calibration.nodes.count);
    restartCost[3] = 70;
    expect(
      capitalLedger(calibration, { ...state(2030, []), restartCost }, { programmes: [], concessions: [] })
        .charge[3],
    ).toBe(70);
  });
});
