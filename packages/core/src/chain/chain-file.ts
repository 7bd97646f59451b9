/** A chain as compiled from its folder of tables: rows as found in the data, not yet resolved. `loadChain` makes a Chain of it. */
export interface ChainFile {
  readonly schema: "didym/chain@1";
  readonly id: string;
  readonly version: string;
  readonly hash: string;
  readonly year: number;
  readonly tables: ChainTables;
  /** Great-circle distance in km by origin then destination, in the order of the regions. */
  readonly distance: readonly (readonly number[])[];
  /** Stored answer of the balance at the assumptions as they stand. */
  readonly multipliers?: readonly number[];
}

export type ChainTables = { readonly [T in keyof ChainRows]: readonly ChainRows[T][] };

/** One row of each table. Every row that holds a figure carries `source_id` (several joined by `;`), `grade` and `reason`. */
export interface ChainRows {
  regions: {
    id: string;
    name_en: string;
    name_zh: string;
    duty_base: string;
    longitude: number;
    latitude: number;
  } & Origin;
  groups: { group: string; region: string };
  seats: { id: string; name_en: string; name_zh: string; region: string };
  /** `made_from`: of a metal, the oxide it is reduced from. */
  goods: { id: string; stage: string; name_en: string; name_zh: string; made_from: string };
  elements: {
    element: string;
    oxide: string;
    share_of_oxide_good: number;
    element_per_oxide: number;
    light: number;
  } & Origin;
  baskets: { deposit_id: string; element: string; value: number; source_id: string };
  "class-baskets": { good: string; deposit_id: string; weight: number } & Origin;
  "magnet-composition": {
    technology: string;
    input: string;
    content: number;
    scrap_share: number;
    scrap_recovery: number;
  } & Origin;
  /** `leaves`: of a separation that takes out the light oxides only, the good that holds the rest. */
  technologies: {
    id: string;
    kind: string;
    stage: string;
    level_good: string;
    leaves: string;
    life: number;
  } & Origin;
  "technology-coefficients": { technology: string; direction: string; good: string; amount: number } & Origin;
  "end-uses": { id: string; name_en: string; name_zh: string; goods: string };
  nodes: {
    id: string;
    plant: string;
    region: string;
    technology: string;
    level: number;
    capacity: number | null;
    utilisation: number | null;
    basket: string;
  } & Origin;
  "node-costs": { node: string; cost: number | null; support: number | null; until: number | null } & Origin;
  owners: { owned: string; region: string; share: number } & Origin;
  /** USD/kg without tax = found / per / (1 + VAT where `tax` says so) / exchange rate of the currency. */
  prices: {
    id: string;
    region: string;
    good: string;
    role: string;
    found: number;
    unit: string;
    per: number;
    tax: string;
    currency: string;
  } & Origin;
  disposal: { region: string; good: string; quantity: number } & Origin;
  recycled: { region: string; good: string; quantity: number } & Origin;
  "uses-world": { end_use: string; good: string; quantity: number } & Origin;
  /** Rows of one good win over those of a pattern that holds it. */
  "use-shares": { end_use: string; good: string; region: string; share: number } & Origin;
  figures: {
    id: string;
    what: string;
    what_zh: string;
    terms: string;
    role: string;
    value: number;
    unit: string;
  } & Origin;
  routes: { good: string; from: string; to: string; factor: number } & Origin;
  wedges: {
    id: string;
    kind: string;
    from: string;
    to: string;
    except: string;
    good: string;
    ad_valorem: number;
    specific: number;
  } & Origin;
  projects: {
    id: string;
    name: string;
    plant: string;
    region: string;
    technology: string;
    capacity: number;
    year: number;
    status: string;
    capital_cost: number | null;
    basket: string;
  } & Origin;
  "demand-growth": { end_use: string; region: string; year: number; index: number } & Origin;
  assumptions: Assumption;
}

interface Origin {
  source_id: string;
  grade: string;
  reason: string;
}

/** A parameter that is assumed or taken over, with its range. The most specific id wins (`ids.md` names them). */
export interface Assumption extends Origin {
  id: string;
  value: number;
  low: number;
  high: number;
  unit: string;
}
