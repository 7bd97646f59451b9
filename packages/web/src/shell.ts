import type { Catalogue, PageWords } from "@didym/messages";
import type { NameBook } from "./format/names.js";
import type { Numbers } from "./format/numbers.js";
import type { Client } from "./model/client.js";
import type { Edits } from "./state/edits.js";
import type { Page } from "./state/page.svelte.js";
import type { Settings } from "./state/settings.svelte.js";
import type { Document, Library } from "./state/to-document.js";
import type { Description } from "./worker/describe.js";

/** What every view is given: the page's state, the reader's settings, the model, and words in the present language. */
export interface Shell {
  readonly page: Page;
  readonly settings: Settings;
  readonly client: Client;
  /** The model a second time, for what takes seconds: the levers' answers never wait for it. */
  readonly background: Client;
  readonly description: Description;
  readonly words: PageWords;
  /** Texts of metrics, levers and issues; undefined until they are fetched. */
  readonly texts: Catalogue | undefined;
  /** A lever's assumption, the reason or the unit of an assumption in the present language, as far as there is one. */
  readonly assumption: (words: string) => { readonly text: string; readonly lang: "en" | "zh-CN" };
  readonly book: NameBook;
  readonly numbers: Numbers;
  /** Built-in and opened scenarios. */
  readonly library: Library;
  /** The land mask of the map, TopoJSON. */
  readonly land: unknown;
  /** A picture shown alone, for frames in other pages. */
  readonly embed: string | undefined;
  readonly source: (id: string) => string;
  readonly documentOf: (edits: Edits) => Document;
  /** Takes in a scenario of the visitor's own and opens it. @throws IssueError. */
  readonly openOwn: (document: Document) => Promise<void>;
}
