import type { Grade } from "../baseline/found-year.js";
import type { Text } from "../chain/chain.js";

export type FactKind = "figure" | "price" | "project" | "growth" | "wedge" | "cost" | "assumption";

/** Ids of the chain that a row names; goods and regions may be patterns, `*` is all that no other row names. */
export interface FactNames {
  readonly good?: string | undefined;
  readonly technology?: string | undefined;
  readonly endUse?: string | undefined;
  readonly regions: string;
  readonly year?: number | undefined;
}

/** A row of the data that figures of a run rest on. */
export interface Fact {
  /** Id of the row, as `didym data show` prints it. */
  readonly id: string;
  readonly kind: FactKind;
  /** Its name in the data, where it has one. */
  readonly what?: Text;
  /** Of a row that is no quantity of the balance, what it is about. */
  readonly names?: FactNames;
  /** As found; `balanced` where the balance moved it. */
  readonly value: number;
  readonly balanced?: number;
  readonly low?: number;
  readonly high?: number;
  readonly unit: string;
  /** Ids of the table of sources; none for an assumption of the model. */
  readonly sources: readonly string[];
  readonly grade: Grade;
  readonly reason: string;
}

/** What a row is about; empty = everything. */
export interface Subject {
  readonly goods: readonly number[];
  readonly regions: readonly number[];
  readonly endUses: readonly string[];
  readonly technologies: readonly string[];
  /** The kind of lever that alone makes the row matter. */
  readonly lever?: string;
}

export interface FactAbout extends Subject {
  readonly fact: Fact;
  /** Size among its like, kUSD/y or t/y; larger rows come first. */
  readonly size: number;
  /** Of a row about one year to come. */
  readonly year?: number;
}
