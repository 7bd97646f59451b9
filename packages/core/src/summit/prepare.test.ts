import { describe, expect, it } from "vitest";
import { IssueError } from "../errors/issue.js";
import { toyPackage, toySummitBaseline, toySummitChain } from "../fixtures/toy-summit.js";
import { toySqueeze, toySummit, toyTariff } from "../fixtures/toy-package.js";
import { prepareRun, startsFrom, storedBaseline, run } from "../results/index.js";
import { compileScenario } from "../scenario/index.js";
import { Book, inline } from "./book.js";
import { payoffsOf } from "./payoffs.js";
import { prepareSummit } from "./prepare.js";
import { allHedge } from "./profile.js";
import { assumptionIds, rangeOf, summitAssumptions } from "./summit-assumptions.js";

const codeOf = (work: () => unknown): string | undefined => {
  try {
    work();
    return undefined;
  } catch (problem) {
    return problem instanceof IssueError ? problem.issues[0].code : String(problem);
  }
};

describe("a prepared summit", () => {
  it("seats those asked, in the order of the chain, else the scenario's members", () => {
    expect(toySummit([toyTariff], { players: ["AUS", "USA"] }).players).toEqual(["USA", "AUS"]);
    expect(toySummit([toyTariff]).players).toEqual(["USA", "JPN", "AUS"]);
    expect(toySummit([toyTariff], { players: ["AUS"] }).playerParty).toEqual([2]);
  });

  it("answers with licences where the scenario states a response, else with nothing", () => {
    expect(toySummit([toyTariff]).response).toBe("none");
    expect(toySummit([toyTariff], {}, {}, [toySqueeze]).response).toBe("licence-squeeze");
    expect(toySummit([toyTariff], { response: "credible" }).response).toBe("credible");
  });

  it("takes the response out of the package, and its years and goods over", () => {
    const { scenario, answering } = toySummit([toyTariff], {}, {}, [toySqueeze]);
    expect(scenario.levers.map(({ kind }) => kind)).toEqual(["tariff"]);
    expect(answering).toMatchObject({ from: 2027, to: 2028, squeezed: ["magnet.*"] });
  });

  it("shares the years before the package acts, and counts those of the decisions", () => {
    const { before, years, stops } = toySummit([toyTariff]);
    expect(before.map(({ year }) => year)).toEqual([2024, 2025]);
    expect(years).toEqual([2026, 2027, 2028, 2029]);
    expect([...stops.keys()]).toEqual([2026, 2027, 2028, 2029]);
    const early = { tariff: { ...toyTariff.tariff, from: 2025 } };
    expect(toySummit([early]).before.map(({ year }) => year)).toEqual([2024]);
  });

  it("refuses by name what it does not know", () => {
    expect(codeOf(() => toySummit([toyTariff], { players: ["FRANCE"] }))).toBe("UNKNOWN_REGION");
    expect(codeOf(() => toySummit([toyTariff], { sidePayments: { UAS: 1 } }))).toBe("UNKNOWN_REGION");
    expect(codeOf(() => toySummit([toyTariff], { response: "courtships" }))).toBe("UNKNOWN_RESPONSE");
  });

  it("finds the same payoffs from a stored baseline, but for the solver's last digits", () => {
    const scenario = toyPackage([toyTariff]);
    const frame = prepareRun(toySummitChain, toySummitBaseline);
    const cold = prepareSummit(toySummitChain, toySummitBaseline, scenario, { response: "none", frame });
    const levers = compileScenario({ ...scenario, members: [] }, cold.compiling);
    const base = { name: "base", horizon: scenario.horizon, members: [], levers };
    const kept = storedBaseline(toySummitChain, run(toySummitChain, toySummitBaseline, base, { frame }));
    const starts = startsFrom(kept, toySummitChain)!;
    const warm = prepareSummit(toySummitChain, toySummitBaseline, scenario, {
      response: "none",
      frame,
      starts,
    });
    const gain = (summit: typeof cold) => {
      const book = new Book(summit, inline);
      book.fillNow([allHedge, { commit: 7, deal: 0 }]);
      return payoffsOf(book).line({ commit: 7, deal: 0 }, 0);
    };
    const [a, b] = [gain(cold), gain(warm)];
    expect(Math.abs(a.constant - b.constant) / Math.abs(a.constant)).toBeLessThan(1e-5);
    expect(Math.abs(a.slope - b.slope) / Math.abs(a.slope)).toBeLessThan(1e-4);
  });
});

describe("assumptions of the game", () => {
  it("are the rows' central values, money in thousands", () => {
    const found = summitAssumptions(toySummitChain, {});
    expect(found).toMatchObject({ hazard: 0.05, spared: 1, place: 0, unionWeight: 1, leak: 0.1 });
    expect(found.thresholdMoney).toBe(1);
  });

  it("give way to the scenario's parameters, and these to what is asked", () => {
    const parameters = { "summit.hazard": 0.1, "summit.leak": 0.2 };
    const found = summitAssumptions(toySummitChain, parameters, { hazard: 0.15 });
    expect(found).toMatchObject({ hazard: 0.15, leak: 0.2 });
  });

  it("widen their range to a value outside it", () => {
    expect(rangeOf(toySummitChain, "summit.hazard")).toEqual({ low: 0, central: 0.05, high: 0.2 });
    expect(rangeOf(toySummitChain, "summit.hazard", { "summit.hazard": 0.5 })).toEqual({
      low: 0,
      central: 0.5,
      high: 0.5,
    });
  });

  it("are asked for by name where a chain lacks one", () => {
    for (const id of Object.values(assumptionIds)) {
      const assumptions = (toySummitChain.assumptions ?? []).filter((row) => row.id !== id);
      const chain = { ...toySummitChain, assumptions };
      expect(codeOf(() => summitAssumptions(chain, {}))).toBe("MISSING_ASSUMPTION");
    }
  });
});
