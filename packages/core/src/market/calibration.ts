import type { Baseline } from "../baseline/baseline.js";
import type { Chain, Technology } from "../chain/chain.js";
import type { Support, Wedge } from "./market.js";

/**
 * What stays the same in every year and scenario of one chain: the index spaces and the constants that make the base year
 * its own solution. Quantities t/y, money kUSD, prices kUSD/t. Arrays are indexed as the spaces of `Market`.
 */
export interface Calibration {
  readonly chain: Chain;
  readonly baseline: Baseline;
  readonly regions: readonly string[];
  readonly goods: readonly string[];
  readonly origins: CalibratedOrigins;
  readonly buyers: CalibratedBuyers;
  readonly arcs: CalibratedArcs;
  readonly nodes: CalibratedNodes;
  readonly uses: CalibratedUses;
  readonly wedges: readonly Wedge[];
}

export interface CalibratedOrigins {
  readonly count: number;
  readonly region: Int32Array;
  readonly good: Int32Array;
  readonly disposalPrice: Float64Array;
  /** Base price; 0 for an origin that supplies nothing in the base year. */
  readonly price: Float64Array;
  readonly disposal: Float64Array;
  readonly recycled: Float64Array;
  /** Σ output·capacity + recycled in the base year, t/y: what N is relative to; 0 for an entrant. */
  readonly size: Float64Array;
}

export interface CalibratedBuyers {
  readonly count: number;
  readonly region: Int32Array;
  readonly good: Int32Array;
  readonly theta: Float64Array;
  /** Base use price P̄ = Σ s⁰c⁰; for a buyer without base use the world mean of the good. */
  readonly price: Float64Array;
  readonly use: Float64Array;
}

export interface CalibratedArcs {
  readonly count: number;
  readonly start: Int32Array;
  readonly origin: Int32Array;
  readonly buyer: Int32Array;
  readonly freight: Float64Array;
  readonly dutyOnFob: Uint8Array;
  /** Cost of an unfamiliar source, kUSD/t, for a qualified supplier of N = 1 (base suppliers) or of 1 t/y (entrants). */
  readonly unfamiliarity: Float64Array;
  /** Qualification cost of an entrant on this route, kUSD/t; 0 where a base flow exists. */
  readonly qualification: Float64Array;
  /** Share of `unfamiliarity` above the median supplier's, kUSD/t ≥ 0: what recognised qualification may remove. */
  readonly excess: Float64Array;
  /** 1 where the route is measured per tonne of capacity, since its origin or its buyer is new. */
  readonly entrant: Uint8Array;
  readonly flow: Float64Array;
}

export interface CalibratedNodes {
  readonly count: number;
  readonly id: readonly string[];
  readonly plant: readonly (string | undefined)[];
  readonly technology: readonly Technology[];
  readonly region: Int32Array;
  readonly capacity: Float64Array;
  readonly level: Float64Array;
  readonly cost: Float64Array;
  readonly gamma: Float64Array;
  readonly inStart: Int32Array;
  readonly inBuyer: Int32Array;
  readonly inCoefficient: Float64Array;
  readonly outStart: Int32Array;
  readonly outOrigin: Int32Array;
  readonly outCoefficient: Float64Array;
  /** Support in force in the base year, paid by the node's region, and the last year of each (Infinity where open). */
  readonly support: readonly Support[];
  readonly supportUntil: readonly number[];
  /** Shares of ownership by region index, per node. */
  readonly owners: readonly (readonly { readonly region: number; readonly share: number }[])[];
  readonly kind: readonly ("base" | "project" | "new-build")[];
}

export interface CalibratedUses {
  readonly count: number;
  readonly id: readonly string[];
  readonly region: Int32Array;
  readonly endUse: readonly string[];
  readonly quantity: Float64Array;
  readonly price: Float64Array;
  /** The exponent ε of the demand curve, chosen so that its elasticity at the base price is the stated one. */
  readonly exponentShort: Float64Array;
  readonly exponentLong: Float64Array;
  /** Elasticity that habit adds in the long run: ε_L − ε_S at the base price. */
  readonly habit: Float64Array;
  readonly choke: Float64Array;
  readonly gradeScale: Float64Array;
  readonly goodStart: Int32Array;
  readonly goodBuyer: Int32Array;
  readonly goodWeight: Float64Array;
  readonly goodQuantity: Float64Array;
  /** Demand index by use and year of the baseline, row-major: use × years. */
  readonly index: Float64Array;
}
