import type { Component } from "svelte";
import type { Shell } from "../shell.js";
import LabView from "./lab/LabView.svelte";

type ViewComponent = Component<{ shell: Shell }>;

export interface View {
  readonly id: "lab" | "summit" | "shock" | "evidence";
  /** What of it can stand alone in a frame; undefined where that is known only once its data is. */
  readonly pictures: readonly string[] | undefined;
  /** Loaded apart from the first screen; the page fetches all of them once it stands, so that it needs no server afterwards. */
  readonly load: () => Promise<{ readonly default: ViewComponent }>;
}

/** The views there are, in the order of their tabs. A new one is a folder here and a line. */
export const views: readonly View[] = [
  {
    id: "lab",
    pictures: ["price", "supply", "exposure", "accounts", "stages", "map"],
    load: () => Promise.resolve({ default: LabView }),
  },
  {
    id: "summit",
    pictures: ["gains", "stances", "hazard", "transfers"],
    load: () => import("./summit/SummitView.svelte"),
  },
  {
    id: "shock",
    pictures: ["unmet", "price", "stores", "losses"],
    load: () => import("./shock/ShockView.svelte"),
  },
  { id: "evidence", pictures: undefined, load: () => import("./evidence/EvidenceView.svelte") },
];

/** The picture a link asks for alone; undefined where its view has no such picture. */
export function pictureAlone(view: string, picture: string | undefined): string | undefined {
  const known = (views.find(({ id }) => id === view) ?? views[0])?.pictures;
  return picture !== undefined && (known?.includes(picture) ?? true) ? picture : undefined;
}
