import { describe, expect, it } from "vitest";
import { leverYear, toyMarket } from "../fixtures/lever-year.js";
import { toyBaseline, toyChain } from "../fixtures/toy.js";
import { solveMarket } from "../equilibrium/index.js";
import { prepareRun, run } from "../results/index.js";
import type { Market } from "../market/market.js";
import { bareMargin, type TermOf } from "./expected-profit.js";
import { initialState } from "./frame.js";
import { endingProtections, withoutProtection, type WhatIf } from "./protection.js";

const frame = prepareRun(toyChain, toyBaseline);
const { calibration, arcsOfOrigin, investors } = frame;
const { unqualified } = initialState(frame);
const whatIf: WhatIf = (market, start) => {
  const solved = solveMarket(market, { start });
  return solved.ok ? solved.equilibrium : undefined;
};

const duty = (id: string, goods: string, rate: string) => ({
  tariff: { id, importers: "USA", exporters: "CHN", goods, rate, from: 2025 },
});
const one = duty("one", "magnet.NdFeB-standard", "60%");
const two = duty("two", "oxide.NdPr", "30%");
const quota = {
  "tariff-rate-quota": {
    id: "quota",
    importers: "JPN",
    exporters: "CHN",
    goods: "oxide.NdPr",
    volume: "50% of 2024",
    "in-quota": "0%",
    "over-quota": "40%",
    from: 2025,
  },
};
const floor = {
  "price-floor": {
    id: "floor",
    good: "magnet.NdFeB-standard",
    at: 60,
    mechanism: "border-adjusted",
    importers: "USA",
    from: 2025,
  },
};

function solved(market: Market) {
  const answer = solveMarket(market);
  if (!answer.ok) throw new Error(answer.issue.code);
  const { equilibrium } = answer;
  const margin = Float64Array.from(investors, ({ node }) =>
    bareMargin(market, node, equilibrium.originPrice, equilibrium.usePrice),
  );
  return { market, equilibrium, unqualified, margin };
}

const until =
  (ends: Readonly<Record<string, number>>): TermOf =>
  (lever) => ({ since: 2025, until: ends[lever] ?? Infinity });

const ending = (market: Market, ends: Readonly<Record<string, number>>, ask: WhatIf | undefined = whatIf) =>
  endingProtections(calibration, arcsOfOrigin, investors, solved(market), until(ends), ask);

describe("protection that ends", () => {
  it("is none without duties, and none where they have no end", () => {
    expect(ending(toyMarket, {})).toEqual([]);
    expect(ending(leverYear([one, two]).market, {})).toEqual([]);
  });

  it("is what the same year without the duty takes from each margin", () => {
    const { market } = leverYear([one]);
    const [found, ...others] = ending(market, { one: 2028 });
    expect(others).toEqual([]);
    expect(found.until).toBe(2028);
    const [now, open] = [solved(market), solved(toyMarket)];
    const running = investors.flatMap(({ node }, i) =>
      calibration.nodes.id[node].includes("magnet-standard@USA") || now.market.nodes.capacity[node] > 0
        ? [i]
        : [],
    );
    for (const i of running) expect(found.added[i]).toBeCloseTo(now.margin[i] - open.margin[i], 6);
  });

  it("is worth something to those it shields and nothing good to those it keeps out", () => {
    const [found] = ending(leverYear([one]).market, { one: 2028 });
    const at = (region: string) =>
      investors.findIndex(
        ({ node, project }) =>
          project === undefined &&
          calibration.regions[calibration.nodes.region[node]] === region &&
          calibration.nodes.technology[node].id === "magnet-standard",
      );
    expect(found.added[at("USA")]).toBeGreaterThan(0);
    expect(found.added[at("CHN")]).toBeLessThan(0);
  });

  it("of two laws comes in the order of their ends, and sums to the whole", () => {
    const { market } = leverYear([one, two]);
    const [first, second] = ending(market, { one: 2030, two: 2027 });
    expect([first.until, second.until]).toEqual([2027, 2030]);
    const [whole] = ending(market, { one: 2030, two: 2030 });
    whole.added.forEach((value, i) => {
      expect(first.added[i] + second.added[i]).toBeCloseTo(value, 8);
    });
  });

  it("counts border floors and tariff-rate quotas, and keeps the laws that stay", () => {
    expect(ending(leverYear([floor]).market, { floor: 2028 })[0].added.some((value) => value > 0)).toBe(true);
    const limited = leverYear([quota]).market;
    expect(ending(limited, { quota: 2028 })).toHaveLength(1);
    expect(withoutProtection(limited, new Set(["quota"])).controls).toEqual([]);
    const { market } = leverYear([one, floor]);
    const left = withoutProtection(market, new Set(["floor"]));
    expect(left.borderFloors).toEqual([]);
    expect(left.wedges).toEqual(market.wedges);
    expect(left.controls).toEqual(market.controls);
  });

  it("leaves a content rule alone, also one with a price of paying instead", () => {
    const rule = {
      "recycled-content": {
        id: "rule",
        importers: "JPN",
        goods: "oxide.NdPr",
        share: "20%",
        "buy-out": 5,
        from: 2025,
      },
    };
    const { market } = leverYear([rule]);
    expect(market.controls).toHaveLength(1);
    expect(ending(market, { rule: 2028 })).toEqual([]);
    expect(withoutProtection(market, new Set(["rule"])).controls).toEqual(market.controls);
  });

  it("stays in the margin where the year without it is not asked for or has no answer", () => {
    const { market } = leverYear([one]);
    expect(
      endingProtections(
        calibration,
        arcsOfOrigin,
        investors,
        solved(market),
        until({ one: 2028 }),
        undefined,
      ),
    ).toEqual([]);
    expect(ending(market, { one: 2028 }, () => undefined)).toEqual([]);
  });
});

describe("investors behind a duty", () => {
  const built = (to: number | undefined, expectations?: "relapse" | "announced") => {
    const entry = { tariff: { ...one.tariff, rate: "150%", from: 2026, ...(to !== undefined && { to }) } };
    const { levers } = leverYear([entry]);
    const { end } = run(
      toyChain,
      toyBaseline,
      { name: "duty", levers, horizon: [2024, 2034], members: ["USA"] },
      { frame, ...(expectations !== undefined && { expectations }) },
    );
    return end.vintages
      .filter(
        ({ node, started }) =>
          started >= 2026 &&
          calibration.regions[calibration.nodes.region[node]] === "USA" &&
          calibration.nodes.technology[node].stage === "magnet",
      )
      .reduce((sum, { capacity }) => sum + capacity, 0);
  };

  it("build the more the longer the law lasts", () => {
    const [short, long, open] = [built(2027), built(2032), built(undefined)];
    expect(short).toBeLessThan(long);
    expect(long).toBeLessThan(open);
  });

  it("build less if they expect it to lapse", () => {
    expect(built(undefined, "relapse")).toBeLessThan(built(undefined));
  });
});
