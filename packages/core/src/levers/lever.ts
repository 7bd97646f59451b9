import type { Issue } from "../errors/issue.js";
import type { MarketEdit } from "../market/edit.js";
import type { YearTerms } from "../horizon/terms.js";

/**
 * A lever after compilation: dated, addressed, and able to do only two things, both pure in effect:
 * edit a year's market (wedges, controls, floors, contracts, supports, stock orders, routes) and edit the year's terms
 * (what investors, plants and learners see). The solver and the horizon never ask what kind of lever it is.
 */
export interface CompiledLever {
  /** Address in the scenario: its `id`, by default its kind, then `kind-2`, … */
  readonly id: string;
  readonly kind: string;
  readonly from: number;
  readonly to: number;
  readonly market?: (edit: MarketEdit, year: number) => void;
  readonly terms?: (terms: YearTerms, year: number) => void;
  readonly warnings: readonly Issue[];
}
