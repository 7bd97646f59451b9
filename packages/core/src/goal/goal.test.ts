import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { IssueError } from "../errors/issue.js";
import { toyBaseline, toyChain } from "../fixtures/toy.js";
import type { CompiledLever } from "../levers/lever.js";
import { prepareRun, run } from "../results/run.js";
import { valueOf } from "../results/index.js";
import { cheapestMix, sizeOf, type GoalRequest } from "./goal.js";
import { excessOf, readGoal } from "./read-goal.js";
import { smallestSize } from "./smallest-size.js";

describe("the smallest size", () => {
  it("is found to a thousandth, from the side that meets the goal (property)", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 0.99, noNaN: true }), (threshold) => {
        const found = smallestSize(0, 1, (size) => size - threshold);
        if (!("size" in found)) throw new Error("within reach");
        expect(found.size).toBeGreaterThanOrEqual(threshold);
        expect(found.size - threshold).toBeLessThanOrEqual(1e-3 * Math.max(threshold, 1e-3) + 1e-12);
      }),
      { seed: 2 },
    );
  });

  it("is nothing where nothing is needed", () => {
    expect(smallestSize(0, 10, () => 0)).toEqual({ size: 0, others: [] });
  });

  it("names the others where the answer leaves the goal and comes back", () => {
    const found = smallestSize(0, 1, (size) => ((size > 0.09 && size < 0.3) || size > 0.7 ? 1 : -1));
    if (!("size" in found)) throw new Error("within reach");
    expect(found.size).toBeCloseTo(0.09, 3);
    expect(found.others).toHaveLength(1);
    expect(found.others[0]).toBeCloseTo(0.7, 3);
  });

  it("says how close it comes where the goal is out of reach, and steps over sizes without an answer", () => {
    expect(smallestSize(0, 1, (size) => size - 2)).toEqual({ closest: 1, short: -1 });
    const found = smallestSize(0, 1, (size) => (size > 0.5 && size < 0.6 ? undefined : size - 0.7));
    expect("size" in found && found.size).toBeCloseTo(0.7, 3);
  });
});

describe("a goal as written", () => {
  it("reads both comparisons, percent and numbers", () => {
    expect(readGoal("self-sufficiency[oxide.NdPr,USA,2035] >= 25%")).toEqual({
      reference: "self-sufficiency[oxide.NdPr,USA,2035]",
      comparison: ">=",
      value: 0.25,
    });
    expect(readGoal("price[JPN] <= 1,000.5").value).toBe(1000.5);
    expect(excessOf(readGoal("hhi <= 10"), 8)).toBe(2);
  });

  it("refuses what is none", () => {
    for (const text of ["", "price", "price > 3", "price >= much", ">= 3"])
      expect(() => readGoal(text)).toThrow(IssueError);
  });
});

describe("sizes on the toy chain", () => {
  const frame = prepareRun(toyChain, toyBaseline);
  const parties = ["USA", "AUS"];
  const supported = (id: string, region: string, perTonne: number): CompiledLever => ({
    id,
    kind: "subsidy",
    from: 2025,
    to: 2027,
    warnings: [],
    market(edit) {
      const payers = [{ region: edit.regionIndex(region)!, share: 1 }];
      for (const node of edit.nodes({ regions: [region], outputs: ["oxide.NdPr"] }))
        edit.support(id, node, perTonne, payers);
    },
  });
  const solve = ([usa = 0, aus = 0]: readonly number[]) =>
    run(
      toyChain,
      toyBaseline,
      {
        name: "goal",
        levers: [supported("usa", "USA", usa), supported("aus", "AUS", aus)],
        horizon: [2024, 2027],
        members: parties,
      },
      { frame },
    );
  const now = valueOf(solve([0, 0]), "production[oxide.NdPr,members,2027]")!;
  const request = (factor: number): GoalRequest => ({
    goal: readGoal(`production[oxide.NdPr,members,2027] >= ${now * factor}`),
    dials: ["usa", "aus"].map((name) => ({ name, unit: "USD/kg", low: 0, high: 60 })),
    parties,
    solve,
  });

  it("find a subsidy that reaches the goal and not much more, and what it costs", () => {
    const result = sizeOf(request(1.02), 1);
    if (!("reached" in result)) throw new Error("within reach");
    const { dials, sizes, value, cost } = result.reached;
    expect(dials).toEqual(["usa", "aus"]);
    expect(sizes[0]).toBe(0);
    expect(sizes[1]).toBeGreaterThan(0);
    expect(value).toBeGreaterThanOrEqual(now * 1.02);
    expect(value).toBeLessThan(now * 1.02 * 1.002);
    expect(cost.public).toBeGreaterThan(0);
  });

  it("need nothing for what is there already", () => {
    const result = sizeOf(request(0.9), 0);
    expect("reached" in result && result.reached.sizes).toEqual([0, 0]);
    expect("reached" in result && result.reached.cost.public).toBe(0);
  });

  it("mix no dearer than the cheapest alone", () => {
    const asked = request(1.02);
    const alone = [sizeOf(asked, 0), sizeOf(asked, 1)];
    const mix = cheapestMix(asked, alone);
    if (!("reached" in mix)) throw new Error("within reach");
    for (const one of alone)
      if ("reached" in one) expect(mix.reached.cost.public).toBeLessThanOrEqual(one.reached.cost.public);
  });

  it("say what they came to where the goal is out of reach", () => {
    const result = sizeOf(request(50), 1);
    if (!("unreachable" in result)) throw new Error("out of reach");
    expect(result.unreachable.value).toBeLessThan(now * 50);
    expect(result.unreachable.binding.plants.length).toBeGreaterThan(0);
  });
});
