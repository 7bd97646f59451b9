import { describe, expect, it } from "vitest";
import { toyLab } from "../fixtures/lever-year.js";
import { closedEconomy } from "../fixtures/closed-economy.js";
import type { LeverLab } from "../fixtures/lever-lab.js";
import { prepareRun, run, valueOf, type RunResult } from "../results/index.js";
import { cheapestMix, sizeOf, type Dial, type GoalRequest, type GoalResult } from "./goal.js";
import { rangeBefore } from "./possible-range.js";
import { readGoal, referenceOf } from "./read-goal.js";

/** Levers by name, as a file writes them, at a size. */
type Makers = Readonly<Record<string, (size: number) => object>>;

function seeking(lab: LeverLab, makers: Makers, parties: readonly string[], high = 60) {
  const frame = prepareRun(lab.chain, lab.baseline);
  const known = new Map<string, RunResult>();
  const dials: Dial[] = Object.keys(makers).map((name) => ({ name, unit: "USD/kg", low: 0, high }));
  const solve = (sizes: readonly number[]): RunResult => {
    const key = sizes.join();
    const levers = Object.values(makers).flatMap((make, i) => (sizes[i] > 0 ? [make(sizes[i])] : []));
    if (!known.has(key))
      known.set(key, run(lab.chain, lab.baseline, lab.scenario(levers, [2024, 2027]), { frame }));
    return known.get(key)!;
  };
  const request = (goal: string): GoalRequest => ({ goal: readGoal(goal), dials, parties, solve });
  return { request, solve };
}

const subsidy = (covers: string) => (size: number) => ({
  subsidy: { covers, goods: "oxide.NdPr", "per-tonne": `${size} USD/kg`, from: 2025 },
});
const floor = (covers: string) => (size: number) => ({
  "price-floor": { good: "oxide.NdPr", at: 3 * size, money: "real", covers, from: 2025 },
});
const world = seeking(toyLab, { subsidy: subsidy("AUS"), floor: floor("AUS") }, ["AUS"]);
const home = seeking(closedEconomy(), { subsidy: subsidy("CHN"), floor: floor("CHN") }, ["CHN"]);
const figure = "production[oxide.NdPr,AUS,2027]";
const now = valueOf(world.solve([0, 0]), figure)!;

const reached = (result: GoalResult) => {
  if (!("reached" in result)) throw new Error("within reach");
  return result.reached;
};
const unreachable = (result: GoalResult) => {
  if (!("unreachable" in result)) throw new Error("out of reach");
  return result.unreachable;
};

describe("a goal by one lever or another", () => {
  const goal = `${figure} >= ${1.04 * now}`;
  const [paid, floored] = [0, 1].map((i) => reached(sizeOf(world.request(goal), i)));

  it("is met by the smallest size to a thousandth: one less by that misses it", () => {
    for (const [i, found] of [paid, floored].entries()) {
      expect(found.value).toBeGreaterThanOrEqual(1.04 * now);
      expect(found.value).toBeLessThanOrEqual(1.04 * now * 1.001 * (1 + 1e-12));
      const less = found.sizes.map((size) => size * (1 - 0.0015));
      expect(valueOf(world.solve(less), figure)!).toBeLessThan(1.04 * now);
      expect(found.sizes[1 - i]).toBe(0);
    }
  });

  it("costs the public what its payers pay, and producers gain no more than is paid and users bear", () => {
    for (const { cost } of [paid, floored]) {
      expect(cost.public).toBeGreaterThan(0);
      expect(cost.producers).toBeGreaterThan(0);
      expect(cost.welfare).toBeLessThan(cost.public);
      for (const { region, gain } of cost.gainers) {
        expect(region).not.toBe("AUS");
        expect(gain).toBeGreaterThan(0);
      }
    }
  });

  it("is met by a mix no dearer than either alone", () => {
    const request = world.request(goal);
    const alone = [0, 1].map((i) => sizeOf(request, i));
    const mix = reached(cheapestMix(request, alone));
    expect(mix.cost.public).toBeLessThanOrEqual(Math.min(paid.cost.public, floored.cost.public));
    expect(mix.value).toBeGreaterThanOrEqual(1.04 * now);
  });

  it("is harder, the more is asked for", () => {
    const sizes = [1.01, 1.02, 1.04, 1.08].map(
      (factor) => reached(sizeOf(world.request(`${figure} >= ${factor * now}`), 0)).sizes[0],
    );
    sizes.slice(1).forEach((size, i) => {
      expect(size).toBeGreaterThan(sizes[i]);
    });
  });
});

describe("odd goals", () => {
  it("that hold already need nothing, whichever way they are written", () => {
    for (const goal of [
      `${figure} >= 0`,
      `${figure} <= 1e12`,
      `${figure} >= ${now}`,
      "hhi[oxide,JPN,2027] <= 10000",
    ]) {
      const { sizes, cost, others } = reached(sizeOf(world.request(goal), 0));
      expect(sizes).toEqual([0, 0]);
      expect(others).toEqual([]);
      expect([cost.public, cost.consumers, cost.producers, cost.welfare].map(Math.abs)).toEqual([0, 0, 0, 0]);
      expect(cost.gainers).toEqual([]);
    }
  });

  it("beyond what a share can be are told at once, without a search", () => {
    let asked = 0;
    const request = world.request("self-sufficiency[oxide.NdPr,JPN,2027] >= 120%");
    const counting = { ...request, solve: (sizes: readonly number[]) => (asked++, request.solve(sizes)) };
    expect(unreachable(sizeOf(counting, 0)).range).toEqual([0, 1]);
    expect(asked).toBe(1);
    for (const [goal, range] of [
      ["exposure[oxide,JPN,CHN,2027] <= -1%", [0, 1]],
      ["hhi[oxide,JPN,2027] >= 10001", [0, 10_000]],
      ["share[oxide,AUS,2027] >= 100%", undefined],
      ["price[oxide.NdPr,JPN,2027] <= -5", undefined],
    ] as const) {
      const read = readGoal(goal);
      expect(rangeBefore(read, referenceOf(read, world.solve([0, 0])))).toEqual(range);
    }
  });

  it("that contradict what the lever does end where it does nothing", () => {
    const { closest, value } = unreachable(sizeOf(world.request(`${figure} <= ${0.5 * now}`), 0));
    expect(closest).toEqual([0, 0]);
    expect(value).toBeCloseTo(now, 6);
  });

  it("larger than every plant name the plants that bind", () => {
    const { closest, binding } = unreachable(sizeOf(world.request(`${figure} >= ${9 * now}`), 0));
    expect(closest[0]).toBeGreaterThan(0);
    expect(binding.plants).toContain("separation-monazite@AUS");
    for (const plant of binding.plants) expect(plant).not.toMatch(/^mine/u);
    expect(binding.controls).toEqual([]);
  });

  it("that a quota holds back name the quota", () => {
    const quota = {
      "output-quota": { region: "AUS", goods: "oxide.NdPr", volume: `${now} t/y`, from: 2025 },
    };
    const held = seeking(toyLab, { subsidy: (size) => ({ ...subsidy("AUS")(size), ...quota }) }, ["AUS"]);
    const both = {
      ...held.request(`${figure} >= ${1.5 * now}`),
      solve: ([size]: readonly number[]) =>
        run(
          toyLab.chain,
          toyLab.baseline,
          toyLab.scenario([quota, ...(size > 0 ? [subsidy("AUS")(size)] : [])], [2024, 2027]),
        ),
    };
    expect(unreachable(sizeOf(both, 0)).binding.controls).toEqual(["output-quota:oxide.NdPr"]);
  });
});

describe("a goal in a country that nobody trades with", () => {
  const made = "production[oxide.NdPr,CHN,2027]";
  const before = valueOf(home.solve([0, 0]), made)!;

  it("has its size and its cost, and no others gain", () => {
    const { sizes, cost } = reached(sizeOf(home.request(`${made} >= ${1.03 * before}`), 0));
    expect(sizes[0]).toBeGreaterThan(0);
    expect(cost.gainers).toEqual([]);
    expect(cost.public).toBeGreaterThan(0);
    expect(cost.consumers).toBeLessThan(0);
  });

  it("of self-sufficiency is met before anything is done", () => {
    expect(reached(sizeOf(home.request("self-sufficiency[oxide.NdPr,CHN,2027] >= 99%"), 0)).sizes).toEqual([
      0, 0,
    ]);
  });
});
