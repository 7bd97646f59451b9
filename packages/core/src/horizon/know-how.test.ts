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
import { neutralTerms, type YearTerms } from "./terms.js";

const parameters = horizonParameters(toyChain);
const start = baseKnowHow(calibration, parameters);
const usable = (terms: YearTerms) => usableExperience(calibration, start, terms, parameters);
const base = usable(neutralTerms());
const at = (region: string, kind: (typeof kinds)[number]) =>
  calibration.regions.indexOf(region) * kinds.length + kinds.indexOf(kind);
const members = { lever: "cooperation", regions: ["USA", "JPN", "AUS"], annualCost: 0 };
const ban = { lever: "ban", exporter: "CHN", regions: [], stages: ["metal", "magnet"] };

describe("know-how", () => {
  it("leaves costs alone without levers while regions grow alike", () => {
    const level = calibration.nodes.level;
    const next = nextKnowHow(calibration, start, start.reached, level, neutralTerms());
    const factors = costFactors(
      usableExperience(calibration, next, neutralTerms(), parameters),
      base,
      parameters,
    );
    for (const factor of factors) expect(factor).toBe(1);
  });

  it("gives each region its own path or a share of the frontier, whichever is more", () => {
    expect(base[at("JPN", "magnet")]).toBe(120_000);
    expect(base[at("AUS", "magnet")]).toBeCloseTo(parameters.openAccess * 760_000, 9);
  });

  it("shares the best member's experience", () => {
    const shared = usable({ ...neutralTerms(), sharedKnowHow: [members] });
    expect(shared[at("USA", "magnet")]).toBeCloseTo(0.5 * 120_000, 9);
    const factors = costFactors(shared, base, parameters);
    expect(factors[at("USA", "magnet")]).toBeLessThan(1);
    expect(factors[at("CHN", "magnet")]).toBe(1);
  });

  it("makes entry dearer under a technology ban", () => {
    const banned = costFactors(usable({ ...neutralTerms(), technologyBans: [ban] }), base, parameters);
    expect(banned[at("USA", "metal")]).toBeGreaterThan(1);
    const { costFactor } = nodeKnowHow(calibration, banned, start, parameters);
    expect(costFactor[calibration.nodes.id.indexOf("round-top")]).toBeGreaterThan(1);
  });

  it("brings hosts nearer to a donor year by year", () => {
    const transfer = {
      lever: "t",
      donor: "CHN",
      hosts: ["AUS"],
      stages: ["magnet"],
      speed: 0.2,
      annualCost: 0,
      offtakeShare: 0,
    };
    const terms = { ...neutralTerms(), technologyTransfers: [transfer] };
    const still = new Float64Array(calibration.nodes.count);
    const once = nextKnowHow(calibration, start, start.reached, still, terms);
    const twice = nextKnowHow(calibration, once, start.reached, still, terms);
    expect(usableExperience(calibration, twice, neutralTerms(), parameters)[at("AUS", "magnet")]).toBeCloseTo(
      0.36 * 760_000,
      6,
    );
  });

  it("falls by the learning rate at each doubling of the relative experience", () => {
    const doubled = base.slice();
    doubled[at("USA", "magnet")] *= 2;
    expect(costFactors(doubled, base, parameters)[at("USA", "magnet")]).toBeCloseTo(0.9, 12);
  });
});

describe("what is recovered and good enough for magnets", () => {
  it("is the base year's at the base year's cost, and all the feed holds where nothing is lost", () => {
    for (const [r, g] of [
      [0.92, 0.96],
      [0.85, 0.95],
      [1, 1],
    ]) {
      expect(yieldFactor(1, r, g)).toBe(1);
      expect(yieldFactor(0, r, g)).toBeCloseTo(1 / r, 12);
    }
  });

  it("rises as know-how does, by both paths", () => {
    for (let f = 0; f < 3; f += 0.1)
      expect(yieldFactor(f, 0.9, 0.95)).toBeGreaterThanOrEqual(yieldFactor(f + 0.1, 0.9, 0.95));
    // the same recovery with a worse magnet-grade share loses less in the first step and more in the second, the same in all
    expect(yieldFactor(0.5, 0.9, 0.95)).toBeCloseTo(
      ((1 - (1 - 0.9 / 0.95) * 0.5) / (0.9 / 0.95)) * ((1 - 0.025) / 0.95),
      12,
    );
  });

  it("rises where know-how is shared, and costs where a ban has closed the frontier", () => {
    const [shared, banned] = [{ sharedKnowHow: [members] }, { technologyBans: [ban] }].map((terms) => {
      const factors = costFactors(usable({ ...neutralTerms(), ...terms }), base, parameters);
      return nodeKnowHow(calibration, factors, start, parameters);
    });
    expect(Math.max(...shared.outputFactor)).toBeGreaterThan(1);
    expect(Math.max(...banned.costFactor)).toBeGreaterThan(1);
  });
});
