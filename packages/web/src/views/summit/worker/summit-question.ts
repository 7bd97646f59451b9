import type { Profile, SummitAssumptions } from "@didym/core/summit";
import type { ScenarioDocument } from "../../../worker/laboratory.js";

/** Assumptions of the accounts that the reader may set; those left out are the data's. */
export type Assumed = Partial<
  Pick<SummitAssumptions, "hazard" | "spared" | "unionWeight" | "rate" | "place">
>;

/** The game that is played: a package, China's answer, and what is assumed. */
export interface SummitGame {
  readonly document: ScenarioDocument;
  /** A rule of the menu or `credible`; undefined for licences where the scenario states an answer, else none. */
  readonly response: string | undefined;
  readonly minimum: number;
  /** Duty of members on contested goods of seats outside, share of value. */
  readonly penalty: number;
  /** MUSD to a seat that joins, present value. */
  readonly pay: Readonly<Record<string, number>>;
  readonly assumed: Assumed;
}

/** One table of it: seat i commits or deals where bit i is set. */
export interface SummitQuestion extends SummitGame {
  readonly profile: Profile;
}
