/** The condition that an answer breaks most. */
export interface Violation {
  readonly condition: Condition;
  /** Index of the origin, arc, buyer, node, use or control. */
  readonly index: number;
  /** Relative to capacity (quantities) or to price (money). */
  readonly size: number;
}

export type Condition =
  | "finite"
  | "delivered-cost"
  | "floor-gap"
  | "share"
  | "use-price"
  | "level"
  | "demand"
  | "purchase"
  | "clearing"
  | "disposal"
  | "control";

export class Ledger {
  worst: Violation = { condition: "finite", index: -1, size: 0 };

  note(condition: Condition, index: number, size: number): void {
    const seen = size >= 0 ? size : Infinity;
    if (seen > this.worst.size) this.worst = { condition, index, size: seen };
  }
}
