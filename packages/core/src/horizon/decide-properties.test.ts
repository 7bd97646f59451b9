import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { baseMarket, calibration } from "../accounts/random-market.fixture.js";
import { toyChain } from "../fixtures/toy.js";
import { decide, type Outlook } from "./decide.js";
import { horizonFrame, initialState } from "./frame.js";
import { horizonParameters } from "./parameters.js";
import { neutralTerms, type YearTerms } from "./terms.js";

const frame = horizonFrame(calibration, horizonParameters(toyChain));
const initial = initialState(frame);
/** A year in which every announced project may start, with margins a little above the base year's. */
const rich = { ...initial, year: 2027, expectedMargin: initial.expectedMargin.map((margin) => margin + 1) };
const looking = (terms: Partial<YearTerms> = {}, change: Partial<Outlook> = {}): Outlook => ({
  market: baseMarket,
  margin: rich.expectedMargin,
  price: frame.basePrice,
  terms: { ...neutralTerms(), ...terms },
  termOf: () => ({ since: 2024, until: Infinity }),
  ...change,
});
const starts = (outlook: Outlook, at = rich) => {
  const begun = new Float64Array(frame.investors.length);
  const node = new Map(frame.investors.map((investor, i) => [investor.node, i]));
  for (const plant of decide(frame, at, outlook).started) begun[node.get(plant.node)!] += plant.capacity;
  return begun;
};
const total = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0);
const everywhere = { regions: calibration.regions, stages: ["concentrate", "oxide", "metal", "magnet"] };
const points = (off: number) => ({
  capitalPoints: [{ lever: "p", ...everywhere, points: off, payers: ["USA"] }],
});
const shares = (...parts: number[]) => ({
  capitalShares: parts.map((share, i) => ({ lever: `s${i}`, ...everywhere, share, payers: ["USA"] })),
});
/** Caps on starts so wide that none binds: what each investor wants. */
const free = {
  ...frame,
  parameters: { ...frame.parameters, startCap: 1e9 },
};
const wanted = (outlook: Outlook) => {
  const begun = new Float64Array(frame.investors.length);
  const node = new Map(free.investors.map((investor, i) => [investor.node, i]));
  for (const plant of decide(free, rich, outlook).started) begun[node.get(plant.node)!] += plant.capacity;
  return begun;
};
const size = fc.double({ min: 0, max: 0.2, noNaN: true });

describe("cheaper capital", () => {
  it("never lowers anybody's go-ahead in the year it comes, and the cheaper the more (property)", () => {
    fc.assert(
      fc.property(size, size, (one, other) => {
        const [less, more] = [Math.min(one, other), Math.max(one, other)].map((off) =>
          wanted(looking(points(-off))),
        );
        more.forEach((capacity, i) => {
          expect(capacity).toBeGreaterThanOrEqual(less[i] - 1e-9);
        });
      }),
      { seed: 51, numRuns: 40 },
    );
    expect(total(wanted(looking(points(-0.05))))).toBeGreaterThan(total(wanted(looking())));
  });

  it("is the mirror of dearer capital: no points change nothing, points above zero hold back", () => {
    expect(wanted(looking(points(0)))).toEqual(wanted(looking()));
    expect(total(wanted(looking(points(0.05))))).toBeLessThan(total(wanted(looking())));
  });

  it("is given away at most: no investor is paid more than its whole annuity, at any size", () => {
    for (const terms of [points(-100), shares(1), shares(1, 1), { ...points(-100), ...shares(1) }])
      for (const { charge, support } of decide(frame, rich, looking(terms)).started) {
        const paid = support.reduce((sum, { perTonne }) => sum + perTonne, 0);
        expect(paid).toBeLessThanOrEqual(charge * (1 + 1e-12));
      }
  });

  it("in two halves comes to the same: points add up, shares add up (property)", () => {
    const part = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(size, part, (off, split) => {
        const halves = {
          capitalPoints: [split * off, (1 - split) * off].map((half, i) => ({
            lever: `h${i}`,
            ...everywhere,
            points: -half,
            payers: ["USA"],
          })),
        };
        const [whole, cut] = [wanted(looking(points(-off))), wanted(looking(halves))];
        whole.forEach((capacity, i) => {
          expect(cut[i]).toBeCloseTo(capacity, 6);
        });
        const [paid, twice] = [
          wanted(looking(shares(off))),
          wanted(looking(shares(split * off, (1 - split) * off))),
        ];
        paid.forEach((capacity, i) => {
          expect(twice[i]).toBeCloseTo(capacity, 6);
        });
      }),
      { seed: 52, numRuns: 30 },
    );
  });

  it("reaches the regions and stages named and no others", () => {
    const only = {
      capitalPoints: [{ ...points(-0.05).capitalPoints[0], regions: ["USA"], stages: ["magnet"] }],
    };
    const [before, after] = [wanted(looking()), wanted(looking(only))];
    frame.investors.forEach((investor, i) => {
      const named = calibration.regions[investor.region] === "USA" && investor.stage === "magnet";
      if (named) expect(after[i]).toBeGreaterThanOrEqual(before[i]);
      else expect(after[i]).toBe(before[i]);
    });
  });
});

describe("margins", () => {
  it("that are higher never hold anybody back (property)", () => {
    const rise = fc.double({ min: -20, max: 60, noNaN: true });
    fc.assert(
      fc.property(rise, rise, (one, other) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)].map((by) =>
          wanted(looking({}, { margin: rich.expectedMargin.map((margin) => margin + by) })),
        );
        high.forEach((capacity, i) => {
          expect(capacity).toBeGreaterThanOrEqual(low[i] - 1e-9);
        });
      }),
      { seed: 53, numRuns: 40 },
    );
  });

  it("without end build no more than the caps allow, and no more than a project is", () => {
    const endless = looking({}, { margin: rich.expectedMargin.map(() => 1e9) });
    const begun = starts(endless);
    frame.investors.forEach(({ project }, i) => {
      if (project !== undefined) expect(begun[i]).toBeLessThanOrEqual(project.capacity * (1 + 1e-12));
    });
    const all = decide(frame, rich, endless);
    all.goneAhead.forEach((share) => {
      expect(share).toBeLessThanOrEqual(1);
      expect(share).toBeGreaterThanOrEqual(0);
    });
  });

  it("that end with protection count until then, and a protection that has ended counts for nothing", () => {
    const added = new Float64Array(frame.investors.length).fill(20);
    const poor = rich.expectedMargin.map((margin) => margin - 5);
    const under = (until: number) =>
      total(wanted(looking({}, { margin: poor, protections: [{ until, added }] })));
    const none = total(wanted(looking({}, { margin: poor })));
    expect(under(2026)).toBe(none);
    expect(under(2032)).toBeGreaterThanOrEqual(none);
    expect(under(2045)).toBeGreaterThan(under(2032));
  });
});

describe("equity and delays", () => {
  const equity = (completion: number, amount = 0) => ({
    equity: [{ lever: "e", project: "kalgoorlie-two", completion, amount, payers: ["AUS"] }],
  });
  const project = frame.investors.findIndex(({ project: one }) => one?.id === "kalgoorlie-two");

  it("a larger share of public money builds no less, and never more than the project (property)", () => {
    const part = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(part, part, (one, other) => {
        const [less, more] = [Math.min(one, other), Math.max(one, other)].map(
          (completion) => wanted(looking(equity(completion)))[project],
        );
        expect(more).toBeGreaterThanOrEqual(less);
        expect(more).toBeLessThanOrEqual(5_000 * (1 + 1e-12));
      }),
      { seed: 54, numRuns: 30 },
    );
  });

  it("its money takes annuity off what starts, in whatever year that is, and is paid by who gives it", () => {
    for (const year of [2026, 2029, 2035]) {
      const at = { ...rich, year };
      const plant = decide(free, at, looking(equity(0.5, 1000))).started.find(
        ({ node }) => node === frame.investors[project].node,
      )!;
      expect(plant.support.map(({ lever }) => lever)).toEqual(["e"]);
      expect(plant.support[0].perTonne).toBeGreaterThan(0);
      expect(plant.support[0].payers).toEqual([{ region: calibration.regions.indexOf("AUS"), share: 1 }]);
    }
  });

  it("a delay moves the first year of service by as much and stops nobody", () => {
    const delays = (years: number) => ({ delays: [{ lever: "d", ...everywhere, years }] });
    const services = (years: number) =>
      decide(free, rich, looking(delays(years))).started.map(({ service }) => service);
    const [on, late] = [services(0), services(4)];
    expect(late.length).toBe(on.length);
    late.forEach((year, i) => {
      expect(year).toBeGreaterThanOrEqual(on[i]);
      expect(year).toBeLessThanOrEqual(on[i] + 4);
    });
  });
});
