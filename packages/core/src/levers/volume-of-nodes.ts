import type { MarketEdit } from "../market/edit.js";
import { outputsOf, type CoveredNode } from "./covered-nodes.js";

/** What the covered shares of nodes can make of the goods at full capacity, and made in the base year, t/y. */
export function volumeOfNodes(
  edit: MarketEdit,
  nodes: readonly CoveredNode[],
  goods: readonly string[],
): { capacity: number; base: number } {
  let capacity = 0;
  let base = 0;
  for (const { node, share } of nodes)
    for (const { coefficient } of outputsOf(edit, node, goods)) {
      capacity += share * coefficient * edit.market.nodes.capacity[node];
      base += share * coefficient * edit.baseLevel(node);
    }
  return { capacity, base };
}
