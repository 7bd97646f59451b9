import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { leverYear, toyMarket, toyYear, underLevers } from "../fixtures/lever-year.js";
import { answersWith, answerSettings } from "../fixtures/answers.js";
import { calibrate } from "../market/calibrate.js";
import { toyBaseline, toyChain } from "../fixtures/toy.js";
import { reactionOf, reactions, standingOf } from "./index.js";

const MAGNET = "magnet.NdFeB-standard";
const base = toyYear();
const calibration = calibrate(toyChain, toyBaseline);
const { situation, answer } = answersWith({
  goods: toyChain.goods.map(({ id }) => id),
  levers: [],
  ...standingOf(calibration, "CHN"),
});
const rules = reactions.map(({ id }) => id);

/** Frozen with all that it holds. */
function frozen<T extends object>(value: T): T {
  for (const part of Object.values(value))
    if (typeof part === "object" && part !== null) frozen(part as object);
  return Object.freeze(value);
}

describe("every rule", () => {
  it.each(rules)("%s acts in the years of the answer and in no other", (id) => {
    const entries = answer(id, { courted: ["AUS"] });
    for (const year of [2025, 2031]) expect(leverYear(entries, year).market).toBe(toyMarket);
  });

  it.each(rules)("%s spares who has not committed and answers for itself alone", (id) => {
    const year = underLevers(answer(id), 2026);
    const { arcs, origins, buyers, regions } = year.market;
    for (const { lever, arcs: on } of year.market.wedges.filter((wedge) => !wedge.lever.startsWith("base:")))
      for (const a of on) {
        expect(regions[origins.region[arcs.origin[a]]], lever).toBe("CHN");
        expect(["USA", "JPN"]).toContain(regions[buyers.region[arcs.buyer[a]]]);
      }
    for (const { members } of year.market.controls)
      for (const a of members) expect(["USA", "JPN"]).toContain(regions[buyers.region[arcs.buyer[a]]]);
  });

  it.each(rules)("%s is pure: it writes nothing into what it is told, and says the same again", (id) => {
    const told = frozen(situation({ courted: ["AUS"] }));
    const first = reactionOf(id).answer(told, frozen(answerSettings));
    expect(reactionOf(id).answer(told, answerSettings)).toEqual(first);
  });
});

describe("the size of an answer", () => {
  it("of a squeeze raises the price of the squeezed, and leaves it where all is licensed (property)", () => {
    const volume = fc.double({ min: 0.05, max: 1, noNaN: true });
    const price = (licenceVolume: number) =>
      underLevers(answer("licence-squeeze", {}, { licenceVolume })).price(MAGNET, "USA");
    fc.assert(
      fc.property(volume, volume, (one, other) => {
        expect(price(Math.min(one, other))).toBeGreaterThanOrEqual(price(Math.max(one, other)) - 1e-6);
      }),
      { seed: 121, numRuns: 12 },
    );
    expect(price(2)).toBeCloseTo(base.price(MAGNET, "USA"), 6);
  });

  it("of a war is never more than the stated share of the price, nor than what makers earn above cost (property)", () => {
    const { basePrice, aboveCost } = standingOf(calibration, "CHN");
    fc.assert(
      fc.property(fc.double({ min: 0, max: 2, noNaN: true }), (priceCut) => {
        for (const entry of answer("price-war", {}, { priceCut })) {
          const { goods, specific } = Object.values(entry)[0] as { goods: string; specific: string };
          const cut = -Number(specific.split(" ")[0]);
          expect(cut).toBeGreaterThan(0);
          expect(cut).toBeLessThanOrEqual(priceCut * basePrice(goods) + 1e-9);
          expect(cut).toBeLessThanOrEqual(aboveCost(goods) + 1e-9);
        }
      }),
      { seed: 122 },
    );
    expect(answer("price-war", {}, { priceCut: 0 })).toEqual([]);
  });

  it("of courtship at nothing spared and nothing conceded is the squeeze alone", () => {
    const courted = underLevers(answer("courtship", { courted: ["JPN"] }, { sparedShare: 0, concession: 0 }));
    const squeezed = underLevers(answer("licence-squeeze"));
    for (const region of ["USA", "JPN"])
      expect(courted.price(MAGNET, region)).toBeCloseTo(squeezed.price(MAGNET, region), 6);
  });

  it("of a squeeze on two is a squeeze on each", () => {
    const both = underLevers(answer("licence-squeeze"));
    const [one, other] = ["USA", "JPN"].map((id) => answer("licence-squeeze", { committed: [id] }));
    const { market } = leverYear(other, 2026, undefined, leverYear(one, 2026).market);
    expect(market.controls.map(({ limit }) => limit).sort((a, b) => a - b)).toEqual(
      both.market.controls.map(({ limit }) => limit).sort((a, b) => a - b),
    );
  });
});
