import { describe, expect, it } from "vitest";
import type { Chain } from "../chain/index.js";
import { toyBaseline, toyChain } from "../fixtures/toy.js";
import { prepareRun, run, valueOf } from "../results/index.js";
import { annualStop } from "./annual-stop.js";
import { expectedStop } from "./expected-stop.js";
import { stockRuleOf } from "./stock-rule.js";
import { yearOfStop } from "./year-of-stop.js";

const assumption = (id: string, value: number) => ({
  ...toyChain.assumptions![0],
  id,
  value,
  low: value,
  high: value,
});
const chain: Chain = {
  ...toyChain,
  assumptions: [
    ...toyChain.assumptions!,
    assumption("summit.hazard", 0.1),
    assumption("summit.leak", 0.2),
    assumption("shock.draw-share", 0.9),
    assumption("shock.refill-months", 12),
  ],
};
const solve = (parameters: Readonly<Record<string, number>> = {}, on = chain) =>
  run(
    on,
    toyBaseline,
    { name: "toy", levers: [], horizon: [2024, 2032], members: ["USA", "JPN"], parameters },
    { frame: prepareRun(on, toyBaseline) },
  );
const base = solve();
const { valuationYear } = base.frame.parameters;
const to = chain.seats.flatMap(({ regions }) => regions);
const goods = [...new Set(chain.endUses.flatMap((use) => use.goods))];

describe("the expected loss of a stop", () => {
  it("is the hazard times what a stop of the whole year costs, in an anchor year", () => {
    const spec = { by: ["CHN"], to, goods, remaining: 0.2 };
    const { loss } = annualStop(yearOfStop(base, [], valuationYear), spec, stockRuleOf(chain));
    const found = expectedStop(base)!.get(valuationYear)!;
    loss.forEach((value, r) => {
      expect(found[r]).toBeCloseTo(0.1 * value, 6);
    });
    const japan = base.frame.calibration.regions.indexOf("JPN");
    expect(found[japan]).toBeGreaterThan(0);
  });

  it("is a straight line between anchors and nothing before the year of valuation", () => {
    const losses = expectedStop(base)!;
    expect(losses.has(valuationYear - 1)).toBe(false);
    expect([...losses.keys()]).toEqual(base.years.filter((year) => year >= valuationYear));
    const [a, b, c] = [valuationYear, valuationYear + 1, valuationYear + 2].map(
      (year) => losses.get(year)![2],
    );
    expect(b).toBeCloseTo((a + c) / 2, 6);
  });

  it("grows with the hazard in proportion, and is less where more leaks through", () => {
    const twice = expectedStop(solve({ "summit.hazard": 0.2 }))!.get(2028)!;
    const leaky = expectedStop(solve({ "summit.leak": 0.9 }))!.get(2028)!;
    const once = expectedStop(base)!.get(2028)!;
    once.forEach((loss, r) => {
      expect(twice[r]).toBeCloseTo(2 * loss, 6);
    });
    const japan = base.frame.calibration.regions.indexOf("JPN");
    expect(Math.abs(leaky[japan])).toBeLessThan(Math.abs(once[japan]));
  });

  it("is a metric: sums over groups, without meaning before the year of valuation or where no hazard is stated", () => {
    const at = (region: string) => valueOf(base, `expected-disruption-loss[${region},2030]`)!;
    expect(at("members")).toBeCloseTo(at("USA") + at("JPN"), 6);
    expect(valueOf(base, `expected-disruption-loss[USA,${valuationYear - 1}]`)).toBeUndefined();
    expect(valueOf(solve({}, toyChain), "expected-disruption-loss[USA,2030]")).toBeUndefined();
  });

  it("is solved once for a run", () => {
    expect(expectedStop(base)).toBe(expectedStop(base));
  });
});
