import type { ScenarioLever } from "../scenario/scenario.js";

/** What a power sees when it answers: who has done what, and what prices were in the base year. */
export interface Situation {
  /** Who answers. */
  readonly responder: string;
  /** Regions of those who have committed, in the order in which they did (EUX for the EU's seat). */
  readonly committed: readonly string[];
  /** Regions that seek, or are offered, an arrangement of their own. */
  readonly courted: readonly string[];
  /** Years of the answer, both included. */
  readonly from: number;
  readonly to: number;
  readonly baseYear: number;
  /** Goods of the chain. */
  readonly goods: readonly string[];
  /** Levers of the package answered. */
  readonly levers: readonly ScenarioLever[];
  /** Base-year price at the responder's, kUSD/t (USD/kg). */
  readonly basePrice: (good: string) => number;
  /** What the responder's makers of a good earn above their cost of making a tonne of it at base prices, kUSD/t. */
  readonly aboveCost: (good: string) => number;
  /** Intermediate goods, not bought by end uses, whose largest input this is. */
  readonly madeOf: (good: string) => readonly string[];
}

/** Sizes of the answers: assumptions, rows of data. */
export interface ReactionSettings {
  /** Goods of the squeeze and of the price war: names or patterns. */
  readonly squeezed: readonly string[];
  readonly fought: readonly string[];
  /** Volume that licences leave, share of the base year. */
  readonly licenceVolume: number;
  /** Most of the price cut of a war, share of the base price; the margin above cost bounds it too. */
  readonly priceCut: number;
  /** Growth of what plants outside could make since the base year, as a share, beyond which a war begins. */
  readonly outsideGrowth: number;
  /** Share of the base-year volume that a dealer is spared, and what it concedes, kUSD/y each. */
  readonly sparedShare: number;
  readonly concession: number;
}

/** An entry of a scenario's `response`: one key, the lever's kind. */
export type LeverEntry = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** A rule that turns a situation into levers. Pure; no entry means no answer. */
export interface Reaction {
  readonly id: string;
  readonly answer: (situation: Situation, settings: ReactionSettings) => readonly LeverEntry[];
}
