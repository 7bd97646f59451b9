import type { OwnerShare } from "../baseline/baseline.js";
import type { Contract, Control, Market, Payer } from "./market.js";

/**
 * The hand that levers are given on a fresh copy of a year's market. Selections are by id and return index arrays;
 * an empty selection is no error. Every change names the lever it belongs to, so that accounts can attribute money.
 */
export interface MarketEdit {
  readonly market: Market;
  readonly year: number;
  /** Arcs of the goods from the given origins to the given destinations; routes inside one region only if `internal`. */
  arcs(selection: ArcSelection): Int32Array;
  nodes(selection: NodeSelection): Int32Array;
  regionIndex(region: string): number | undefined;
  originIndex(region: string, good: string): number | undefined;
  buyerIndex(region: string, good: string): number | undefined;
  duty(lever: string, arcs: Int32Array, adValorem: number, specific: number): void;
  exportTax(lever: string, arcs: Int32Array, adValorem: number, specific: number): void;
  levy(lever: string, arcs: Int32Array, specific: number): void;
  /** Removes every duty that other levers (whatever their order) and the base year put on these arcs. */
  dutyFree(lever: string, arcs: Int32Array): void;
  borderFloor(lever: string, arcs: Int32Array, reference: number, exporterShare: number): void;
  control(control: Control): void;
  /** Contracts on one output cover a tonne once: the higher strike first, the earlier lever at equal strikes. */
  contract(contract: Contract): void;
  support(lever: string, node: number, perTonne: number, payers: readonly Payer[]): void;
  stock(lever: string, buyer: number, quantity: number, payers: readonly Payer[]): void;
  closeRoutes(lever: string, arcs: Int32Array): void;
  /** Lowers (or raises) h of these arcs by kUSD/t. */
  shiftUnfamiliarity(lever: string, arcs: Int32Array, change: number): void;
  /** Raises the unit cost of a node by kUSD/t of level (an environmental cost). */
  addCost(lever: string, node: number, perTonne: number): void;
  /** Multiplies final demand at base prices of end uses in regions (a what-if, not a policy). */
  scaleDemand(lever: string, endUses: readonly string[], regions: readonly string[], factor: number): void;
  /**
   * Takes these arcs out of every export control and ban of other levers (a deal with the supplier); a finite `limit`, t/y,
   * binds them together instead.
   */
  exempt(lever: string, arcs: Int32Array, limit: number): void;
  /** Base-year flow on an arc, t/y (for "60% of 2024"). */
  baseFlow(arc: number): number;
  baseLevel(node: number): number;
  /** Base-year capacity of a node, t/y of level. */
  baseCapacity(node: number): number;
  /** Base-year use at a buyer (what flowed in), t/y. */
  baseUse(buyer: number): number;
  /** Base-year origin price, kUSD/t. */
  basePrice(origin: number): number;
  owners(node: number): readonly OwnerShare[];
  /** The edited copy; the market itself, not a copy, where nothing was changed. */
  finish(): Market;
}

export interface ArcSelection {
  readonly goods: readonly string[];
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly internal?: boolean;
}

export interface NodeSelection {
  readonly regions?: readonly string[];
  readonly plants?: readonly string[];
  /** Nodes of which the given regions own a share. */
  readonly owners?: readonly string[];
  readonly outputs?: readonly string[];
  readonly technologies?: readonly string[];
}
