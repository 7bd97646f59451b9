import type { Text } from "@didym/messages";

export type Cell = string | number | boolean | null;

/** A column; `key` names it in files, `title` for people. Numbers are right-aligned; years are not grouped. */
export interface Column {
  readonly key: string;
  readonly title: Text;
  readonly kind: "text" | "number" | "integer" | "year" | "boolean";
  readonly unit?: string;
  /** Decimals shown to people; files hold the full number. */
  readonly decimals?: number;
}

/** Rows in the order of `columns`. */
export interface Table {
  readonly name: string;
  readonly title?: Text;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** For machines: written by `--out` and `--format`, drawn for people only where `--table` names it. */
  readonly quiet?: boolean;
}

/** A document that `--out` writes beside the tables. */
export interface OutFile {
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** What a command found: the JSON document, and the same as tables or text for people. */
export interface Answer {
  readonly data: unknown;
  /** The document has a published format of its own: schema and versions are not added. */
  readonly bare?: boolean;
  readonly tables: readonly Table[];
  /** Printed instead of tables where people read (a page of help, a script, a document). */
  readonly text?: string | Uint8Array;
  readonly files?: readonly OutFile[];
  /** Lines for stderr. */
  readonly notes?: readonly string[];
  /** 0 unless a check failed (5). */
  readonly exitCode?: 0 | 5;
}
