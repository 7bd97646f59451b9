import type { Column } from "../command/answer.js";

type Extra = Omit<Column, "key" | "title" | "kind">;

function columnOf(kind: Column["kind"]) {
  return (key: string, en: string, zh: string, extra: Extra = {}): Column => ({
    key,
    title: { en, zh },
    kind,
    ...extra,
  });
}

/** Columns by the kind of their cells: key, title in English, title in Chinese. */
export const textColumn = columnOf("text");
export const numberColumn = columnOf("number");
export const integerColumn = columnOf("integer");
export const yearColumn = columnOf("year");
export const flagColumn = columnOf("boolean");
