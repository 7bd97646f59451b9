import { describe, expect, it } from "vitest";
import { toyCooperation, toySummit, toyTariff } from "../fixtures/toy-package.js";
import { verifyMarket } from "../equilibrium/index.js";
import { run } from "../results/index.js";
import { compileLever } from "../scenario/index.js";
import { annualStop, yearOfStop } from "../shock/index.js";
import { anchorYears, hazardOff, stopLoss } from "./expected-loss.js";
import { profileLevers } from "./profile-levers.js";
import { nearStop } from "./stored-stop.js";

const summit = toySummit([toyTariff, toyCooperation], { response: "licence-squeeze" });
const seats = summit.chain.seats.flatMap(({ regions }) => regions);

function solved(commit: number, response = "none") {
  const { chain, baseline, frame, starts, scenario, compiling, before } = summit;
  const { members, levers } = profileLevers(summit, { commit, deal: 0 }, response);
  const compiled = levers.map((lever) => compileLever(lever, members, compiling));
  const asked = { name: scenario.name, horizon: scenario.horizon, members, levers: compiled };
  return {
    compiled,
    found: run(chain, baseline, asked, { frame, starts, solved: before, unverified: true }),
  };
}

describe("anchor years", () => {
  it("are four, the first and the last among them, evenly spread", () => {
    const years = Array.from({ length: 15 }, (_, k) => 2026 + k);
    expect(anchorYears(years)).toEqual([2026, 2031, 2035, 2040]);
  });

  it("are as many as there are years where these are few", () => {
    expect(anchorYears([2026])).toEqual([2026]);
    expect(anchorYears([2026, 2027])).toEqual([2026, 2027]);
    expect(anchorYears([2026, 2027, 2028, 2029])).toEqual([2026, 2027, 2028, 2029]);
  });
});

describe("the loss of a stop", () => {
  const { compiled, found } = solved(3);
  const loss = stopLoss(summit, found, compiled, seats);
  const regions = summit.chain.regions.length;
  const of = (year: number) => {
    const y = summit.years.indexOf(year);
    return [...loss.subarray(y * regions, (y + 1) * regions)];
  };

  it("is nothing in the years in which the rule squeezes by itself", () => {
    const { from, to } = summit.answering;
    for (const year of summit.years) {
      expect(hazardOff(summit, year)).toBe(from <= year && year <= to);
      if (hazardOff(summit, year)) expect(of(year).every((value) => value === 0)).toBe(true);
      else expect(of(year).some((value) => value > 0)).toBe(true);
    }
    expect(hazardOff({ ...summit, response: "price-war" }, from)).toBe(false);
  });

  it("is that of the stop itself in an anchor year, whatever it starts from", () => {
    const year = summit.years.at(-1)!;
    const stop = {
      by: ["CHN"],
      to: seats,
      goods: summit.settings.squeezed,
      remaining: summit.assumptions.leak,
    };
    const cold = annualStop(yearOfStop(found, compiled, year), stop, summit.stockRule);
    const scale = Math.max(...cold.loss.map(Math.abs));
    cold.loss.forEach((value, r) => {
      expect(Math.abs(of(year)[r] - value) / scale).toBeLessThan(1e-6);
    });
  });

  it("is nothing where nobody is stopped", () => {
    expect(stopLoss(summit, found, compiled, []).every((value) => value === 0)).toBe(true);
  });

  it("is less for whom a deal spares it", () => {
    const spared = stopLoss(
      summit,
      found,
      compiled,
      seats.filter((id) => id !== "JPN"),
    );
    const jpn = summit.chain.regions.findIndex(({ id }) => id === "JPN");
    const last = (summit.years.length - 1) * regions + jpn;
    expect(spared[last]).toBeLessThan(loss[last]);
  });
});

describe("years solved without the independent check", () => {
  it("pass it", () => {
    for (const { market, equilibrium } of solved(7, "licence-squeeze").found.steps)
      expect(verifyMarket(market, equilibrium).residual).toBeLessThan(1e-9);
  });
});

describe("a stored stop", () => {
  it("is its own start: no step from there", () => {
    const { compiled, found } = solved(0);
    for (const [year, stored] of summit.stops) {
      const at = yearOfStop(found, compiled, year);
      const stop = {
        by: ["CHN"],
        to: seats,
        goods: summit.settings.squeezed,
        remaining: summit.assumptions.leak,
      };
      const { stopped } = annualStop(at, stop, summit.stockRule, (market) =>
        nearStop(market, at.step, stored),
      );
      expect(stopped.equilibrium.iterations).toBeLessThanOrEqual(2);
    }
  });
});
