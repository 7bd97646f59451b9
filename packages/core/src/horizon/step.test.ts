import { describe, expect, it } from "vitest";
import { leverYear } from "../fixtures/lever-year.js";
import { toyBaseline, toyChain } from "../fixtures/toy.js";
import { solveMarket } from "../equilibrium/index.js";
import { prepareRun } from "../results/index.js";
import { initialState } from "./frame.js";
import { accountFrameOf, step, termsOf, type Step, type StepContext } from "./step.js";
import { neutralTerms } from "./terms.js";

const frame = prepareRun(toyChain, toyBaseline);
const context: StepContext = {
  frame,
  expectations: "adaptive",
  byLocation: false,
  solve: (market, start) => {
    const solved = solveMarket(market, start === undefined ? {} : { start });
    if (!solved.ok) throw new Error(solved.issue.code);
    return solved.equilibrium;
  },
};
const levers = leverYear([
  { tariff: { importers: "USA", exporters: "CHN", goods: "magnet.*", rate: "40%", from: 2025, to: 2026 } },
  { stockpile: { holder: "JPN", goods: "oxide.NdPr", fill: "50 t/y", from: 2025, to: 2025 } },
  {
    cooperation: { among: ["USA", "JPN"], "shared-know-how": true, "know-how-cost": "2 MUSD/y", from: 2025 },
  },
]).levers;

function years(count: number, with_ = levers, within = context): Step[] {
  const steps: Step[] = [];
  let state = initialState(frame);
  for (let i = 0; i < count; i++) {
    const done = step(state, with_, within);
    steps.push(done);
    state = done.nextState;
  }
  return steps;
}
const run = years(4);

describe("a year", () => {
  it("is pure: the same state and levers give the same bytes, and the state given is not changed", () => {
    const state = run[1].nextState;
    const before = JSON.stringify(state.expectedMargin);
    const [one, other] = [step(state, levers, context), step(state, levers, context)];
    expect(JSON.stringify(one.nextState.goneAhead)).toBe(JSON.stringify(other.nextState.goneAhead));
    expect([...one.equilibrium.originPrice]).toEqual([...other.equilibrium.originPrice]);
    expect(JSON.stringify(state.expectedMargin)).toBe(before);
  });

  it("follows the one before, and knows only the levers in force", () => {
    expect(run.map(({ year }) => year)).toEqual([2024, 2025, 2026, 2027]);
    const taxed = run.map(({ market }) => market.wedges.some(({ lever }) => lever === "tariff"));
    expect(taxed).toEqual([false, true, true, false]);
  });

  it("keeps the identities, with and without levers", () => {
    for (const { identities } of [...run, ...years(3, [])])
      for (const gap of Object.values(identities)) expect(gap).toBeLessThan(1e-9);
  });

  it("hands on what was bought for stock, and what was put into use", () => {
    const held = ({ nextState }: Step) => nextState.stocks.reduce((sum, { quantity }) => sum + quantity, 0);
    expect(run.map(held)).toEqual([0, 50, 50, 50]);
    expect(run.map(({ nextState }) => nextState.cohorts.length)).toEqual([1, 2, 3, 4]);
  });

  it("moves what investors expect towards the year by the share stated, in full where they take it in full", () => {
    const start = initialState(frame);
    const adaptive = step(start, [], context).nextState.expectedMargin;
    const whole = step(start, [], { ...context, expectations: "announced" }).nextState.expectedMargin;
    const { adaptation } = frame.parameters;
    start.expectedMargin.forEach((margin, i) => {
      expect(adaptive[i] - margin).toBeCloseTo(adaptation * (whole[i] - margin), 9);
    });
  });

  it("leaves out of them, where it can ask, what a duty adds that ends", () => {
    const duty = leverYear([
      {
        tariff: { importers: "USA", exporters: "CHN", goods: "magnet.*", rate: "80%", from: 2024, to: 2025 },
      },
    ]).levers;
    const asking: StepContext = {
      ...context,
      whatIf: (market, start) => {
        const solved = solveMarket(market, { start });
        return solved.ok ? solved.equilibrium : undefined;
      },
    };
    const at = frame.investors.findIndex(
      ({ node, project }) =>
        project === undefined &&
        frame.calibration.regions[frame.calibration.nodes.region[node]] === "USA" &&
        frame.calibration.nodes.technology[node].id === "magnet-standard",
    );
    const blind = years(2, duty)[1].nextState.expectedMargin[at];
    const seeing = years(2, duty, asking)[1].nextState.expectedMargin[at];
    expect(seeing).toBeLessThan(blind);
    expect(years(1, [], asking)[0].nextState.expectedMargin[at]).toBe(
      years(1, [])[0].nextState.expectedMargin[at],
    );
  });
});

describe("the terms of a year", () => {
  it("are neutral without levers, and gather what each lever adds", () => {
    expect(termsOf([], 2026)).toEqual(neutralTerms());
    const terms = termsOf(levers, 2026);
    expect(terms.sharedKnowHow).toMatchObject([{ regions: ["USA", "JPN"], annualCost: 1000 }]);
  });

  it("stand in the accounts as programmes of those who pay", () => {
    const terms = termsOf(levers, 2026);
    const { capital } = accountFrameOf(run[1].nextState, terms, context);
    const paid = capital.programmes.map(({ region, amount }) => [frame.calibration.regions[region], amount]);
    expect(paid).toEqual([
      ["USA", 1000],
      ["JPN", 1000],
    ]);
  });
});
