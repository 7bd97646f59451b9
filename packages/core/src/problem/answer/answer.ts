/** The answer of `didym solve --json` to a market problem, without `schema` and `versions`. */
export interface ProblemAnswer {
  readonly status: "solved";
  /** Largest scaled violation of any equilibrium condition, recomputed from this answer. */
  readonly residual: number;
  readonly iterations: number;
  readonly prices: readonly PriceRow[];
  readonly supply: readonly QuantityRow[];
  readonly demand: readonly QuantityRow[];
  readonly processes: readonly { readonly id: string; readonly region: string; readonly level: number }[];
  readonly flows: readonly FlowRow[];
  readonly sales: readonly ({ readonly seller: string } & QuantityRow)[];
  readonly rents: readonly RentRow[];
  readonly floors: readonly FloorRow[];
  readonly ceilings: readonly { readonly region: string; readonly good: string; readonly excess: number }[];
  readonly revenue: { readonly duties: number; readonly exportTaxes: number };
  readonly welfare: Welfare;
  readonly unique: { readonly prices: boolean; readonly flows: boolean };
  /** Wall time, where the caller gave a clock; stands last. */
  readonly milliseconds?: number;
}

export interface PriceRow {
  readonly region: string;
  readonly good: string;
  /** What sellers receive, payments and subsidies included. */
  readonly supply: number;
  /** What buyers pay, subsidies included. */
  readonly demand: number;
}

export interface QuantityRow {
  readonly region: string;
  readonly good: string;
  readonly quantity: number;
}

export interface FlowRow {
  readonly from: string;
  readonly to: string;
  readonly good: string;
  readonly quantity: number;
  /** Transport cost per unit at this flow. */
  readonly cost: number;
}

export interface RentRow {
  readonly id: string;
  readonly perUnit: number;
  readonly total: number;
}

export interface FloorRow {
  readonly region: string;
  readonly good: string;
  /** Total money. */
  readonly payment?: number;
  readonly purchased?: number;
  readonly excess?: number;
}

export interface Welfare {
  readonly consumer: Readonly<Record<string, number>>;
  readonly producer: Readonly<Record<string, number>>;
  readonly total: number;
}
