import type { Blend } from "./blend.js";
import { contractSlope } from "./contract-top-up.js";
import { rentSlope } from "./derivative.js";
import type { Problem } from "./problem.js";
import type { Workspace } from "./workspace.js";

/**
 * A rent on flows touches the buyers of its arcs only, and through their plants and uses what the same regions buy and make. Its column
 * and row of the Jacobian are summed over these alone; `responses` must be those of the point last evaluated.
 */
export interface RentTerms {
  readonly problem: Problem;
  readonly space: Workspace;
  readonly blend: Blend;
  /** Contracts whose top-up moves with their index, and the move of the node's level with the index price. */
  readonly indexed: readonly { readonly contract: number; readonly slope: number }[];
  readonly touched: number[];
}

export function rentTerms(problem: Problem, space: Workspace, blend: Blend, x: Float64Array): RentTerms {
  const { contracts } = problem;
  const indexed: { contract: number; slope: number }[] = [];
  for (let i = 0; i < contracts.count; i++) {
    const slope =
      blend.weight *
      contracts.covered[i] *
      contractSlope(contracts, i, x) *
      space.levelSlope[contracts.node[i]];
    if (slope !== 0) indexed.push({ contract: i, slope });
  }
  space.rentCost.fill(0);
  space.rentFlow.fill(0);
  space.rentPrice.fill(0);
  space.rentPurchase.fill(0);
  return { problem, space, blend, indexed, touched: [] };
}

/** Change of excess supply with rent c, into out[position·stride]; of the flows into space.rentFlow until `clearRent`. */
export function rentColumn(terms: RentTerms, c: number, out: Float64Array, at: number, stride: number): void {
  const { problem, space, blend, touched } = terms;
  const { market, structure, controls } = problem;
  const { rentCost, rentFlow, rentPrice, rentPurchase, share, stiffness, response } = space;
  const { arcBuyer, arcPosition, position, pairs, byColumn, origins } = structure;
  const { start } = market.arcs;
  touched.length = 0;
  for (let i = controls.memberStart[c]; i < controls.memberStart[c + 1]; i++) {
    const arc = controls.member[i];
    const slope = rentSlope(problem, space, blend, i);
    rentCost[arc] += slope;
    rentPrice[arcBuyer[arc]] += share[arc] * slope;
    mark(touched, space, arcBuyer[arc]);
  }
  const first = touched.length;
  for (let t = 0; t < first; t++) {
    const slot = origins + touched[t];
    const price = rentPrice[touched[t]];
    for (let p = byColumn.start[slot]; p < byColumn.start[slot + 1]; p++) {
      const row = pairs.row[byColumn.pair[p]];
      const quantity = response[byColumn.pair[p]] * price;
      if (quantity === 0) continue;
      if (row < origins) out[at + position[row] * stride] += quantity;
      else {
        rentPurchase[row - origins] -= quantity;
        mark(touched, space, row - origins);
      }
    }
  }
  for (const b of touched) {
    const [more, stiff, mean] = [rentPurchase[b], stiffness[b], rentPrice[b]];
    for (let a = start[b]; a < start[b + 1]; a++) {
      const q = share[a] * (more - stiff * (rentCost[a] - mean));
      rentFlow[a] = q;
      out[at + arcPosition[a] * stride] -= q;
    }
  }
}

function mark(touched: number[], { rentMark }: Workspace, b: number): void {
  if (rentMark[b] === 1) return;
  rentMark[b] = 1;
  touched.push(b);
}

/** Change of a control's slack with the rent whose column was last summed. */
export function slackChange({ problem, space }: RentTerms, c: number): number {
  const { market, structure, controls, nodeCoefficient } = problem;
  const { start, slot } = structure.nodeSlots;
  let slack = 0;
  for (let i = controls.memberStart[c]; i < controls.memberStart[c + 1]; i++) {
    const member = controls.member[i];
    let moved = space.rentFlow[member];
    if (controls.onNode[c] === 1) {
      moved = 0;
      for (let j = start[member]; j < start[member + 1]; j++)
        if (slot[j] >= market.origins.count)
          moved += nodeCoefficient[j] * space.rentPrice[slot[j] - market.origins.count];
      moved *= space.levelSlope[member];
    }
    slack -= controls.onQuantity[i] * moved;
  }
  return slack;
}

/** Leaves the scratch arrays as `rentColumn` wants them. */
export function clearRent({ problem, space, touched }: RentTerms): void {
  const { start } = problem.market.arcs;
  for (const b of touched) {
    space.rentPrice[b] = 0;
    space.rentPurchase[b] = 0;
    space.rentMark[b] = 0;
    space.rentCost.fill(0, start[b], start[b + 1]);
    space.rentFlow.fill(0, start[b], start[b + 1]);
  }
  touched.length = 0;
}

/** Change of the slack of control c with each origin's price, added into out[at + position]. */
export function rentRow(terms: RentTerms, c: number, out: Float64Array, at: number): void {
  const { problem, space, touched } = terms;
  const { structure, controls } = problem;
  const { share, gain, stiffness, rentPrice } = space;
  const { arcBuyer, arcPosition } = structure;
  for (let i = controls.memberStart[c]; i < controls.memberStart[c + 1]; i++) {
    const arc = controls.member[i];
    const b = arcBuyer[arc];
    const weight = controls.onQuantity[i] * share[arc];
    out[at + arcPosition[arc]] += weight * stiffness[b] * gain[arc];
    rentPrice[b] += weight;
    mark(touched, space, b);
  }
  for (const b of touched) purchaseRow(terms, b, rentPrice[b], out, at);
  clearRent(terms);
}

function purchaseRow(
  { problem, space, indexed }: RentTerms,
  b: number,
  weight: number,
  out: Float64Array,
  at: number,
): void {
  const { market, structure, contracts, nodeCoefficient } = problem;
  const { response, stiffness } = space;
  const { pairs, byRow, origins, position, nodeSlots } = structure;
  spread(problem, space, b, -weight * stiffness[b], out, at);
  const slot = origins + b;
  for (let p = byRow.start[slot]; p < byRow.start[slot + 1]; p++) {
    const column = pairs.column[byRow.pair[p]];
    const value = weight * response[byRow.pair[p]];
    if (value === 0) continue;
    if (column < origins) out[at + position[column]] += value;
    else spread(problem, space, column - origins, value, out, at);
  }
  for (const { contract, slope } of indexed) {
    const node = contracts.node[contract];
    for (let j = nodeSlots.start[node]; j < nodeSlots.start[node + 1]; j++) {
      if (nodeSlots.slot[j] === market.origins.count + b)
        out[at + position[contracts.origin[contract]]] += weight * slope * nodeCoefficient[j];
    }
  }
}

function spread(
  { market, structure }: Problem,
  { share, gain }: Workspace,
  b: number,
  value: number,
  out: Float64Array,
  at: number,
): void {
  const { start } = market.arcs;
  for (let a = start[b]; a < start[b + 1]; a++)
    out[at + structure.arcPosition[a]] += value * share[a] * gain[a];
}
