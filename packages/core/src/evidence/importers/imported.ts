import type { Issue } from "../../errors/issue.js";

/** What a mass counts: the product as shipped, its oxide content, or its content of elements. */
export type WeightBasis = "gross" | "REO" | "element";

/** One figure read from an official file, keyed as the row it would be in our tables. */
export interface ImportedFigure {
  readonly table: "mine_production" | "reserves" | "trade" | "derived";
  readonly id: string;
  readonly source: string;
  readonly year: number;
  /** Part of a year, as `2024-01/2024-04`, where the file does not cover it whole. */
  readonly period: string;
  readonly value: number | null;
  readonly unit: "t" | "t REO" | "%" | "MUSD" | "USD/kg";
  /** Of a mass, or of the mass behind a share or unit value. */
  readonly weight: WeightBasis;
  /** US dollars, where the file gives a value. */
  readonly valueUsd: number | null;
  readonly basis: "measured" | "reported" | "estimated" | "computed";
  readonly qualifier: "exact" | "at-least";
  readonly line: number;
}

/** What a file holds. With any issue the figures are for looking at, not for use. */
export interface Imported {
  readonly format: ImportFormat;
  readonly figures: readonly ImportedFigure[];
  /** Rows about other minerals or other statistics. */
  readonly skipped: number;
  readonly issues: readonly Issue[];
  readonly warnings: readonly Issue[];
}

export type ImportFormat = "usgs-mcs" | "comtrade-csv" | "comtrade-json" | "usitc-dataweb";

/** A row of `trade`, with what its id is made of. */
export interface TradeFigure extends ImportedFigure {
  readonly table: "trade";
  readonly heading: string;
  readonly reporter: string;
  readonly partner: string;
  readonly flow: "imports" | "exports";
}

export interface ImportContext {
  readonly file: string;
  /** Names of economies as the files write them, to our codes. */
  readonly places: ReadonlyMap<string, string>;
}

/** Collects figures; the same row twice is a warning, two rows that disagree are an issue. */
export class Collector {
  readonly issues: Issue[] = [];
  readonly warnings: Issue[] = [];
  skipped = 0;
  private readonly figures = new Map<string, ImportedFigure>();

  constructor(private readonly file: string) {}

  add(figure: ImportedFigure): void {
    const earlier = this.figures.get(figure.id);
    if (earlier === undefined) {
      this.figures.set(figure.id, figure);
      return;
    }
    const at = { file: this.file, line: figure.line, path: figure.id, details: { firstLine: earlier.line } };
    const same = earlier.value === figure.value && earlier.valueUsd === figure.valueUsd;
    if (same) this.warnings.push({ code: "DUPLICATE_ROW", ...at });
    else this.issues.push({ code: "CONFLICTING_ROWS", ...at, found: [earlier.value, figure.value] });
  }

  /** Joins a figure with one of the same id that holds the other half, its mass or its value. */
  join(figure: ImportedFigure): void {
    const earlier = this.figures.get(figure.id);
    if (earlier === undefined) {
      this.add(figure);
      return;
    }
    const known = {
      ...figure,
      value: figure.value ?? earlier.value,
      valueUsd: figure.valueUsd ?? earlier.valueUsd,
    };
    const adds =
      (figure.value !== null && earlier.value === null) ||
      (figure.valueUsd !== null && earlier.valueUsd === null);
    if (adds) this.figures.set(figure.id, known);
    else this.add(known);
  }

  problem(code: string, line: number, found: unknown, expected?: unknown): void {
    this.issues.push({ code, file: this.file, line, found, ...(expected === undefined ? {} : { expected }) });
  }

  done(format: ImportFormat): Imported {
    const figures = [...this.figures.values()];
    if (figures.length === 0 && this.issues.length === 0)
      this.issues.push({ code: "NOTHING_FOUND", file: this.file });
    return { format, figures, skipped: this.skipped, issues: this.issues, warnings: this.warnings };
  }
}
