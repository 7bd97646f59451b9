import type { World } from "../fields/index.js";

/** What a scenario is read against. */
export interface ScenarioContext {
  readonly world: World;
  /** Base year and last year that can be computed. */
  readonly years: readonly [number, number];
  /** Scenarios that can be extended, by name, as they stand in their files. */
  readonly library?: Readonly<Record<string, unknown>>;
  /** Names extended by a file that does not say: the policies in force. */
  readonly inForce?: readonly string[];
  /** Values of fields that a file leaves out, by kind and field, from data. */
  readonly defaults?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Names allowed under `parameters`; any name without it. */
  readonly parameters?: readonly string[];
  /** Lowest and highest value that the evidence allows, by parameter; a value beyond is used with a warning. */
  readonly ranges?: Readonly<Record<string, readonly [number, number]>>;
}
