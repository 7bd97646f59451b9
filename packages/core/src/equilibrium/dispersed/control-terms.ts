import type { Market } from "../../market/market.js";
import type { LiveParts } from "./live-parts.js";

/** Controls as lists of members; a control on nodes has good −1. */
export interface ControlTerms {
  readonly count: number;
  readonly limit: Float64Array;
  readonly cap: Float64Array;
  readonly good: Int32Array;
  readonly nodePrice: Float64Array;
  readonly onNode: Uint8Array;
  readonly memberStart: Int32Array;
  readonly member: Int32Array;
  /** Coefficient on the flow or level, and on the delivered cost or the node's cost. */
  readonly onQuantity: Float64Array;
  readonly onCost: Float64Array;
  /** 1 where nothing that lives is bound: the rent stays 0. */
  readonly idle: Uint8Array;
}

export function compileControls(market: Market, live: LiveParts): ControlTerms {
  const { controls, arcs, nodes } = market;
  const total = controls.reduce((sum, control) => sum + control.members.length, 0);
  const terms = {
    count: controls.length,
    limit: Float64Array.from(controls, (control) => control.limit),
    cap: Float64Array.from(controls, (control) => Math.max(0, control.cap)),
    good: new Int32Array(controls.length).fill(-1),
    nodePrice: new Float64Array(controls.length).fill(1),
    onNode: Uint8Array.from(controls, (control) => (control.on === "node" ? 1 : 0)),
    memberStart: new Int32Array(controls.length + 1),
    member: new Int32Array(total),
    onQuantity: new Float64Array(total),
    onCost: new Float64Array(total),
    idle: new Uint8Array(controls.length).fill(1),
  };
  const onFob = dutyFactors(market);
  let at = 0;
  controls.forEach((control, c) => {
    const exporterRent = control.on === "arc" && control.rentTo === "exporter";
    for (let i = 0; i < control.members.length; i++, at++) {
      const member = control.members[i];
      terms.member[at] = member;
      terms.onQuantity[at] = control.coefficient[i];
      terms.onCost[at] = control.coefficient[i] * (exporterRent ? onFob[member] : 1);
      if ((control.on === "arc" ? live.arc : live.node)[member] === 1) terms.idle[c] = 0;
      if (control.on === "node")
        terms.nodePrice[c] = Math.max(terms.nodePrice[c], Math.abs(nodes.cost[member]));
      else terms.good[c] = market.origins.good[arcs.origin[member]];
    }
    terms.memberStart[c + 1] = at;
  });
  return terms;
}

/** 1 + τ per arc: what a rent kept by the exporter becomes after duty. */
function dutyFactors({ arcs, wedges }: Market): Float64Array {
  const factor = new Float64Array(arcs.count).fill(1);
  for (const wedge of wedges) {
    if (wedge.kind !== "duty") continue;
    wedge.arcs.forEach((arc, i) => (factor[arc] += wedge.adValorem[i]));
  }
  return factor;
}
