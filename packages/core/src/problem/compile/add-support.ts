import { addDispersedSupport } from "./add-dispersed-support.js";
import { addTo, combine, unknown, type Expression } from "./expression.js";
import type { Place } from "./place.js";
import { turningPrice } from "./turning-price.js";
import type { UnitBuilder } from "./unit-builder.js";
import type { FloorMechanism } from "../market-problem.js";

/** Unknowns of a floor or ceiling; −1 where the mechanism has none. */
export interface SupportUnknowns {
  readonly node: number;
  readonly mechanism: PriceRule["mechanism"];
  readonly price: number;
  /** Per unit: the payment, the value of the right to sell or buy, or the levy. */
  readonly perUnit: number;
  /** With dispersion: the value of the right to sell out of the region (floor), or to buy out of it (ceiling). */
  readonly gate: number;
  readonly purchased: number;
  /** Imports after the levy. */
  readonly imports: number;
}

/** What the right to trade at a regulated price is worth where the market would clear at another. */
export function rightOf({ mechanism, price }: PriceRule, clearing: number): number {
  return Math.max(0, (mechanism === "ceiling" ? -1 : 1) * (price - clearing));
}

/** A floor, or a ceiling, of one node. */
export interface PriceRule {
  readonly mechanism: FloorMechanism | "ceiling";
  readonly price: number;
}

export interface Supported {
  readonly place: Place;
  readonly support: SupportUnknowns;
}

/**
 * Puts the wedge of a floor or a ceiling on a place. What the price does there decides which of two sets of conditions
 * holds; `regime` settles that beforehand, for a search that does not find it.
 */
export function addSupport(
  builder: UnitBuilder,
  node: number,
  good: number,
  plain: Place,
  { mechanism, price }: PriceRule,
  regime: "held" | "open" | undefined,
): Supported {
  const none = { node, mechanism, price, perUnit: -1, gate: -1, purchased: -1, imports: -1 };
  if (mechanism === "purchase") return addPurchases(builder, good, plain, none);
  if (plain.producedInto !== plain.usedFrom) return addDispersedSupport(builder, good, plain, none, regime);
  if (mechanism === "border") return addBorderFloor(builder, good, plain, none);
  if (regime === "open") return { place: plain, support: none };
  const sign = mechanism === "ceiling" ? -1 : 1;
  const { perUnit, regulated } = turningPrice(builder, good, plain.produce, price, sign, regime);
  return { place: withRegulated(plain, mechanism, regulated), support: { ...none, perUnit } };
}

/** Who sees the regulated price, and who the price at which the market would clear. */
function withRegulated(plain: Place, mechanism: PriceRule["mechanism"], at: Expression): Place {
  if (mechanism === "ceiling") return { ...plain, produce: at, arrive: at, received: at, paid: at };
  if (mechanism === "regulated") return { ...plain, leave: at, use: at, received: at, paid: at };
  return { ...plain, produce: at, received: at };
}

function addPurchases(builder: UnitBuilder, good: number, plain: Place, none: SupportUnknowns): Supported {
  const purchased = builder.quantity(good);
  addTo(builder, purchased, plain.use, 1);
  builder.constant(purchased, -none.price);
  builder.linear(plain.usedFrom, purchased, -1);
  return { place: plain, support: { ...none, purchased } };
}

/** Imports arrive at a price of their own; the levy lifts it to the floor, the same for every origin. */
function addBorderFloor(builder: UnitBuilder, good: number, plain: Place, none: SupportUnknowns): Supported {
  const before = builder.price(good);
  const imports = builder.quantity(good);
  const levy = builder.payment(good);
  const after = combine([1, unknown(before)], [1, unknown(levy)]);
  builder.linear(before, imports, -1);
  builder.linear(plain.arrivesInto, imports, 1);
  addTo(builder, imports, after, 1);
  addTo(builder, imports, plain.arrive, -1);
  addTo(builder, levy, after, 1);
  builder.constant(levy, -none.price);
  const place = { ...plain, arrivesInto: before, arrive: unknown(before) };
  return { place, support: { ...none, perUnit: levy, imports } };
}
