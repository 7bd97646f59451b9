import type { Text } from "@didym/messages";

/** A path of the HTTP API: a command of the command line, asked for by its own name and flags. */
export interface Route {
  readonly method: "GET" | "POST";
  /** One part may stand in braces: it is the command's argument. */
  readonly path: string;
  readonly command: string;
  readonly brief: Text;
  /** Scenarios that a body names or holds: none, one, or two and more. */
  readonly scenarios: "none" | "one" | "many";
  /** Flags of the command that a body may give. Those that read or write files are never among them. */
  readonly flags: readonly string[];
  /** Largest values of flags, where more would hold up others. */
  readonly most?: Readonly<Record<string, number>>;
  /** Seconds after which a request is given up, unless it asks for less. */
  readonly seconds: number;
  /** Name of its answer among `answerSchemas`. */
  readonly answer: string;
}

/** Flags of `Route.flags` whose value is a scenario: a built-in name, `none`, or a document. */
export const scenarioFlags: readonly string[] = ["against"];

/** Global flags that a body may give. */
export const sharedNames: readonly string[] = ["lang", "seed", "time-limit", "no-timing", "no-cache"];
