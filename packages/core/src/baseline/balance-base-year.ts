import type { Chain } from "../chain/chain.js";
import { IssueError } from "../errors/issue.js";
import { assembleBaseline } from "./assemble-baseline.js";
import { balanceSystem } from "./balance-system.js";
import type { Baseline } from "./baseline.js";
import { weightedBalance } from "./weighted-balance.js";

/**
 * The balanced base year of a chain: every tonne accounted for by origin and by buyer to 1e-12 relative, every price named, and
 * in `figures` what was found and how far it moved. Deterministic; stored multipliers of the chain's file make it immediate.
 *
 * @throws IssueError `NO_BASE_YEAR` where the chain carries no figures; `BALANCE_INFEASIBLE` where they cannot be reconciled.
 */
export function baseline(chain: Chain): Baseline {
  const { baseline: balanced } = balanceBaseYear(chain);
  return balanced;
}

/** As `baseline`, with the multipliers to store and the number of Newton steps taken. */
export function balanceBaseYear(chain: Chain): {
  baseline: Baseline;
  multipliers: Float64Array;
  residual: number;
  iterations: number;
} {
  const year = chain.base;
  if (year === undefined) throw new IssueError([{ code: "NO_BASE_YEAR", found: chain.id }]);
  const system = balanceSystem(chain, year);
  const stored = year.multipliers?.length === system.problem.accounts.length ? year.multipliers : undefined;
  const { values, multipliers, residual, iterations } = weightedBalance(system.problem, stored);
  return { baseline: assembleBaseline(system, values), multipliers, residual, iterations };
}
