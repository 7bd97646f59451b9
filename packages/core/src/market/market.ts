/**
 * One year's numerical problem: frozen typed arrays. The solver sees wedges, capacities, limits; never a lever.
 *
 * Index spaces: origin o = (region, good) that can be supplied; buyer b = (region, good) that can be used;
 * arc a = origin → buyer of the same good, sorted by buyer; node k = process; use e = final demand of one end use in one region.
 * Quantities t/y, money kUSD, prices kUSD/t (= USD/kg).
 */
export interface Market {
  readonly regions: readonly string[];
  readonly goods: readonly string[];
  readonly origins: Origins;
  readonly buyers: Buyers;
  readonly arcs: Arcs;
  readonly nodes: Nodes;
  readonly uses: Uses;
  readonly wedges: readonly Wedge[];
  readonly controls: readonly Control[];
  readonly borderFloors: readonly BorderFloor[];
  readonly contracts: readonly Contract[];
  readonly supports: readonly Support[];
  readonly stockOrders: readonly StockOrder[];
}

/** Money per tonne of level from a treasury to a node; `nodes.support` holds the sums of these and of base support. */
export interface Support {
  readonly lever: string;
  readonly node: number;
  readonly perTonne: number;
  readonly payers: readonly Payer[];
}

/** A public purchase into (> 0) or release from (< 0) stock, t/y; `buyers.stockBuild` holds the sums. */
export interface StockOrder {
  readonly lever: string;
  readonly buyer: number;
  readonly quantity: number;
  readonly payers: readonly Payer[];
}

export interface Payer {
  readonly region: number;
  readonly share: number;
}

export interface Origins {
  readonly count: number;
  readonly region: Int32Array;
  readonly good: Int32Array;
  /** Lower bound of the origin price, φ − d; excess supply is disposed of there. */
  readonly disposalPrice: Float64Array;
  /** Supply that no node makes: recycled plus releases from stock at the origin, t/y ≥ 0. */
  readonly given: Float64Array;
}

export interface Buyers {
  readonly count: number;
  readonly region: Int32Array;
  readonly good: Int32Array;
  /** Dispersion θ, kUSD/t, > 0. */
  readonly theta: Float64Array;
  /** Fixed purchase into stock (≥ 0) less release from the buyer's stock (≤ use), t/y. */
  readonly stockBuild: Float64Array;
}

export interface Arcs {
  readonly count: number;
  /** First arc of each buyer; length buyers.count + 1. */
  readonly start: Int32Array;
  readonly origin: Int32Array;
  readonly buyer: Int32Array;
  /** ln N − h/θ, with N the capacity relative to base and h the cost of an unfamiliar source. −Infinity closes the route. */
  readonly logWeight: Float64Array;
  readonly freight: Float64Array;
  /** 1 where duty is on fob (origin price + export tax + exporter's rent), 0 where on cif. */
  readonly dutyOnFob: Uint8Array;
}

/** Delivered cost: fob = π(1+xᵃ)+xˢ+λ_X; cif = fob + f; c = cif + τ·V + v + λ_M. Rates of wedges on one arc add up. */
export interface Wedge {
  /** Lever address, or `base:…` for what was in force in the base year. */
  readonly lever: string;
  readonly kind: "duty" | "export-tax" | "levy";
  readonly arcs: Int32Array;
  /** Share of value (duty: of V; export-tax: of π; levy: must be 0) and kUSD/t, one entry an arc. */
  readonly adValorem: Float64Array;
  readonly specific: Float64Array;
}

/** 0 ≤ λ ≤ cap, complementary to limit − Σ coefficient·(flow or level) ≥ 0. */
export interface Control {
  readonly id: string;
  readonly lever: string;
  readonly limit: number;
  /** Infinity; for a tariff-rate quota the duty difference, kUSD/t. */
  readonly cap: number;
  /** Arcs bound, or nodes bound (an output quota); λ·coefficient is added to the cost of each. */
  readonly on: "arc" | "node";
  readonly members: Int32Array;
  readonly coefficient: Float64Array;
  /** exporter: λ is part of fob. importer: added after duty. On nodes: the node's region. */
  readonly rentTo: "exporter" | "importer";
  /** Content rule: c + (ρ − 1[covered])·μ with μ ≥ 0, revenue-neutral; coefficients may then be negative and limit 0. */
  readonly neutral: boolean;
}

/** Delivered cost is lifted to `reference`: gap = max(0, reference − landed); (1−ρ)·gap is levy, ρ·gap is kept by the exporter. */
export interface BorderFloor {
  readonly lever: string;
  readonly arcs: Int32Array;
  readonly reference: Float64Array;
  readonly exporterShare: number;
}

/** Contract for difference on a node's output: seller's net price = π + max(0, F − I) − upside·max(0, I − U). */
export interface Contract {
  readonly lever: string;
  readonly node: number;
  readonly good: number;
  /** Share of the node's output covered, 0–1. */
  readonly coverage: number;
  readonly strike: number;
  /** Index I = factor·π of `indexOrigin` (own price: the node's own origin, factor 1; foreign ex-works with VAT: factor 1.13). */
  readonly indexOrigin: number;
  readonly indexFactor: number;
  /** own-price: the top-up is strike − own price. index: strike − index. */
  readonly upsideStrike: number;
  readonly upsideShare: number;
  /** Who pays: region index and share, summing to 1. */
  readonly payers: readonly Payer[];
}

/** Logistic plants: y = K·u(m), m = Σ out·net price − Σ in·P − cost + support. */
export interface Nodes {
  readonly count: number;
  readonly id: readonly string[];
  readonly region: Int32Array;
  readonly capacity: Float64Array;
  /** Upper limit of utilisation by age, 0–1. */
  readonly ramp: Float64Array;
  readonly cost: Float64Array;
  readonly gamma: Float64Array;
  readonly support: Float64Array;
  readonly inStart: Int32Array;
  readonly inBuyer: Int32Array;
  readonly inCoefficient: Float64Array;
  readonly outStart: Int32Array;
  readonly outOrigin: Int32Array;
  readonly outCoefficient: Float64Array;
}

/** Final demand D(P_e); goods within a use share by logit a_g·exp(−P_g/gradeScale), or in fixed proportions where gradeScale = 0. */
export interface Uses {
  readonly count: number;
  readonly id: readonly string[];
  readonly region: Int32Array;
  readonly endUse: readonly string[];
  /** D̄·H·index, t/y at the base price. */
  readonly quantity: Float64Array;
  readonly basePrice: Float64Array;
  readonly elasticity: Float64Array;
  readonly choke: Float64Array;
  readonly gradeScale: Float64Array;
  readonly goodStart: Int32Array;
  readonly goodBuyer: Int32Array;
  /** ln a_g (logit) or the fixed share (gradeScale = 0). */
  readonly goodWeight: Float64Array;
}

/** Where to begin: only canonical points (the year before in the same run; the stored baseline of the same year). */
export interface StartPoint {
  readonly originPrice: Float64Array;
  readonly rent: Float64Array;
  /** Ids of the controls that the rents belong to, where they may differ from the market's. */
  readonly controls?: readonly string[];
  /** By buyer, kUSD/t: how far below its sources' price a released stock is taken. */
  readonly glut?: Float64Array;
  /** Opaque stored factor of the Jacobian there, if any. */
  readonly factor?: unknown;
}

export interface Equilibrium {
  readonly originPrice: Float64Array;
  readonly rent: Float64Array;
  /** P per buyer (with match cost), c per arc (delivered), q per arc, y per node, D per use, t/y per use good, z per origin. */
  readonly usePrice: Float64Array;
  readonly deliveredCost: Float64Array;
  readonly flow: Float64Array;
  readonly level: Float64Array;
  readonly demand: Float64Array;
  readonly demandByGood: Float64Array;
  readonly disposal: Float64Array;
  /** Gap of each border floor's arcs, in the order of borderFloors and their arcs, flattened. */
  readonly floorGap: Float64Array;
  /** By buyer, kUSD/t, where stocks are released: how far below its sources' price what is released is taken. */
  readonly glut?: Float64Array;
  /** Largest violation relative to capacity, recomputed from the answer by independent code. */
  readonly residual: number;
  readonly iterations: number;
  readonly factorisations: number;
  readonly ambiguous: boolean | undefined;
  /** Where the path of the wedges ends in another answer: its origin prices. */
  readonly otherOriginPrice?: Float64Array;
  readonly factor?: unknown;
}
