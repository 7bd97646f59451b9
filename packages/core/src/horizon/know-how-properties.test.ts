import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calibration } from "../accounts/random-market.fixture.js";
import { toyChain } from "../fixtures/toy.js";
import {
  baseKnowHow,
  costFactors,
  kinds,
  nextKnowHow,
  nodeKnowHow,
  usableExperience,
  yieldFactor,
} from "./know-how.js";
import { horizonParameters } from "./parameters.js";
import type { KnowHow } from "./state.js";
import { neutralTerms, type YearTerms } from "./terms.js";

const parameters = horizonParameters(toyChain);
const start = baseKnowHow(calibration, parameters);
const base = usableExperience(calibration, start, neutralTerms(), parameters);
const { regions } = calibration;
const stages = ["concentrate", "oxide", "metal", "magnet"];

const someOf = (list: readonly string[]) => fc.subarray([...list], { minLength: 1 });
/** Experience gained since the base year, as a share of it, cell by cell. */
const gained = fc.array(fc.double({ min: 0, max: 3, noNaN: true }), {
  minLength: start.experience.length,
  maxLength: start.experience.length,
});
const knowing = (shares: readonly number[]): KnowHow => ({
  ...start,
  experience: start.experience.map((tonnes, i) => tonnes * (1 + shares[i])),
});
const sharing = someOf(regions).map((among) => ({
  sharedKnowHow: [{ lever: "s", regions: among, annualCost: 0 }],
}));
const bans = fc
  .record({ exporter: fc.constantFrom(...regions), regions: someOf(regions), stages: someOf(stages) })
  .map((ban) => ({ technologyBans: [{ lever: "b", ...ban }] }));
const under = (state: KnowHow, change: Partial<YearTerms>) =>
  usableExperience(calibration, state, { ...neutralTerms(), ...change }, parameters);
const factors = (state: KnowHow, change: Partial<YearTerms> = {}) => {
  const cost = costFactors(under(state, change), base, parameters);
  return nodeKnowHow(calibration, cost, state, parameters);
};

describe("whatever has been learnt", () => {
  it("sharing takes nothing from anybody: no usable experience, recovery or cost gets worse (property)", () => {
    fc.assert(
      fc.property(gained, sharing, (shares, terms) => {
        const state = knowing(shares);
        const [alone, together] = [under(state, {}), under(state, terms)];
        together.forEach((tonnes, i) => {
          expect(tonnes).toBeGreaterThanOrEqual(alone[i]);
        });
        const [before, after] = [factors(state), factors(state, terms)];
        after.outputFactor.forEach((factor, k) => {
          expect(factor).toBeGreaterThanOrEqual(before.outputFactor[k] - 1e-12);
          expect(after.costFactor[k]).toBeLessThanOrEqual(before.costFactor[k] + 1e-12);
        });
      }),
      { seed: 41, numRuns: 60 },
    );
  });

  it("a ban gives nobody anything, and takes nothing from what a region has learnt itself (property)", () => {
    fc.assert(
      fc.property(gained, bans, (shares, terms) => {
        const state = knowing(shares);
        const [free, banned] = [under(state, {}), under(state, terms)];
        banned.forEach((tonnes, i) => {
          expect(tonnes).toBeLessThanOrEqual(free[i]);
          expect(tonnes).toBeGreaterThanOrEqual(state.experience[i]);
        });
      }),
      { seed: 42, numRuns: 60 },
    );
  });

  it("a ban does not close what members share, and sharing opens no more than the best of them has (property)", () => {
    fc.assert(
      fc.property(gained, sharing, bans, (shares, shared, banned) => {
        const state = knowing(shares);
        const [both, only] = [under(state, { ...shared, ...banned }), under(state, shared)];
        both.forEach((tonnes, i) => {
          expect(tonnes).toBeLessThanOrEqual(only[i]);
        });
        for (let kind = 0; kind < kinds.length; kind++) {
          let most = 0;
          for (let r = 0; r < regions.length; r++)
            most = Math.max(most, state.experience[r * kinds.length + kind]);
          for (let r = 0; r < regions.length; r++)
            expect(only[r * kinds.length + kind]).toBeLessThanOrEqual(most * (1 + 1e-12));
        }
      }),
      { seed: 43, numRuns: 60 },
    );
  });

  it("the frontier's own cost does not move: only the gap to it counts (property)", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 5, noNaN: true }), (share) => {
        const { costFactor } = factors(knowing(start.experience.map(() => share) as unknown as number[]));
        for (const factor of costFactor) expect(factor).toBeCloseTo(1, 12);
      }),
      { seed: 44, numRuns: 30 },
    );
  });

  it("a plant of the base year forgets nothing: its cost never rises (property)", () => {
    fc.assert(
      fc.property(gained, bans, (shares, terms) => {
        const { costFactor, outputFactor } = factors(knowing(shares), terms);
        calibration.nodes.kind.forEach((kind, k) => {
          if (kind === "base") expect(costFactor[k]).toBeLessThanOrEqual(1);
          expect(outputFactor[k]).toBeGreaterThanOrEqual(1);
        });
      }),
      { seed: 45, numRuns: 40 },
    );
  });
});

describe("a transfer", () => {
  const still = new Float64Array(calibration.nodes.count);
  const given = (speed: number, hosts: readonly string[] = ["AUS"], from = start) =>
    nextKnowHow(calibration, from, from.reached, still, {
      ...neutralTerms(),
      technologyTransfers: [
        { lever: "t", donor: "CHN", hosts, stages: ["magnet"], speed, annualCost: 0, offtakeShare: 0 },
      ],
    });
  const at = (region: string) => regions.indexOf(region) * kinds.length + kinds.indexOf("magnet");

  it("closes the gap by its speed each year, whatever the steps: two halves leave what one of both leaves (property)", () => {
    const speed = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(speed, speed, (one, other) => {
        const twice = given(other, ["AUS"], given(one)).access[at("AUS")];
        expect(twice).toBeCloseTo(1 - (1 - one) * (1 - other), 12);
        expect(twice).toBeCloseTo(given(one, ["AUS"], given(other)).access[at("AUS")], 12);
      }),
      { seed: 46 },
    );
  });

  it("at no speed gives nothing, at once everything, and never more than everything", () => {
    expect(given(0).access[at("AUS")]).toBe(0);
    const whole = given(1);
    expect(whole.access[at("AUS")]).toBe(1);
    expect(given(1, ["AUS"], whole).access[at("AUS")]).toBe(1);
    expect(under(whole, {})[at("AUS")]).toBe(start.experience[at("CHN")]);
  });

  it("reaches the hosts and stages named and no others, and those it is told of one by one as all at once", () => {
    const both = given(0.3, ["AUS", "USA"]);
    const oneByOne = given(0.3, ["USA"], given(0.3, ["AUS"]));
    expect(both.access).toEqual(oneByOne.access);
    both.access.forEach((share, i) => {
      if (i !== at("AUS") && i !== at("USA")) expect(share).toBe(0);
    });
  });

  it("does not undo what a host knows better by itself", () => {
    const [own, helped] = [under(start, {}), under(given(0.01, ["JPN"]), {})];
    expect(helped[at("JPN")]).toBe(own[at("JPN")]);
  });
});

describe("what is recovered", () => {
  it("is never negative, however far costs have risen, nor above what the feed holds (property)", () => {
    const share = fc.double({ min: 0.05, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e3, noNaN: true }), share, share, (f, recovery, grade) => {
        const factor = yieldFactor(f, Math.min(recovery, grade), grade);
        expect(factor).toBeGreaterThanOrEqual(0);
        expect(Math.min(recovery, grade) * factor).toBeLessThanOrEqual(1 + 1e-9);
      }),
      { seed: 47 },
    );
  });
});
