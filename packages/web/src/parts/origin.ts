/** Where a number comes from, as the card beside it shows it. */
export interface Origin {
  readonly title: string;
  /** The figure with its unit, as read. */
  readonly value: string;
  readonly unit: string;
  readonly year: number | undefined;
  readonly kind: "computed" | "set" | "found";
  /** Metric reference with year, for the command line. */
  readonly reference?: string;
  readonly text?: string;
  readonly equation?: string;
  /** Levers acting, or what else drives the figure. */
  readonly drivers?: readonly string[];
  readonly run?: string;
  readonly versions?: string;
  readonly sources?: readonly string[];
  readonly grade?: string;
  readonly assumption?: string;
}
