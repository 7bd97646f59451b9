import type { BreakEven, HazardLine } from "../games/index.js";
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
  /** Hazard from which on committing to the grand coalition beats leaving it; null where the lines are parallel. */
  readonly breakEven: Readonly<
    Record<string, { readonly hedge: number | null; readonly deal: number | null }>
  >;
  /** Where commit is the better one: above or below that hazard, always, never. */
  readonly commitBetter: Readonly<
    Record<string, { readonly hedge: BreakEven["commitBetter"]; readonly deal: BreakEven["commitBetter"] }>
  >;
  /** Profiles that farsighted seats would not leave, for up to six; absent beyond. */
  readonly farsighted?: readonly string[];
  readonly seconds: number;
}

export interface ResponseAnswer {
  readonly rule: string;
  readonly by: string;
  readonly from: number;
  readonly to: number;
  /** What was played against the coalitions named. */
  readonly played: Readonly<Record<string, string>>;
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
