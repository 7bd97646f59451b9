import type { ChainRows } from "./chain-file.js";

export type TableName = keyof ChainRows;
export type ColumnKind = "text" | "number" | "number?";

const ORIGIN = { source_id: "text", grade: "text", reason: "text" } as const;

/** The columns of each table of a chain, in the order of its file. */
export const CHAIN_COLUMNS: { readonly [T in TableName]: Readonly<Record<keyof ChainRows[T], ColumnKind>> } =
  {
    regions: {
      id: "text",
      name_en: "text",
      name_zh: "text",
      duty_base: "text",
      longitude: "number",
      latitude: "number",
      ...ORIGIN,
    },
    groups: { group: "text", region: "text" },
    seats: { id: "text", name_en: "text", name_zh: "text", region: "text" },
    goods: { id: "text", stage: "text", name_en: "text", name_zh: "text", made_from: "text" },
    elements: {
      element: "text",
      oxide: "text",
      share_of_oxide_good: "number",
      element_per_oxide: "number",
      light: "number",
      ...ORIGIN,
    },
    baskets: { deposit_id: "text", element: "text", value: "number", source_id: "text" },
    "class-baskets": { good: "text", deposit_id: "text", weight: "number", ...ORIGIN },
    "magnet-composition": {
      technology: "text",
      input: "text",
      content: "number",
      scrap_share: "number",
      scrap_recovery: "number",
      ...ORIGIN,
    },
    technologies: {
      id: "text",
      kind: "text",
      stage: "text",
      level_good: "text",
      leaves: "text",
      life: "number",
      ...ORIGIN,
    },
    "technology-coefficients": {
      technology: "text",
      direction: "text",
      good: "text",
      amount: "number",
      ...ORIGIN,
    },
    "end-uses": { id: "text", name_en: "text", name_zh: "text", goods: "text" },
    nodes: {
      id: "text",
      plant: "text",
      region: "text",
      technology: "text",
      level: "number",
      capacity: "number?",
      utilisation: "number?",
      basket: "text",
      ...ORIGIN,
    },
    "node-costs": { node: "text", cost: "number?", support: "number?", until: "number?", ...ORIGIN },
    owners: { owned: "text", region: "text", share: "number", ...ORIGIN },
    prices: {
      id: "text",
      region: "text",
      good: "text",
      role: "text",
      found: "number",
      unit: "text",
      per: "number",
      tax: "text",
      currency: "text",
      ...ORIGIN,
    },
    disposal: { region: "text", good: "text", quantity: "number", ...ORIGIN },
    recycled: { region: "text", good: "text", quantity: "number", ...ORIGIN },
    "uses-world": { end_use: "text", good: "text", quantity: "number", ...ORIGIN },
    "use-shares": { end_use: "text", good: "text", region: "text", share: "number", ...ORIGIN },
    figures: {
      id: "text",
      what: "text",
      what_zh: "text",
      terms: "text",
      role: "text",
      value: "number",
      unit: "text",
      ...ORIGIN,
    },
    routes: { good: "text", from: "text", to: "text", factor: "number", ...ORIGIN },
    wedges: {
      id: "text",
      kind: "text",
      from: "text",
      to: "text",
      except: "text",
      good: "text",
      ad_valorem: "number",
      specific: "number",
      ...ORIGIN,
    },
    projects: {
      id: "text",
      name: "text",
      plant: "text",
      region: "text",
      technology: "text",
      capacity: "number",
      year: "number",
      status: "text",
      capital_cost: "number?",
      basket: "text",
      ...ORIGIN,
    },
    "demand-growth": { end_use: "text", region: "text", year: "number", index: "number", ...ORIGIN },
    assumptions: { id: "text", value: "number", low: "number", high: "number", unit: "text", ...ORIGIN },
  };

interface Reference {
  readonly table: TableName;
  readonly column: string;
  /** Several names in one cell. */
  readonly separator?: string;
  /** A name may end in `*`. */
  readonly pattern?: boolean;
  readonly also?: readonly string[];
}

const REGION: Reference = { table: "regions", column: "id" };
const REGIONS: Reference = { ...REGION, separator: "+", also: ["*"] };
const ANY_REGION: Reference = { ...REGION, also: ["*"] };
const GOOD: Reference = { table: "goods", column: "id" };
const GOODS: Reference = { ...GOOD, pattern: true };
const TECHNOLOGY: Reference = { table: "technologies", column: "id" };
const END_USE: Reference = { table: "end-uses", column: "id" };
const DEPOSITS: Reference = { table: "baskets", column: "deposit_id", separator: "+" };

/** What each column may name. */
export const REFERENCES: { readonly [T in TableName]?: Readonly<Record<string, Reference>> } = {
  groups: { region: REGION },
  seats: { region: REGION },
  elements: { oxide: GOOD },
  "class-baskets": { good: GOOD, deposit_id: DEPOSITS },
  "magnet-composition": { technology: TECHNOLOGY, input: GOOD },
  goods: { made_from: GOOD },
  technologies: { level_good: GOOD, leaves: GOOD },
  "technology-coefficients": { technology: TECHNOLOGY, good: GOOD },
  "end-uses": { goods: { ...GOOD, separator: " " } },
  nodes: { region: REGION, technology: TECHNOLOGY, basket: DEPOSITS },
  "node-costs": { node: { table: "nodes", column: "id" } },
  owners: { region: REGION },
  prices: { region: ANY_REGION, good: GOOD },
  disposal: { region: REGION, good: GOOD },
  recycled: { region: REGION, good: GOOD },
  "uses-world": { end_use: END_USE, good: GOOD },
  "use-shares": { end_use: END_USE, good: GOODS, region: REGION },
  routes: { good: GOODS, from: REGIONS, to: REGIONS },
  wedges: { from: REGIONS, to: REGIONS, except: REGIONS, good: GOODS },
  projects: { region: REGION, technology: TECHNOLOGY, basket: DEPOSITS },
  "demand-growth": { end_use: END_USE, region: ANY_REGION },
};
