import type { Market } from "../../market/market.js";

/** Which routes can carry anything and which nodes can run, found by growing the set of things that exist until it stops growing. */
export function openRoutes(market: Market): { readonly arc: boolean[]; readonly node: boolean[] } {
  const { arcs, nodes, origins, buyers, controls } = market;
  const forbidden = { arc: new Set<number>(), node: new Set<number>() };
  for (const control of controls) {
    const plain = !control.neutral && control.coefficient.every((weight) => weight >= 0);
    if (!plain || control.limit > 0 || control.cap !== Infinity) continue;
    control.members.forEach((member, i) => control.coefficient[i] > 0 && forbidden[control.on].add(member));
  }
  const hasGood = Array.from(origins.given, (given) => given > 0);
  const getsGood = Array.from(buyers.stockBuild, (build) => build < 0);
  const arc = new Array<boolean>(arcs.count).fill(false);
  const node = new Array<boolean>(nodes.count).fill(false);
  for (let before = -1, now = 0; now !== before;) {
    before = now;
    for (let k = 0; k < nodes.count; k++) {
      const inputs = range(nodes.inStart, k).every(
        (i) => nodes.inCoefficient[i] <= 0 || getsGood[nodes.inBuyer[i]],
      );
      node[k] = inputs && nodes.capacity[k] > 0 && nodes.ramp[k] > 0 && !forbidden.node.has(k);
      if (node[k])
        for (const i of range(nodes.outStart, k)) hasGood[nodes.outOrigin[i]] ||= nodes.outCoefficient[i] > 0;
    }
    for (let a = 0; a < arcs.count; a++) {
      arc[a] = hasGood[arcs.origin[a]] && arcs.logWeight[a] > -Infinity && !forbidden.arc.has(a);
      if (arc[a]) getsGood[arcs.buyer[a]] = true;
    }
    now = arc.filter(Boolean).length + node.filter(Boolean).length;
  }
  return { arc, node };
}

export function range(start: Int32Array, k: number): number[] {
  return Array.from({ length: start[k + 1] - start[k] }, (_, i) => start[k] + i);
}
