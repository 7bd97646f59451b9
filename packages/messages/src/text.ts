/** A text in both languages, for words that belong to one place only. */
export interface Text {
  readonly en: string;
  readonly zh: string;
}

/** The languages Didym speaks: English and simplified Chinese. */
export type Language = "en" | "zh";

/** What a person may read about a stable code, id or name. */
export interface Explanation {
  readonly title: string;
  readonly text: string;
  /** The equation in the symbols of docs/model.md, where there is one. */
  readonly equation?: string;
  /** Where it comes from. */
  readonly source?: string;
}
