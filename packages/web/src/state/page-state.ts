import type { Language } from "@didym/messages";
import { openScenario, type Edits } from "./edits.js";

/** What is looked at. */
export interface Look {
  readonly region: string;
  readonly good: string;
  /** Elements counted together in the flow picture, joined by +. */
  readonly element: string;
  /** Good whose shipments the map shows. */
  readonly shipment: string;
}

/** All that undo, links and language changes carry. Plain, immutable. */
export interface PageState {
  readonly edits: Edits;
  readonly view: string;
  readonly language: Language;
  readonly look: Look;
  /** What views other than the Lab choose, as written in links: `stop.by` to `CHN`. Only what differs from their own defaults. */
  readonly choices: Choices;
}

export type Choices = Readonly<Record<string, string>>;

/** What can be undone, as data: words are added where it is shown. */
export type ChangeName =
  | `lever ${string}`
  | `preset ${string}`
  | `view ${string}`
  | `add ${string}`
  | `without ${string}`
  | "language"
  | "look"
  | "choice"
  | "stance"
  | "assumption"
  | "reset"
  | "import";

export const defaults = {
  scenario: "washington-2026",
  view: "lab",
  year: 2030,
  look: { region: "JPN", good: "oxide.NdPr", element: "Nd+Pr", shipment: "magnet.NdFeB-high-temperature" },
} as const;

export function beginState(language: Language): PageState {
  return {
    edits: openScenario(defaults.scenario),
    view: defaults.view,
    language,
    look: defaults.look,
    choices: {},
  };
}
