import type { Market } from "../../market/market.js";

export interface OpenRoutes {
  readonly arc: Uint8Array;
  readonly node: Uint8Array;
  /** Buyers that a route reaches; stock given at the buyer is no route. */
  readonly reached: Uint8Array;
}

/** Which routes can carry anything and which nodes can run, found by growing the set of things that exist until it stops growing. */
export function openRoutes(market: Market): OpenRoutes {
  const { arcs, nodes, origins, buyers } = market;
  const forbidden = forbiddenParts(market);
  const hasGood = new Uint8Array(origins.count);
  for (let o = 0; o < origins.count; o++) hasGood[o] = origins.given[o] > 0 ? 1 : 0;
  const arc = new Uint8Array(arcs.count);
  const node = new Uint8Array(nodes.count);
  const reached = new Uint8Array(buyers.count);
  for (let before = -1, found = 0; found !== before;) {
    before = found;
    found = 0;
    for (let k = 0; k < nodes.count; k++) {
      if (forbidden.node[k] === 1 || !(nodes.capacity[k] > 0) || !(nodes.ramp[k] > 0)) continue;
      node[k] = 1;
      for (let i = nodes.inStart[k]; i < nodes.inStart[k + 1]; i++) {
        const b = nodes.inBuyer[i];
        if (nodes.inCoefficient[i] > 0 && reached[b] === 0 && buyers.stockBuild[b] >= 0) node[k] = 0;
      }
      if (node[k] === 0) continue;
      found += 1;
      for (let i = nodes.outStart[k]; i < nodes.outStart[k + 1]; i++) {
        if (nodes.outCoefficient[i] > 0) hasGood[nodes.outOrigin[i]] = 1;
      }
    }
    for (let a = 0; a < arcs.count; a++) {
      if (hasGood[arcs.origin[a]] === 0 || arcs.logWeight[a] === -Infinity || forbidden.arc[a] === 1)
        continue;
      found += 1;
      arc[a] = 1;
      reached[arcs.buyer[a]] = 1;
    }
  }
  return { arc, node, reached };
}

/** A quota of nothing, whose rent has no cap, forbids what it counts. */
function forbiddenParts({ arcs, nodes, controls }: Market) {
  const forbidden = { arc: new Uint8Array(arcs.count), node: new Uint8Array(nodes.count) };
  for (const control of controls) {
    const plain = !control.neutral && control.coefficient.every((weight) => weight >= 0);
    if (!plain || control.limit > 0 || control.cap !== Infinity) continue;
    for (let i = 0; i < control.members.length; i++) {
      if (control.coefficient[i] > 0) forbidden[control.on][control.members[i]] = 1;
    }
  }
  return forbidden;
}
