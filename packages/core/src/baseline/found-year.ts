import type { Text } from "../chain/chain.js";
import type { BaseNode, BaseWedge, Baseline, OwnerShare, Project } from "./baseline.js";

export type Grade = "A" | "B" | "C" | "D";

/** Where a figure comes from. Sources are ids of the table of sources; none for an assumption. */
export interface Provenance {
  readonly sources: readonly string[];
  readonly grade: Grade;
  readonly reason: string;
}

/** The base year as found: figures that contradict each other, before the balance. Quantities t/y, prices kUSD/t. */
export interface FoundYear {
  readonly year: number;
  /** Relative standard deviation by grade, and of a route that only a gravity prior knows. */
  readonly spread: Readonly<Record<Grade, number>>;
  readonly routeSpread: number;
  readonly nodes: readonly FoundNode[];
  readonly origins: readonly FoundOrigin[];
  readonly uses: readonly FoundUse[];
  readonly figures: readonly FoundFigure[];
  readonly quotes: readonly FoundQuote[];
  readonly trade: FoundTrade;
  readonly wedges: readonly BaseWedge[];
  readonly projects: readonly Project[];
  /** Rows with their origin that are no quantity of the balance. */
  readonly rows?: readonly FoundRow[];
  readonly demandIndex: Baseline["demandIndex"];
  /** Years of use that users hold in stock. */
  readonly cover: number;
  /** Stored answer of the balance (see `weightedBalance`); computed anew where it does not fit. */
  readonly multipliers?: readonly number[];
}

export interface FoundNode extends Omit<BaseNode, "capacity" | "owners">, Provenance {
  /** Nameplate; where it is not known, utilisation gives it from the balanced level. */
  readonly capacity?: number;
  readonly utilisation?: number;
  /** Relative standard deviation of each output where the basket of the feed is not known; their sum stays fixed. */
  readonly outputSpread?: number;
  readonly owners: readonly OwnerShare[];
}

export interface FoundOrigin {
  readonly region: string;
  readonly good: string;
  readonly price: number;
  /** Where nothing is unsold in the base year, the price at which makers would store or throw away; else the price itself. */
  readonly disposalPrice: number;
  readonly disposal?: { readonly quantity: number } & Provenance;
  readonly recycled?: { readonly quantity: number } & Provenance;
}

/** A quote that an origin price is compared with, USD/kg without tax. */
export interface FoundQuote extends Provenance {
  readonly id: string;
  readonly region: string;
  readonly good: string;
  readonly price: number;
}

/** A price, plant to come, growth of demand, duty or unit cost, and where it comes from. `regions` and `good` may be patterns. */
export interface FoundRow extends Provenance {
  readonly id: string;
  readonly kind: "price" | "project" | "growth" | "wedge" | "cost";
  readonly name?: string;
  readonly good?: string;
  readonly technology?: string;
  readonly endUse?: string;
  readonly regions: string;
  readonly year?: number;
  readonly value: number;
  readonly unit: string;
}

/** World use of one good in one end use and the shares of regions. */
export interface FoundUse extends Provenance {
  readonly endUse: string;
  readonly good: string;
  readonly quantity: number;
  readonly shares: Readonly<Record<string, number>>;
}

/** A figure about sums of quantities; `terms` as in `figure-terms.ts`. */
export interface FoundFigure extends Provenance {
  readonly id: string;
  readonly what: Text;
  readonly terms: string;
  readonly value: number;
  readonly unit: string;
  /** `check` figures are compared with the balance and do not enter it. */
  readonly role: "balance" | "check";
}

export interface FoundTrade {
  /** Great-circle distance in km, by origin then destination, in the order of the regions. */
  readonly distance: readonly (readonly number[])[];
  readonly homeDistance: number;
  readonly distanceDecay: number;
  /** Later rows win; 0 closes. Regions may be lists joined by +, goods patterns with *. */
  readonly routes: readonly {
    readonly good: string;
    readonly from: string;
    readonly to: string;
    readonly factor: number;
  }[];
  /** kUSD/t by stage: at home; else fixed + distance/1000·perThousand. */
  readonly freight: Readonly<
    Record<string, { readonly home: number; readonly fixed: number; readonly perThousand: number }>
  >;
}
