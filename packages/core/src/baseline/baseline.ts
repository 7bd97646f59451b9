/**
 * The balanced base year: every tonne accounted for, every price named. Quantities t/y, prices kUSD/t (= USD/kg), 2024 USD.
 * Mass balances exactly per origin: output + recycled = disposal + Σ flows out; per buyer: Σ flows in = final + process use + stock build.
 */
export interface Baseline {
  readonly year: number;
  readonly nodes: readonly BaseNode[];
  readonly origins: readonly BaseOrigin[];
  readonly flows: readonly BaseFlow[];
  readonly wedges: readonly BaseWedge[];
  readonly uses: readonly BaseUse[];
  /** Announced plants and expansions that the horizon may complete. */
  readonly projects: readonly Project[];
  /** Growth of final demand, index to the base year, by end use and region, one value a year of `years`. */
  readonly demandIndex: { readonly years: readonly number[]; readonly rows: readonly DemandIndexRow[] };
  readonly figures: readonly BalancedFigure[];
  /** Routes that no plan can open: physically or legally impossible. Routes without base flow are open otherwise. */
  readonly closedRoutes?: readonly ClosedRoute[];
}

export interface ClosedRoute {
  readonly good: string;
  readonly from: string;
  readonly to: string;
}

/** A process node: one technology in one region (or one plant of it). */
export interface BaseNode {
  readonly id: string;
  /** Evidence id of the plant where the node is one plant. */
  readonly plant?: string;
  readonly region: string;
  readonly technology: string;
  readonly capacity: number;
  readonly level: number;
  /** t per t of level; these override the technology's where the plant's own basket or yield is known. */
  readonly inputs: Readonly<Record<string, number>>;
  readonly outputs: Readonly<Record<string, number>>;
  readonly supplyElasticity: number;
  /** Base support, kUSD per t of level, for a plant that runs below cost; ends after `supportUntil`. */
  readonly support: number;
  readonly supportUntil?: number;
  /** Unit cost where evidence gives one, kUSD per t of level; else calibrated. */
  readonly cost?: number;
  readonly owners: readonly OwnerShare[];
}

export interface OwnerShare {
  readonly region: string;
  readonly share: number;
}

export interface BaseOrigin {
  readonly region: string;
  readonly good: string;
  readonly price: number;
  /** φ − d: the lowest price at which the good is sold rather than stored or thrown away. */
  readonly disposalPrice: number;
  readonly disposal: number;
  /** Recycled supply that no node makes (end-of-life and old scrap), t/y. */
  readonly recycled: number;
}

export interface BaseFlow {
  readonly good: string;
  readonly from: string;
  readonly to: string;
  readonly quantity: number;
  /** Freight and insurance, kUSD/t. */
  readonly freight: number;
  /** True for a route whose share is a prior (grade D), not a figure. */
  readonly prior: boolean;
}

/** A duty or export tax in force in the base year. */
export interface BaseWedge {
  readonly id: string;
  readonly kind: "duty" | "export-tax";
  readonly from: string;
  readonly to: string;
  readonly good: string;
  readonly adValorem: number;
  readonly specific: number;
}

export interface BaseUse {
  readonly endUse: string;
  readonly region: string;
  /** Use of each good at base prices, t/y. */
  readonly goods: Readonly<Record<string, number>>;
  /** Users' stock, years of use. */
  readonly cover: number;
}

export interface Project {
  readonly id: string;
  readonly name: string;
  /** Evidence id of the plant or deposit. */
  readonly plant?: string;
  readonly region: string;
  readonly technology: string;
  readonly capacity: number;
  readonly inputs: Readonly<Record<string, number>>;
  readonly outputs: Readonly<Record<string, number>>;
  /** Earliest year of service as announced. */
  readonly year: number;
  /** Completion share at base prices, 0–1. */
  readonly completion: number;
  /** kUSD per t/y of level. */
  readonly capitalCost: number;
  readonly owners: readonly OwnerShare[];
  /** True where money is committed and work has begun. */
  readonly committed: boolean;
}

export interface DemandIndexRow {
  readonly endUse: string;
  readonly region: string;
  readonly values: readonly number[];
}

/** One figure of the balance: what was found, what it became and why. */
export interface BalancedFigure {
  readonly id: string;
  readonly what: string;
  readonly whatZh: string;
  readonly unit: string;
  readonly found: number;
  readonly balanced: number;
  /** What the other figures imply before the balance, where the figure is a sum of them. */
  readonly implied?: number;
  readonly grade: "A" | "B" | "C" | "D";
  readonly sources: readonly string[];
  readonly reason: string;
}
