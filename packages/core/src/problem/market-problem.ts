/** Curves with their goods as indices; lists run in the order of `goods`. */
export type Curve =
  | { readonly form: "inverse-linear" | "linear"; readonly intercept: number; readonly slope: number }
  | {
      readonly form: "isoelastic";
      readonly quantity: number;
      readonly price: number;
      readonly elasticity: number;
    }
  | { readonly form: "fixed"; readonly quantity: number }
  | {
      readonly form: "golombek";
      readonly a: number;
      readonly b: number;
      readonly c: number;
      readonly limit: number;
    }
  | { readonly form: "steps"; readonly steps: readonly (readonly [quantity: number, price: number])[] }
  | SystemCurve;

export type SystemCurve =
  | {
      readonly form: "linear-system" | "inverse-linear-system";
      readonly intercept: readonly number[];
      readonly slope: readonly (readonly number[])[];
    }
  | {
      readonly form: "isoelastic-system";
      readonly quantity: readonly number[];
      readonly price: readonly number[];
      readonly elasticity: readonly (readonly number[])[];
    }
  | {
      readonly form: "ces";
      readonly quantity: readonly number[];
      readonly price: readonly number[];
      readonly sigma: number;
      readonly elasticity: number;
    };

export interface CurveRow {
  readonly region: number;
  /** One good, or those of a system. */
  readonly goods: readonly number[];
  readonly curve: Curve;
  readonly capacity: number;
}

export interface Process {
  readonly id: string;
  readonly region: number;
  readonly inputs: readonly (readonly [good: number, amount: number])[];
  readonly outputs: readonly (readonly [good: number, amount: number])[];
  readonly cost: number;
  readonly costSlope: number;
  readonly capacity: number;
  /** Paid per unit of level. */
  readonly subsidy: number;
}

export interface Wedge {
  readonly adValorem: number;
  readonly specific: number;
}

export interface Duty extends Wedge {
  readonly base: "cif" | "fob";
}

export interface Arc {
  readonly from: number;
  readonly to: number;
  readonly good: number;
  readonly cost: number;
  readonly slope: number;
  readonly power: number;
  readonly capacity: number;
  readonly exportTax: Wedge;
  readonly duty: Duty;
  /** Indices into `quotas`. */
  readonly quotas: readonly number[];
  /** Index into `tariffRateQuotas`, −1 if none. */
  readonly tariffRateQuota: number;
}

export interface Quota {
  readonly id: string;
  readonly limit: number;
  readonly rentTo: "importer" | "exporter" | "split";
}

export interface TariffRateQuota {
  readonly id: string;
  readonly limit: number;
  readonly inQuota: Wedge;
  readonly overQuota: Wedge;
  readonly base: "cif" | "fob";
}

export type FloorMechanism = "deficiency-payment" | "purchase" | "regulated" | "border";

export interface Floor {
  readonly region: number;
  readonly good: number;
  readonly price: number;
  readonly mechanism: FloorMechanism;
}

export interface Ceiling {
  readonly region: number;
  readonly good: number;
  readonly price: number;
}

export interface Firm {
  readonly id: string;
  readonly region: number;
  readonly good: number;
  readonly cost: number;
  readonly costSlope: number;
  readonly capacity: number;
}

/** A seller with market power: who owns which supply of a good, and what it takes as given. */
export interface Seller {
  readonly id: string;
  readonly good: number;
  /** Region index, or −1 for a firm or for "*". */
  readonly region: number;
  /** Firm index, or −1. */
  readonly firm: number;
  readonly kind: "cournot" | "monopoly" | "leader";
  readonly ownsTransport: boolean;
}

export interface BenchmarkFlow {
  readonly from: number;
  readonly to: number;
  readonly good: number;
  readonly flow: number;
  readonly price: number;
  readonly delivered?: number;
}

/** A problem with names resolved to indices, wildcards written out and defaults filled in. */
export interface MarketProblem {
  readonly regions: readonly string[];
  readonly goods: readonly string[];
  readonly supply: readonly CurveRow[];
  readonly demand: readonly CurveRow[];
  readonly processes: readonly Process[];
  readonly arcs: readonly Arc[];
  /** Per unit, by node (region · goods + good). */
  readonly supplySubsidy: Float64Array;
  readonly demandSubsidy: Float64Array;
  readonly floors: readonly Floor[];
  readonly ceilings: readonly Ceiling[];
  readonly quotas: readonly Quota[];
  readonly tariffRateQuotas: readonly TariffRateQuota[];
  readonly sellers: readonly Seller[];
  readonly firms: readonly Firm[];
  /** θ by good. */
  readonly dispersion: Float64Array;
  readonly benchmark: readonly BenchmarkFlow[];
  /** True where a good may be thrown away at no cost. */
  readonly freeDisposal: readonly boolean[];
  /** Nodes of dispersed goods that are held to buy nothing; whether they want nothing is for the verifier to say. */
  readonly idle?: ReadonlySet<number>;
  /** Nodes of dispersed goods from which nothing is taken to be sold. */
  readonly shut?: ReadonlySet<number>;
  /** What a leader is held to sell in each region, while a better choice is looked for. */
  readonly leaderSales?: ReadonlyMap<number, number>;
  /** Tiers of tariff-rate quotas that arcs are taken to use, by arc; both where absent. */
  readonly tiers?: ReadonlyMap<number, readonly ("in" | "over")[]>;
  /** Whether the floor or ceiling of a node is taken to hold the price or to leave it open; the search finds out where absent. */
  readonly regimes?: ReadonlyMap<number, "held" | "open">;
}

/** Index of a region's market for a good. */
export function nodeOf(problem: Pick<MarketProblem, "goods">, region: number, good: number): number {
  return region * problem.goods.length + good;
}

/** The region and the good of a market, by the index that `nodeOf` gives it. */
export function placeOf(problem: Pick<MarketProblem, "goods">, node: number): [region: number, good: number] {
  return [Math.floor(node / problem.goods.length), node % problem.goods.length];
}

/** Whether a regulated price of the region may keep its sellers (side 1: a floor) or buyers (−1: a ceiling) from trading all they want. */
export function isRationed(
  { floors, ceilings }: Pick<MarketProblem, "floors" | "ceilings">,
  region: number,
  good: number,
  side: 1 | -1,
): boolean {
  const rules = side < 0 ? ceilings : floors.filter((floor) => floor.mechanism === "regulated");
  return rules.some((rule) => rule.region === region && rule.good === good);
}
