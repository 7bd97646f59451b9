import type { Catalogue, Language, Text } from "@didym/messages";
import type { Progress } from "../output/progress.js";
import type { Versions } from "../versions.js";
import type { GlobalFlags } from "./global-flags.js";

/** The outside world as a command sees it. */
export interface Context {
  readonly language: Language;
  readonly messages: Catalogue;
  readonly globals: GlobalFlags;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly stdin: () => AsyncIterable<Uint8Array>;
  /** Aborted by Ctrl-C and by --time-limit. */
  readonly signal: AbortSignal;
  readonly progress: Progress;
  /** One line to the person, on stderr. */
  readonly say: (line: string) => void;
  /** Bytes to stdout, for a command that talks for itself and resolves to no answer. */
  readonly write: (content: string) => Promise<void>;
  /** Picks the language of a text. */
  readonly words: (text: Text) => string;
  readonly versions: () => Promise<Versions>;
  /** Throws TIME_LIMIT or INTERRUPTED where the run has to stop; call it between pieces of work. */
  readonly throwIfStopped: () => void;
}
