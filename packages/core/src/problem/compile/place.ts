import { unknown, type Expression } from "./expression.js";

/**
 * One commodity in one region. A commodity is a good, or the part of a good that one seller with market power still owns.
 * The rows are balances; the expressions are what a further unit is worth there.
 */
export interface Place {
  readonly producedInto: number;
  readonly arrivesInto: number;
  readonly leavesFrom: number;
  readonly usedFrom: number;
  /** To producers in the region, before their subsidy. */
  readonly produce: Expression;
  /** To those who bring it in. */
  readonly arrive: Expression;
  /** To those who take it out. */
  readonly leave: Expression;
  /** To users in the region, before their subsidy. */
  readonly use: Expression;
  /** Money per unit that producers get, before their subsidy. */
  readonly received: Expression;
  /** Money per unit that users pay, before their subsidy. */
  readonly paid: Expression;
  /** Unknown cost of the cheapest import, where a levy starts from it. */
  readonly cheapest?: number;
  /** What leaving and arriving is worth where a region's own supply goes to its own users, if that differs. */
  readonly own?: { readonly leave?: Expression; readonly arrive?: Expression };
}

/** A place with one price for everybody. @param price the unknown, whose condition is the balance. */
export function onePrice(price: number): Place {
  const worth = unknown(price);
  return {
    producedInto: price,
    arrivesInto: price,
    leavesFrom: price,
    usedFrom: price,
    produce: worth,
    arrive: worth,
    leave: worth,
    use: worth,
    received: worth,
    paid: worth,
  };
}
