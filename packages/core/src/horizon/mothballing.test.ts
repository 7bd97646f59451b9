import { describe, expect, it } from "vitest";
import { toyChain } from "../fixtures/toy.js";
import { nextIdling, type Idling } from "./mothballing.js";
import { horizonParameters } from "./parameters.js";

const parameters = horizonParameters(toyChain);
const fresh: Idling = {
  lowYears: new Int32Array(1),
  mothballed: new Float64Array(1),
  restartCost: new Float64Array(1),
};
const year = (before: Idling, level: number) =>
  nextIdling(before, Float64Array.of(100), Float64Array.of(level), () => 40, parameters);

describe("mothballing", () => {
  it("closes what stands idle after the stated years below the threshold, not before", () => {
    const first = year(fresh, 2);
    expect(first.mothballed[0]).toBe(0);
    const second = year(first, 2);
    expect(second.mothballed[0]).toBe(1 - parameters.mothballUtilisation);
  });

  it("takes nothing from what is made today", () => {
    const closed = year(year(fresh, 2), 2);
    expect((1 - closed.mothballed[0]) * 100).toBeGreaterThanOrEqual(2);
  });

  it("counts anew after a better year", () => {
    expect(year(year(year(fresh, 2), 50), 2).mothballed[0]).toBe(0);
  });

  it("restarts after a year at the limit, at a cost", () => {
    const closed = year(year(fresh, 2), 2);
    const reopened = year(closed, 5);
    expect(reopened.mothballed[0]).toBe(0);
    expect(reopened.restartCost[0]).toBeCloseTo(0.1 * 40 * 100 * 0.95, 9);
    expect(year(reopened, 50).restartCost[0]).toBe(0);
  });

  it("stays closed while the rest does not run full", () => {
    const closed = year(year(fresh, 2), 2);
    expect(year(closed, 3).mothballed[0]).toBe(0.95);
  });
});
