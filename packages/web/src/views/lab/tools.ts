import type { Catalogue, PageWords } from "@didym/messages";
import type { NameBook } from "../../format/names.js";
import type { Numbers } from "../../format/numbers.js";
import type { Description } from "../../worker/describe.js";
import type { ShownValue } from "../../worker/lever-rows.js";

/** What parts of the page share: the model's names, words, number formats. */
export interface Tools {
  readonly description: Description;
  readonly words: PageWords;
  /** Texts of levers and issues; undefined until they are fetched. */
  readonly texts: Catalogue | undefined;
  /** A lever's assumption in the present language, where there is one. */
  readonly assumption: (words: string) => { readonly text: string; readonly lang: "en" | "zh-CN" };
  readonly book: NameBook;
  readonly numbers: Numbers;
  /** A source by id in words. */
  readonly source: (id: string) => string;
  /** A field's value in the scenario opened, where it is known. */
  readonly openedValue: (lever: string, field: string) => ShownValue | undefined;
}
