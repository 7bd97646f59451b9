import type { Chain } from "../chain/chain.js";
import { IssueError } from "../errors/issue.js";
import type { StockRule } from "./shock-spec.js";

/** @throws IssueError `MISSING_ASSUMPTION` where the chain has no row. */
export function stockRuleOf(chain: Chain): StockRule {
  const value = (id: string): number => {
    const row = (chain.assumptions ?? []).find((candidate) => candidate.id === id);
    if (row === undefined)
      throw new IssueError([{ code: "MISSING_ASSUMPTION", path: "assumptions", expected: id }]);
    return row.value;
  };
  return { drawShare: value("shock.draw-share"), refillMonths: value("shock.refill-months") };
}
