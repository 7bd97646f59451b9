import type { FoundYear } from "../baseline/found-year.js";
import type { Assumption } from "./chain-file.js";

/** What exists: regions, goods, technologies, end uses. Data, not code: another mineral is another folder. */
export interface Chain {
  readonly id: string;
  readonly version: string;
  /** Content hash of the compiled data. */
  readonly hash: string;
  readonly regions: readonly Region[];
  readonly goods: readonly Good[];
  readonly technologies: readonly Technology[];
  readonly endUses: readonly EndUse[];
  /** Group id to member regions, for example EU to DEU, FRA, ITA, EUX. */
  readonly groups: Readonly<Record<string, readonly string[]>>;
  readonly seats: readonly Seat[];
  /** Parameters with range, grade and reason, as the chain's data gives them. */
  readonly assumptions?: readonly Assumption[];
  /** The base year as found, before the balance. */
  readonly base?: FoundYear;
}

export interface Text {
  readonly en: string;
  readonly zh: string;
}

export interface Region {
  readonly id: string;
  readonly name: Text;
  /** Base on which the region's customs value duties. */
  readonly dutyBase: "cif" | "fob";
  /** Real cost of capital, 1/y. */
  readonly costOfCapital: number;
  /** For the map, degrees. */
  readonly longitude: number;
  readonly latitude: number;
}

export interface Good {
  readonly id: string;
  readonly stage: "concentrate" | "oxide" | "metal" | "magnet";
  readonly name: Text;
  /** t of element per t of good (oxide or metal content), for element accounts. */
  readonly elements: Readonly<Record<string, number>>;
  /** Elasticity of sourcing σ at the base price; θ = P̄/σ. */
  readonly sourcingElasticity: number;
  /** Cost of an unqualified source, share of the base price, and years until it is gone. */
  readonly qualificationCost: number;
  readonly qualificationYears: number;
}

export type TechnologyKind = "mine" | "separation" | "metal" | "magnet" | "recycling";

/** One way of making something; the level y is in t/y of `levelGood` (an output for mines, metals, magnets; the feed for separation). */
export interface Technology {
  readonly id: string;
  readonly kind: TechnologyKind;
  readonly stage: Good["stage"];
  readonly levelGood: string;
  /** t per t of level. */
  readonly inputs: Readonly<Record<string, number>>;
  readonly outputs: Readonly<Record<string, number>>;
  /** Supply elasticity in value added at the base point. */
  readonly supplyElasticity: number;
  /** Overnight capital cost of generic new build, kUSD per t/y of level; lead time and life in years. */
  readonly capitalCost: number;
  readonly leadTime: number;
  readonly life: number;
}

export interface EndUse {
  readonly id: string;
  readonly name: Text;
  /** Goods that serve it; several goods substitute by logit. */
  readonly goods: readonly string[];
  readonly elasticityShort: number;
  readonly elasticityLong: number;
  /** Scale of the logit between goods, USD/kg; 0 = fixed proportions. */
  readonly gradeScale: number;
  /** Downstream value added, kUSD per t used (so the choke price is base price + this). */
  readonly valueAdded: number;
  /** Mean life in use, y; shape of the Weibull; collection and recovery shares at end of life. */
  readonly life: number;
  readonly lifeShape: number;
  readonly collection: number;
  readonly recovery: number;
}

export interface Seat {
  readonly id: string;
  readonly name: Text;
  /** Regions whose accounts the seat holds (the EU seat holds EUX). */
  readonly regions: readonly string[];
}
