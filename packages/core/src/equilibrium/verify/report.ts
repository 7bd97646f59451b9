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

/** Keeps the worst violation noted; what is not a number is worse than any. */
export class Ledger {
  condition: Condition = "finite";
  index = -1;
  size = 0;

  note(condition: Condition, index: number, size: number): void {
    if (size <= this.size) return;
    this.condition = condition;
    this.index = index;
    this.size = size > 0 ? size : Infinity;
  }

  get worst(): Violation {
    return { condition: this.condition, index: this.index, size: this.size };
  }
}
