import { describe, expect, it } from "vitest";
import { baseMarket, calibration } from "../accounts/random-market.fixture.js";
import { nextUnqualified, withRecognisedQualification } from "./qualification.js";
import { neutralTerms } from "./terms.js";

const { origins, arcs, buyers, goods, regions } = calibration;
const american = [...origins.region.keys()].find(
  (o) => regions[origins.region[o]] === "USA" && goods[origins.good[o]] === "metal.NdPr",
)!;
const fresh = origins.size.map((size) => (size > 0 ? 0 : 1));
const supplied = (quantity: number) => new Float64Array(origins.count).fill(quantity);
const among = {
  lever: "cooperation",
  importers: ["JPN"],
  exporters: ["USA", "AUS"],
  goods: ["metal.NdPr", "oxide.NdPr"],
  annualCost: 0,
};
const recognised = (share: number) =>
  withRecognisedQualification(calibration, baseMarket, fresh, {
    ...neutralTerms(),
    qualification: [{ ...among, share }],
  });

describe("qualification", () => {
  it("begins with the first supply and is over after the good's years", () => {
    expect(nextUnqualified(calibration, fresh, supplied(0))[american]).toBe(1);
    let left: Float64Array = fresh;
    const course = [1, 2, 3, 4, 5].map(
      () => (left = nextUnqualified(calibration, left, supplied(10)))[american],
    );
    expect(course).toEqual([0.75, 0.5, 0.25, 0, 0]);
  });

  it("leaves those alone who have long been suppliers", () => {
    const next = nextUnqualified(calibration, fresh, supplied(10));
    origins.size.forEach((size, o) => {
      if (size > 0) expect(next[o]).toBe(0);
    });
  });

  it("recognised, removes a share of what makes a source unfamiliar, on the named routes only", () => {
    const half = recognised(0.5);
    arcs.unfamiliarity.forEach((_, a) => {
      const change = half.arcs.logWeight[a] - baseMarket.arcs.logWeight[a];
      const [from, to] = [regions[origins.region[arcs.origin[a]]], regions[buyers.region[arcs.buyer[a]]]];
      const named =
        to === "JPN" &&
        among.exporters.includes(from) &&
        among.goods.includes(goods[origins.good[arcs.origin[a]]]);
      const open = baseMarket.arcs.logWeight[a] > -Infinity;
      if (!named && open) expect(change).toBe(0);
      if (named && open) expect(change).toBeCloseTo((0.5 * arcs.excess[a]) / buyers.theta[arcs.buyer[a]], 12);
    });
  });

  it("changes nothing where no lever recognises", () => {
    expect(withRecognisedQualification(calibration, baseMarket, fresh, neutralTerms())).toBe(baseMarket);
  });
});
