import { describe, expect, it } from "vitest";
import { readProblem } from "./read-problem.js";
import { solveDispersedRegimes } from "./solve-dispersed-regimes.js";
import { solveLeader } from "./solve-leader.js";
import type { Stop } from "./solve-market.js";
import { solveShutOrigins } from "./solve-shut-origins.js";
import { solveTiers } from "./solve-tiers.js";
import { arc, line, market } from "./testing/markets.js";

function problemOf(more: object) {
  const reading = readProblem(
    market(["a", "b"], {
      supply: [line("a", 2, 0.5), line("b", 4, 1)],
      demand: [line("a", 20, -1), line("b", 30, -1)],
      transport: [arc("a", "b", 1), arc("b", "a", 1)],
      ...more,
    }),
  );
  if ("errors" in reading) throw new Error(JSON.stringify(reading.errors));
  return reading.problem;
}

const dispersed = (more: object) => problemOf({ dispersion: { x: 1 }, ...more });
const floor = (mechanism: string) =>
  dispersed({ floors: [{ region: "b", good: "x", price: 15, mechanism }] });
const ceiling = { ceilings: [{ region: "b", good: "x", price: 10 }] };
const unstopped: Stop = () => undefined;

describe("searches that are stopped", () => {
  it.each(["TIME_LIMIT", "INTERRUPTED"] as const)("end at once with %s", (code) => {
    for (const search of [solveDispersedRegimes, solveShutOrigins]) {
      const found = [...search(dispersed(ceiling), () => code)];
      expect(found).toHaveLength(1);
      expect(found[0]).toMatchObject({ code });
    }
  });

  it("of a leader too, though an answer that it might better was at hand", () => {
    const problem = problemOf({ conduct: [{ seller: "a", good: "x", kind: "leader" }] });
    let asked = 0;
    expect("solution" in solveLeader(problem, () => void (asked += 1))).toBe(true);
    for (const share of [0, 0.2, 0.5, 0.9]) {
      let left = Math.floor(share * asked);
      const stop: Stop = () => (left-- > 0 ? undefined : "TIME_LIMIT");
      expect(solveLeader(problem, stop)).toEqual({ code: "TIME_LIMIT" });
    }
  });

  it("of tariff-rate quotas too, but one that merely fails leaves the others to try", () => {
    const quota = {
      id: "t",
      arcs: [["a", "b", "x"]],
      limit: 4,
      inQuota: { specific: 1 },
      overQuota: { specific: 4 },
    };
    expect(solveTiers(problemOf({ tariffRateQuotas: [quota] }), () => "TIME_LIMIT")).toMatchObject({
      code: "TIME_LIMIT",
    });
    // a round trip that pays leaves no equilibrium to be found
    const transport = [arc("a", "b", -5), arc("b", "a", 0)];
    expect(
      solveTiers(problemOf({ tariffRateQuotas: [{ ...quota, inQuota: {} }], transport }), unstopped),
    ).toBe(undefined);
  });
});

describe("guesses of a dispersed market's rules", () => {
  const guesses = (problem: ReturnType<typeof problemOf>) => [...solveDispersedRegimes(problem, unstopped)];
  const regimes = (problem: ReturnType<typeof problemOf>) =>
    guesses(problem).map((found) =>
      "solution" in found ? [...found.solution.problem.regimes!.values()] : [],
    );

  it("leave out the search that has failed before", () => {
    for (const mechanism of ["regulated", "border"])
      expect(regimes(floor(mechanism)), mechanism).toEqual([["open"]]);
    expect(guesses(dispersed(ceiling))).toHaveLength(3);
  });

  it("hold the price of a deficiency payment", () => {
    expect(regimes(floor("deficiency-payment"))).toEqual([["open"], ["held"]]);
  });
});
