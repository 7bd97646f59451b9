import { addTo, combine, constant, unknown, type Expression } from "./expression.js";
import type { UnitBuilder } from "./unit-builder.js";

/** What lies between a clearing price and what a floor (sign 1) or a ceiling (−1) makes of it. */
export interface Turning {
  /** Unknown; −1 where the rule is taken to do nothing. */
  readonly perUnit: number;
  readonly regulated: Expression;
}

/**
 * 0 ≤ perUnit ⟂ sign · (regulated − price) ≥ 0, where regulated = clearing + sign · perUnit. A regime settles beforehand
 * which of the two is 0; perUnit may then have the wrong sign.
 */
export function turningPrice(
  builder: UnitBuilder,
  good: number,
  clearing: Expression,
  price: number,
  sign: 1 | -1,
  regime?: "held" | "open",
): Turning {
  if (regime === "open") return { perUnit: -1, regulated: clearing };
  const held = regime === "held";
  const perUnit = builder.payment(good, held ? -Infinity : 0);
  const regulated = combine([1, clearing], [1, unknown(perUnit, sign)]);
  addTo(builder, perUnit, regulated, sign);
  builder.constant(perUnit, -sign * price);
  return { perUnit, regulated: held ? constant(price) : regulated };
}
