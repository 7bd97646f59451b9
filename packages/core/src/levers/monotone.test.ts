import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contractAmount } from "../accounts/index.js";
import { example } from "../fixtures/lever-examples.js";
import { underLevers } from "../fixtures/lever-year.js";
import type { SolvedYear } from "../fixtures/solve-year.js";

const MAGNET = "magnet.NdFeB-standard";
const NDPR = "oxide.NdPr";
const noise = 1e-6;

/** What a lever must move, and which way, as its size grows; sizes as fractions of a range. */
interface Growth {
  readonly says: string;
  readonly lever: (size: number) => object;
  readonly figure: (year: SolvedYear) => number;
  readonly sign: 1 | -1;
}

const flow = (good: string, from: string, to: string) => (year: SolvedYear) => year.flow(good, from, to);
const price = (good: string, region: string) => (year: SolvedYear) => year.price(good, region);
const output = (good: string, region: string) => (year: SolvedYear) => year.output(good, region);

const growths: readonly Growth[] = [
  {
    says: "a duty lowers the taxed flow",
    lever: (x) => example("tariff", { rate: `${200 * x}%` }),
    figure: flow(MAGNET, "CHN", "USA"),
    sign: -1,
  },
  {
    says: "a duty raises what its buyers pay",
    lever: (x) => example("tariff", { rate: `${200 * x}%` }),
    figure: price(MAGNET, "USA"),
    sign: 1,
  },
  {
    says: "an export tax lowers the taxed flow",
    lever: (x) => example("export-tax", { rate: `${200 * x}%` }),
    figure: flow(MAGNET, "CHN", "JPN"),
    sign: -1,
  },
  {
    says: "an export tax lowers the price at home",
    lever: (x) => example("export-tax", { rate: `${200 * x}%` }),
    figure: price(MAGNET, "CHN"),
    sign: -1,
  },
  {
    says: "tighter licences raise the price where they bind",
    lever: (x) => example("export-licence", { volume: `${100 * (1 - x)}% of 2024` }),
    figure: price(MAGNET, "USA"),
    sign: 1,
  },
  {
    says: "a quota on all together raises the price of the least willing to pay too",
    lever: (x) => example("export-quota", { volume: `${100 * (1 - x)}% of 2024` }),
    figure: price(MAGNET, "JPN"),
    sign: 1,
  },
  {
    says: "a smaller quota of a lower duty raises the price",
    lever: (x) => example("tariff-rate-quota", { volume: `${100 * (1 - x)}% of 2024` }),
    figure: price(MAGNET, "USA"),
    sign: 1,
  },
  {
    says: "a longer wait costs its buyers more",
    lever: (x) => example("processing-delay", { delay: `${12 * x} months` }),
    figure: price(MAGNET, "USA"),
    sign: 1,
  },
  {
    says: "a smaller output quota lowers output",
    lever: (x) => example("output-quota", { volume: `${100 * (1 - x)}% of 2024` }),
    figure: output("concentrate.bayan-obo", "CHN"),
    sign: -1,
  },
  {
    says: "a subsidy raises the supported output",
    lever: (x) => example("subsidy", { covers: "USA", "per-tonne": 60 * x }),
    figure: output(MAGNET, "USA"),
    sign: 1,
  },
  {
    says: "a higher floor raises the covered output",
    lever: (x) => example("price-floor", { at: 300 * x, money: "real" }),
    figure: output(NDPR, "AUS"),
    sign: 1,
  },
  {
    says: "a higher floor costs its payers more",
    lever: (x) => example("price-floor", { at: 300 * x, money: "real" }),
    figure: ({ market, equilibrium }) =>
      market.contracts.reduce((sum, contract) => sum + contractAmount(contract, market, equilibrium), 0),
    sign: 1,
  },
  {
    says: "a higher border floor raises the price inside it",
    lever: (x) =>
      example("price-floor", { good: "magnet.*", at: 200 * x, mechanism: "border-adjusted", money: "real" }),
    figure: price(MAGNET, "USA"),
    sign: 1,
  },
  {
    says: "a larger purchase raises the price",
    lever: (x) => example("stockpile", { fill: 2000 * x }),
    figure: price(NDPR, "JPN"),
    sign: 1,
  },
  {
    says: "a larger share of local content lowers imports",
    lever: (x) => example("local-content", { share: `${20 * x}%` }),
    figure: flow(MAGNET, "CHN", "USA"),
    sign: -1,
  },
  {
    says: "a dearer way to mine lowers output where it holds",
    lever: (x) => example("environmental-cost", { cost: `${6000 * x} USD/t` }),
    figure: output("concentrate.bayan-obo", "CHN"),
    sign: -1,
  },
  {
    says: "more demand raises prices",
    lever: (x) => example("demand-shift", { change: `${150 * x - 50}%` }),
    figure: price(NDPR, "CHN"),
    sign: 1,
  },
  {
    says: "sparing a dealer more lowers its price under a licence",
    lever: (x) => example("bilateral-deal", { spared: `${100 * x}%`, goods: "magnet.*" }),
    figure: price(MAGNET, "JPN"),
    sign: -1,
  },
];

/** Levers that have something to act upon. */
const beside = (says: string): object[] =>
  says.includes("dealer") ? [example("export-licence", { volume: "40% of 2024" })] : [];

describe("as a lever grows", () => {
  it.each(growths.map((growth) => [growth.says, growth] as const))("%s (property)", (says, growth) => {
    const size = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(size, size, (one, other) => {
        const [less, more] = [Math.min(one, other), Math.max(one, other)];
        const [before, after] = [less, more].map((x) =>
          growth.figure(underLevers([...beside(says), growth.lever(x)])),
        );
        expect(growth.sign * (after - before)).toBeGreaterThan(-noise * Math.max(1, Math.abs(before)));
      }),
      { seed: 21, numRuns: 12 },
    );
    const [none, all] = [0.01, 0.95].map((x) =>
      growth.figure(underLevers([...beside(says), growth.lever(x)])),
    );
    expect(growth.sign * (all - none)).toBeGreaterThan(1e-3 * Math.abs(none));
  });
});
