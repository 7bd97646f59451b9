import type { Market } from "../../market/market.js";

/** What can carry a flow at all; the rest is left out so that no price has to run to infinity. 1 = live. */
export interface LiveParts {
  readonly arc: Uint8Array;
  readonly node: Uint8Array;
  readonly origin: Uint8Array;
  readonly buyer: Uint8Array;
  /** Buyers given a release from stock. */
  readonly buyerGiven: Uint8Array;
}

/**
 * Fixpoint from the sources down: an origin lives by given supply or by a live node; an arc by its origin, its weight and no ban;
 * a buyer by an arc or by given stock; a node by capacity and all its inputs. Nothing is live without support from below, so loops
 * that only feed themselves are dead.
 */
export function liveParts(market: Market): LiveParts {
  const { origins, buyers, arcs, nodes } = market;
  const live: LiveParts = {
    arc: new Uint8Array(arcs.count),
    node: new Uint8Array(nodes.count),
    origin: new Uint8Array(origins.count),
    buyer: new Uint8Array(buyers.count),
    buyerGiven: new Uint8Array(buyers.count),
  };
  for (let o = 0; o < origins.count; o++) if (origins.given[o] > 0) live.origin[o] = 1;
  for (let b = 0; b < buyers.count; b++) {
    if (buyers.stockBuild[b] < 0) live.buyer[b] = live.buyerGiven[b] = 1;
  }
  const banned = bannedParts(market);
  let changed = true;
  while (changed) {
    changed = false;
    for (let k = 0; k < nodes.count; k++) {
      if (live.node[k] === 1 || banned.node[k] === 1 || !nodeCanRun(market, k, live.buyer)) continue;
      live.node[k] = 1;
      changed = true;
      for (let j = nodes.outStart[k]; j < nodes.outStart[k + 1]; j++) {
        if (nodes.outCoefficient[j] > 0) live.origin[nodes.outOrigin[j]] = 1;
      }
    }
    for (let a = 0; a < arcs.count; a++) {
      if (live.arc[a] === 1 || live.origin[arcs.origin[a]] === 0 || banned.arc[a] === 1) continue;
      if (arcs.logWeight[a] === -Infinity) continue;
      live.arc[a] = 1;
      live.buyer[arcs.buyer[a]] = 1;
      changed = true;
    }
  }
  return live;
}

function nodeCanRun({ nodes }: Market, k: number, buyerLives: Uint8Array): boolean {
  if (!(nodes.capacity[k] > 0 && nodes.ramp[k] > 0)) return false;
  for (let j = nodes.inStart[k]; j < nodes.inStart[k + 1]; j++) {
    if (nodes.inCoefficient[j] > 0 && buyerLives[nodes.inBuyer[j]] === 0) return false;
  }
  return true;
}

/** A quota of nothing without a cap on its rent is a ban. */
function bannedParts({ arcs, nodes, controls }: Market) {
  const banned = { arc: new Uint8Array(arcs.count), node: new Uint8Array(nodes.count) };
  for (const control of controls) {
    if (control.limit > 0 || control.cap < Infinity || control.neutral) continue;
    if (control.coefficient.some((value) => value < 0)) continue;
    control.members.forEach((member, i) => {
      if (control.coefficient[i] > 0) banned[control.on][member] = 1;
    });
  }
  return banned;
}

/** Whether any live arc leads to the buyer. */
export function hasRoute({ arcs }: Market, live: LiveParts, b: number): boolean {
  for (let a = arcs.start[b]; a < arcs.start[b + 1]; a++) if (live.arc[a] === 1) return true;
  return false;
}
