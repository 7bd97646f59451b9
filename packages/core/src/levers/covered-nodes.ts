import type { Parties } from "../fields/parties.js";
import type { MarketEdit } from "../market/edit.js";

/** A node that a lever reaches, and the share of its output: 1 by place or plant, the owners' share by ownership. */
export interface CoveredNode {
  readonly node: number;
  readonly share: number;
}

/** Nodes making one of the goods that stand in the regions, are the plants, or are owned by the owners; each once. */
export function coveredNodes(edit: MarketEdit, parties: Parties, outputs: readonly string[]): CoveredNode[] {
  const shares = new Map<number, number>();
  const whole = [
    ...(parties.regions.length > 0 ? edit.nodes({ regions: parties.regions, outputs }) : []),
    ...(parties.plants.length > 0 ? edit.nodes({ plants: parties.plants, outputs }) : []),
  ];
  for (const node of whole) shares.set(node, 1);
  const owned = parties.owners.length > 0 ? edit.nodes({ owners: parties.owners, outputs }) : [];
  for (const node of owned) if (!shares.has(node)) shares.set(node, ownedShare(edit, node, parties.owners));
  return [...shares].sort(([a], [b]) => a - b).map(([node, share]) => ({ node, share }));
}

function ownedShare(edit: MarketEdit, node: number, owners: readonly string[]): number {
  let share = 0;
  for (const owner of edit.owners(node)) if (owners.includes(owner.region)) share += owner.share;
  return Math.min(1, share);
}

/** The node's outputs among the goods: the good's index, the origin it is sold from, and t per t of level. */
export function outputsOf(
  edit: MarketEdit,
  node: number,
  goods: readonly string[],
): { good: number; origin: number; coefficient: number }[] {
  const { nodes, origins } = edit.market;
  const found = [];
  for (let o = nodes.outStart[node]; o < nodes.outStart[node + 1]; o++) {
    const origin = nodes.outOrigin[o];
    const good = origins.good[origin];
    const coefficient = nodes.outCoefficient[o];
    if (coefficient > 0 && goods.includes(edit.market.goods[good])) found.push({ good, origin, coefficient });
  }
  return found;
}
