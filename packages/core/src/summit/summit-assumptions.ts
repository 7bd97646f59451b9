import type { Chain } from "../chain/chain.js";
import { IssueError } from "../errors/issue.js";

/** Accounting assumptions of the game, each a row `summit.…` with its range; payoffs depend on them without solving anything. */
export interface SummitAssumptions {
  /** Chance of a stop in a year, 0–1: not known. */
  readonly hazard: number;
  /** Share of a stop that a dealer is spared, 0–1. */
  readonly spared: number;
  /** Share of profit that stays where plants stand instead of going to their owners, 0–1. */
  readonly place: number;
  /** Weight ω of the member states in the decision of a customs union's seat, 0–1. */
  readonly unionWeight: number;
  /** Share of the flow before that reaches the stopped through others' re-exports, 0–1. */
  readonly leak: number;
  /** Real discount rate, 1/y. */
  readonly rate: number;
  /** Year at whose start payoffs are valued. */
  readonly asOf: number;
  /** A move needs more than the largest of: an amount, kUSD; a share of the gross items; a multiple of the solver's error. */
  readonly thresholdMoney: number;
  readonly thresholdShare: number;
  readonly thresholdError: number;
}

/** Low, central and high value of an assumption. */
export interface AssumedRange {
  readonly low: number;
  readonly central: number;
  readonly high: number;
}

/** @throws IssueError `MISSING_ASSUMPTION` where the chain has no row. */
export function rangeOf(
  chain: Chain,
  id: string,
  parameters: Readonly<Record<string, number>> = {},
): AssumedRange {
  const row = (chain.assumptions ?? []).find((candidate) => candidate.id === id);
  if (row === undefined)
    throw new IssueError([{ code: "MISSING_ASSUMPTION", path: "assumptions", expected: id }]);
  const central = parameters[id] ?? row.value;
  return { low: Math.min(row.low, central), central, high: Math.max(row.high, central) };
}

/** The ids of the rows by what they set. */
export const assumptionIds = {
  hazard: "summit.hazard",
  spared: "reaction.spared-share",
  place: "summit.profit-at-place",
  unionWeight: "summit.union-weight",
  leak: "summit.leak",
  rate: "horizon.discount-rate",
  asOf: "horizon.valuation-year",
  thresholdMoney: "summit.threshold-money",
  thresholdShare: "summit.threshold-share",
  thresholdError: "summit.threshold-error",
} as const satisfies Record<keyof SummitAssumptions, string>;

/** Central values, replaced by a scenario's parameters and then by what is asked. Money kUSD. */
export function summitAssumptions(
  chain: Chain,
  parameters: Readonly<Record<string, number>>,
  asked: Partial<SummitAssumptions> = {},
): SummitAssumptions {
  const value = (key: keyof SummitAssumptions) => rangeOf(chain, assumptionIds[key], parameters).central;
  return {
    hazard: value("hazard"),
    spared: value("spared"),
    place: value("place"),
    unionWeight: value("unionWeight"),
    leak: value("leak"),
    rate: value("rate"),
    asOf: value("asOf"),
    thresholdMoney: 1000 * value("thresholdMoney"),
    thresholdShare: value("thresholdShare"),
    thresholdError: value("thresholdError"),
    ...asked,
  };
}
