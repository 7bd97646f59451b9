import { describe, expect, it } from "vitest";
import { baseMarket, calibration } from "../accounts/random-market.fixture.js";
import { toyChain } from "../fixtures/toy.js";
import { termShare } from "./annuity.js";
import { bareMargin, expectedProfit, termPayments } from "./expected-profit.js";
import { horizonFrame } from "./frame.js";
import { profitPerCapacity } from "./investor.js";
import { horizonParameters } from "./parameters.js";

const { investors } = horizonFrame(calibration, horizonParameters(toyChain));
const kalgoorlie = investors.find(({ project }) => project?.id === "kalgoorlie-two")!;
const profit = (margin: number) =>
  profitPerCapacity(baseMarket.nodes.cost[kalgoorlie.node], baseMarket.nodes.gamma[kalgoorlie.node], margin);

describe("expected profit", () => {
  it("is the soft-plus profit where nothing is paid", () => {
    expect(expectedProfit(baseMarket, kalgoorlie, 4, [], 2030)).toBe(profit(4));
  });

  it("counts a payment for its legal term and not beyond", () => {
    const paid = [{ perTonne: 10, since: 2026, until: 2039 }];
    const share = termShare(10, kalgoorlie.costOfCapital, kalgoorlie.life);
    const expected = share * profit(14) + (1 - share) * profit(4);
    expect(expectedProfit(baseMarket, kalgoorlie, 4, paid, 2030)).toBeCloseTo(expected, 12);
    expect(expectedProfit(baseMarket, kalgoorlie, 4, paid, 2041)).toBe(profit(4));
    expect(
      expectedProfit(baseMarket, kalgoorlie, 4, [{ perTonne: 10, since: 2026, until: Infinity }], 2030),
    ).toBe(profit(14));
  });

  it("counts a payment that begins after the plant from its first year", () => {
    const later = [{ perTonne: 10, since: 2032, until: Infinity }];
    const share = 1 - termShare(2, kalgoorlie.costOfCapital, kalgoorlie.life);
    expect(expectedProfit(baseMarket, kalgoorlie, 4, later, 2030)).toBeCloseTo(
      share * profit(14) + (1 - share) * profit(4),
      12,
    );
  });

  it("adds payments up while they overlap", () => {
    const paid = [
      { perTonne: 10, since: 2026, until: 2034 },
      { perTonne: 5, since: 2026, until: 2039 },
    ];
    const share = (years: number) => termShare(years, kalgoorlie.costOfCapital, kalgoorlie.life);
    const expected = share(5) * profit(19) + (share(10) - share(5)) * profit(9) + (1 - share(10)) * profit(4);
    expect(expectedProfit(baseMarket, kalgoorlie, 4, paid, 2030)).toBeCloseTo(expected, 12);
  });

  it("reads contracts and supports of the year by node", () => {
    const origin = [...calibration.origins.region.keys()].find(
      (o) =>
        calibration.origins.region[o] === 3 &&
        calibration.goods[calibration.origins.good[o]] === "oxide.NdPr",
    )!;
    const contract = {
      lever: "floor",
      node: kalgoorlie.node,
      good: calibration.goods.indexOf("oxide.NdPr"),
      coverage: 0.5,
      strike: 110,
      indexOrigin: origin,
      indexFactor: 1,
      upsideStrike: Infinity,
      upsideShare: 0,
      payers: [],
    };
    const payments = termPayments(
      { ...baseMarket, contracts: [contract] },
      calibration.origins.price,
      () => ({ since: 2026, until: 2035 }),
    );
    expect(payments.get(kalgoorlie.node)).toEqual([
      { perTonne: 0.25 * 0.5 * (110 - 60), since: 2026, until: 2035 },
    ]);
  });

  it("takes margins at the prices given, without support", () => {
    const node = calibration.nodes.id.indexOf("metal-NdPr@JPN");
    const margin = bareMargin(baseMarket, node, calibration.origins.price, calibration.buyers.price);
    const oxide = (600 * (56 * 1.13 + 0.5) + 2400 * 60.5) / 3000;
    expect(margin + baseMarket.nodes.cost[node]).toBeCloseTo(82 - 1.2 * oxide, 9);
  });
});
