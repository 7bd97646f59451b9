import type { Chain } from "../chain/chain.js";
import type { Issue } from "../errors/issue.js";
import type { Fields, Params } from "../fields/field.js";
import type { World } from "../fields/world.js";
import type { CompiledLever } from "./lever.js";

/** What decides whom and what a lever means: dates, names, members. */
export interface LeverScope {
  /** Address of the lever. */
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly world: World;
  readonly baseYear: number;
  /** Ids as in the scenario's `members`. */
  readonly members: readonly string[];
}

/** What a lever is compiled against: one run's chain and money too. */
export interface LeverContext extends LeverScope {
  readonly chain: Chain;
  /** Price level of a year relative to the base year's (inflation as data): nominal money is divided by it. */
  readonly priceLevel: (year: number) => number;
  /** Overnight capital cost of named projects, kUSD, where it is known. */
  readonly outlay?: Readonly<Record<string, number>>;
}

export type Effect = Pick<CompiledLever, "market" | "terms"> & { readonly warnings?: readonly Issue[] };

/** One kind of lever: its fields, what it acts on, and how it acts. */
export interface LeverDefinition<F extends Fields = Fields> {
  readonly kind: string;
  readonly fields: F;
  /** Names of what it acts on: two levers of a kind and file whose dates overlap must share none. */
  readonly targets: (params: Params<F>, scope: LeverScope) => Iterable<string>;
  /** Contradictions between fields; paths are field names. */
  readonly check?: (params: Params<F>) => readonly Issue[];
  readonly compile: (params: Params<F>, context: LeverContext) => Effect;
}

/** States a definition with the types of its fields, and forgets them for the register. */
export function defineLever<F extends Fields>(definition: LeverDefinition<F>): LeverDefinition {
  return definition as unknown as LeverDefinition;
}
