import type { Source } from "../data/source.js";

/** The source whose citation is shown. */
export const citing = $state<{ source: Source | undefined }>({ source: undefined });
