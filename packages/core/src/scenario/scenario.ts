import type { Text } from "../chain/chain.js";

/** A scenario as it is computed: composed, checked, in inside units; plain JSON. */
export interface Scenario {
  readonly schema: "didym/scenario@1";
  readonly name: string;
  readonly title: Text;
  readonly description?: Text;
  /** First and last year, both included. */
  readonly horizon: readonly [number, number];
  /** Seats and regions that apply what is said of `members`. */
  readonly members: readonly string[];
  /** In the order in which they act: inherited ones first, responses of others last. */
  readonly levers: readonly ScenarioLever[];
  readonly parameters: Readonly<Record<string, number>>;
  readonly sources: readonly string[];
}

export interface ScenarioLever {
  /** Address: `ID.FIELD` everywhere. */
  readonly id: string;
  readonly kind: string;
  readonly from: number;
  readonly to: number;
  /** True under `response`: what another party does in answer. */
  readonly response: boolean;
  /** Name of the scenario that states it: the scenario itself, or one it extends. */
  readonly origin: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly sources: readonly string[];
  /** Set where the figures are assumed and not found: the reason in words. */
  readonly assumption?: string;
  readonly status?: LeverStatus;
}

export const leverStatuses = [
  "in-force",
  "announced",
  "proposed",
  "suspended",
  "ended",
  "hypothetical",
] as const;
export type LeverStatus = (typeof leverStatuses)[number];
