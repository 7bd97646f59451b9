import type { Component } from "svelte";
import type { Shell } from "../shell.js";
import LabView from "./lab/LabView.svelte";

export interface View {
  readonly id: "lab" | "summit" | "shock" | "evidence";
  readonly component: Component<{ shell: Shell }>;
}

/** The views there are, in the order of their tabs. A new one is a folder here and a line. */
export const views: readonly View[] = [{ id: "lab", component: LabView }];
