/** What a row names, in the reader's language; a name that the row does not have is `elsewhere`. */
export interface NamedRow {
  readonly good: string;
  readonly where: string;
  readonly endUse: string;
  readonly technology: string;
  readonly year: string;
}

export interface FactWords {
  readonly price: (row: NamedRow) => string;
  readonly growth: (row: NamedRow) => string;
  readonly wedge: (row: NamedRow) => string;
  readonly cost: (row: NamedRow) => string;
  /** What stands for all that no other row names. */
  readonly elsewhere: string;
}
