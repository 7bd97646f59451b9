import type { Component } from "svelte";
import type { Shell } from "../shell.js";
import LabView from "./lab/LabView.svelte";

type ViewComponent = Component<{ shell: Shell }>;

export interface View {
  readonly id: "lab" | "summit" | "shock" | "evidence";
  /** Loaded apart from the first screen; the page fetches all of them once it stands, so that it needs no server afterwards. */
  readonly load: () => Promise<{ readonly default: ViewComponent }>;
}

/** The views there are, in the order of their tabs. A new one is a folder here and a line. */
export const views: readonly View[] = [
  { id: "lab", load: () => Promise.resolve({ default: LabView }) },
  { id: "summit", load: () => import("./summit/SummitView.svelte") },
  { id: "shock", load: () => import("./shock/ShockView.svelte") },
  { id: "evidence", load: () => import("./evidence/EvidenceView.svelte") },
];
