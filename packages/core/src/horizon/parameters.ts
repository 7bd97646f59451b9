import type { Chain, TechnologyKind } from "../chain/chain.js";
import { IssueError, type Issue } from "../errors/issue.js";

/** How investors look ahead: at today's margins, at announced policy too, or expecting policy to lapse. */
export type Expectations = "adaptive" | "announced" | "relapse";

/** Constants of the years, from the chain's assumptions `horizon.…`; each is a row with range, grade and reason. */
export interface HorizonParameters {
  /** Weight of this year's margin in the margin that investors expect, 0–1. */
  readonly adaptation: number;
  /** Spread κ of the go-ahead, share of the annuity. */
  readonly goAheadSpread: number;
  /** Rise of price that investors expect per unit of expected shortage (share of capacity). */
  readonly scarcityPassThrough: number;
  /** Largest part of the annuity that motives outside the market may stand for. */
  readonly hiddenMotive: number;
  /** Largest starts a year as share of the kind's capacity in the world, and of a region's for generic new build. */
  readonly startCap: number;
  readonly newBuildCap: number;
  /** Years after which investors who expect a relapse think policy ends. */
  readonly relapseYears: number;
  /** Years from first output to full output, by kind. */
  readonly rampYears: Readonly<Record<TechnologyKind, number>>;
  readonly mothballUtilisation: number;
  readonly mothballYears: number;
  /** Cost of restarting mothballed capacity, share of capital cost. */
  readonly restartCost: number;
  /** Years of base output that stand behind a region's know-how, and how fast cost falls per doubling, by kind. */
  readonly experienceYears: number;
  readonly learningRate: Readonly<Record<TechnologyKind, number>>;
  /** Share of the frontier's experience open to all, and shared among members. */
  readonly openAccess: number;
  readonly sharedAccess: number;
  /** Output of the base year as share of what the feed holds, by kind: what is recovered and good enough for magnets. Losses fall as cost does. */
  readonly recovery: Readonly<Record<TechnologyKind, number>>;
  /** Share of what is recovered that is good enough for magnets in the base year, by kind; at least `recovery`. */
  readonly magnetGrade: Readonly<Record<TechnologyKind, number>>;
  /** Speed of habit φ, 1/y. */
  readonly habitSpeed: number;
  /** Real rate, 1/y, and year of present values, and the yearly rise of prices by which nominal money is worth less. */
  readonly discountRate: number;
  readonly valuationYear: number;
  readonly inflation: number;
  /** Capital cost of generic plants relative to the technology's, by region; absent = 1. */
  readonly capitalCostFactor: Readonly<Record<string, number>>;
}

const kinds: readonly TechnologyKind[] = ["mine", "separation", "metal", "magnet", "recycling"];

/** @throws IssueError `MISSING_ASSUMPTION` with every id that has no row. */
export function horizonParameters(
  chain: Chain,
  overrides: Readonly<Record<string, number>> = {},
): HorizonParameters {
  const rows = new Map((chain.assumptions ?? []).map((row) => [row.id, row.value]));
  const missing: Issue[] = [];
  const value = (name: string): number => {
    const found = overrides[`horizon.${name}`] ?? rows.get(`horizon.${name}`);
    if (found === undefined)
      missing.push({ code: "MISSING_ASSUMPTION", path: "assumptions", expected: `horizon.${name}` });
    return found ?? Number.NaN;
  };
  const byKind = (name: string) =>
    Object.fromEntries(kinds.map((kind) => [kind, value(`${name}.${kind}`)])) as Record<
      TechnologyKind,
      number
    >;
  const parameters: HorizonParameters = {
    adaptation: value("adaptation"),
    goAheadSpread: value("go-ahead-spread"),
    scarcityPassThrough: value("scarcity-pass-through"),
    hiddenMotive: value("hidden-motive"),
    startCap: value("start-cap"),
    newBuildCap: value("new-build-cap"),
    relapseYears: value("relapse-years"),
    rampYears: byKind("ramp-years"),
    mothballUtilisation: value("mothball-utilisation"),
    mothballYears: value("mothball-years"),
    restartCost: value("restart-cost"),
    experienceYears: value("experience-years"),
    learningRate: byKind("learning-rate"),
    openAccess: value("open-access"),
    sharedAccess: value("shared-access"),
    recovery: byKind("recovery"),
    magnetGrade: byKind("magnet-grade"),
    habitSpeed: value("habit-speed"),
    discountRate: value("discount-rate"),
    valuationYear: value("valuation-year"),
    inflation: value("inflation"),
    capitalCostFactor: Object.fromEntries(
      chain.regions.flatMap(({ id }) => {
        const factor = overrides[`capital-cost-factor.${id}`] ?? rows.get(`capital-cost-factor.${id}`);
        return factor === undefined ? [] : [[id, factor]];
      }),
    ),
  };
  const [first, ...rest] = missing;
  if (first !== undefined) throw new IssueError([first, ...rest]);
  return parameters;
}
