import type { BreakEven, HazardLine } from "../games/index.js";
import type { GainSplit } from "./club-goods.js";
import type { Reason } from "./reason.js";
import type { Stance } from "./profile.js";

/** What a summit comes to; money MUSD, present value, over all-hedge under the same rule. Coalitions are seats joined by commas. */
export interface SummitAnswer {
  readonly scenario: string;
  readonly unit: "MUSD";
  readonly players: readonly string[];
  /** Commit/hedge profiles, and how many of them differ in policy. */
  readonly profiles: number;
  readonly distinct: number;
  readonly response: ResponseAnswer;
  /** Gain that moves a seat. */
  readonly threshold: Readonly<Record<string, number>>;
  readonly assumptions: Readonly<Record<string, number>>;
  /** Gain by party (China and the rest of the world too) at the hazard assumed; and as constant − slope·p. */
  readonly payoffs: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly lines: Readonly<Record<string, Readonly<Record<string, HazardLine>>>>;
  /** Items of the same coalitions' gains by party. */
  readonly items: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, number>>>>>>;
  readonly stable: readonly string[];
  readonly largestStable: readonly string[];
  readonly potentiallyStable: readonly string[];
  /** Payments that would hold the coalition named, and the money it lacks. */
  readonly transfers: TransferAnswer;
  readonly shapley: Readonly<Record<string, number>>;
  readonly path: readonly Step[];
  /** From the empty table. */
  readonly start: readonly Step[];
  readonly endPoints: readonly {
    readonly coalition: string;
    readonly orders: number;
    readonly cycles: number;
  }[];
  readonly pivotal: readonly {
    readonly seat: string;
    readonly lossToRest: number;
    readonly pivotal: boolean;
  }[];
  /** Odds that a coalition is stable over the accounting assumptions, the likeliest first. */
  readonly likelihood: readonly { readonly coalition: string; readonly odds: number }[];
  readonly likelihoodDraws: number;
  /** The odds of the same coalitions over structural draws, each with accounting draws inside; empty without draws. */
  readonly structural: {
    readonly draws: number;
    readonly odds: readonly { readonly coalition: string; readonly odds: number }[];
  };
  /** Hazard at which committing to the grand coalition and leaving it tie; null where no chance between 0 and 1 makes them. */
  readonly breakEven: Readonly<
    Record<string, { readonly hedge: number | null; readonly deal: number | null }>
  >;
  /** Where commit is the better one: above or below that hazard, at every chance (always), at none (never). */
  readonly commitBetter: Readonly<
    Record<string, { readonly hedge: BreakEven["commitBetter"]; readonly deal: BreakEven["commitBetter"] }>
  >;
  /** What each seat does best with the others all joined, and with nobody joined, and which items of its account tip it. */
  readonly choices: {
    readonly ifAllJoin: Readonly<Record<string, SeatChoice>>;
    readonly ifNobodyJoins: Readonly<Record<string, SeatChoice>>;
  };
  /**
   * What each seat could concede a year, MUSD, before a deal is no better than what it can do without: with the others all joined, and
   * with nobody joined; below zero it would have to be paid, null where the rule sets the terms. And what is assumed.
   */
  readonly dealCeiling: {
    readonly assumed: number;
    readonly ifAllJoin: Readonly<Record<string, number | null>>;
    readonly ifNobodyJoins: Readonly<Record<string, number | null>>;
  };
  /** The grand coalition's gains by party, split into club goods and what is open to all; they add up. */
  readonly split: Readonly<Record<string, GainSplit>>;
  /** Profiles nobody gains by leaving alone, dealing included; where all profiles of the three stances were solved. */
  readonly rests?: readonly string[];
  /** Profiles that farsighted seats would not leave, for up to six: of three stances where all were solved, else of two. */
  readonly farsighted?: readonly string[];
  readonly seconds: number;
}

/** The best stance of a seat, and what it brings over joining (or over the second best where joining is best), MUSD; `for` and `against` hold the items that weigh most, largest first. */
export interface SeatChoice {
  readonly stance: Stance;
  readonly instead: Stance;
  readonly gain: number;
  /** The gain does not exceed what moves the seat. */
  readonly indifferent: boolean;
  readonly for: readonly Reason[];
  readonly against: readonly Reason[];
}

export interface ResponseAnswer {
  readonly rule: string;
  readonly by: string;
  readonly from: number;
  readonly to: number;
  /** What was played against the coalitions named. */
  readonly played: Readonly<Record<string, string>>;
  /** Where the best volume was searched: the share of the base year's that licences leave the coalitions named; 1 is no restriction. */
  readonly licences?: Readonly<Record<string, number>>;
  /** The menu against the grand coalition: what each answer costs who answers beside its best, and whether it would be chosen. */
  readonly menu: readonly { readonly response: string; readonly cost: number; readonly credible: boolean }[];
}

export interface Step {
  readonly mover: string;
  readonly from: Stance;
  readonly to: Stance;
  readonly gain: number;
  /** The item that speaks most for the move. */
  readonly item: string;
  readonly amount: number;
  readonly reasons: readonly Reason[];
}

export interface TransferAnswer {
  readonly coalition: string;
  /** Received, or paid where negative. */
  readonly transfers: Readonly<Record<string, number>>;
  readonly moved: number;
  readonly outsideMoney: number;
}
