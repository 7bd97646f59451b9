import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Language } from "@didym/messages";

/** What rows of the data say in English, in the reader's language as far as there is a translation. */
export interface DataWords {
  /** A reason, a note, the name of a project. */
  readonly text: (words: string) => string;
  readonly unit: (unit: string) => string;
  /** The title of a table by its name. */
  readonly table: (name: string, title: string) => string;
}

const asTheyStand: DataWords = {
  text: (words) => words,
  unit: (unit) => unit,
  table: (_name, title) => title,
};

/** Words of the data in a language; read only for a reader of Chinese. */
export async function dataWords(language: Language): Promise<DataWords> {
  if (language === "en") return asTheyStand;
  const { evidenceWords } = await import("@didym/messages/evidence");
  const { codes, tables } = evidenceWords(language);
  const path = createRequire(import.meta.url).resolve("@didym/data/translations.json");
  const texts = JSON.parse(await readFile(path, "utf8")) as Readonly<Record<string, string>>;
  return {
    text: (words) => texts[words] ?? words,
    unit: (unit) => codes[unit] ?? unit,
    table: (name, title) => tables[name] ?? texts[title] ?? title,
  };
}
