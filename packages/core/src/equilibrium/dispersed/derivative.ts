import type { Blend } from "./blend.js";
import { contractSlope } from "./contract-top-up.js";
import type { Problem } from "./problem.js";
import type { Workspace } from "./workspace.js";

/** Change of f for a change d of x, at the point last evaluated: J·d without the matrix. */
export function forward(
  problem: Problem,
  space: Workspace,
  blend: Blend,
  x: Float64Array,
  d: Float64Array,
  out: Float64Array,
): void {
  const { market, controls, gluts } = problem;
  const { origins, buyers, arcs } = market;
  const { share, stiffness, slotPrice, slotQuantity, change, buyerWork, levelChange } = space;
  for (let a = 0; a < arcs.count; a++) change[a] = space.gain[a] * d[arcs.origin[a]];
  addRents(problem, space, blend, d);
  slotPrice.set(d.subarray(0, origins.count));
  for (let b = 0; b < buyers.count; b++) {
    let mean = 0;
    for (let a = arcs.start[b]; a < arcs.start[b + 1]; a++) mean += share[a] * change[a];
    buyerWork[b] = mean;
    slotPrice[origins.count + b] = mean;
  }
  const gluts0 = origins.count + controls.count;
  for (let i = 0; i < gluts.length; i++) slotPrice[origins.count + gluts[i]] -= d[gluts0 + i];
  respond(problem, space, blend, x, d);
  for (let o = 0; o < origins.count; o++) out[o] = slotQuantity[o];
  for (let b = 0; b < buyers.count; b++) {
    const [more, stiff, mean] = [-slotQuantity[origins.count + b], stiffness[b], buyerWork[b]];
    for (let a = arcs.start[b]; a < arcs.start[b + 1]; a++) {
      const q = share[a] * (more - stiff * (change[a] - mean));
      change[a] = q;
      out[arcs.origin[a]] -= q;
    }
  }
  for (let c = 0; c < controls.count; c++) {
    const moved = controls.onNode[c] === 1 ? levelChange : change;
    let slack = 0;
    for (let i = controls.memberStart[c]; i < controls.memberStart[c + 1]; i++) {
      slack -= controls.onQuantity[i] * moved[controls.member[i]];
    }
    out[origins.count + c] = slack;
  }
  for (let i = 0; i < gluts.length; i++) out[gluts0 + i] = -slotQuantity[origins.count + gluts[i]];
}

/** Slope of an arc's cost in a rent: nothing where a border floor binds, but for the share of the frozen system. */
export function rentSlope(problem: Problem, space: Workspace, blend: Blend, i: number): number {
  const { controls, costs } = problem;
  const arc = controls.member[i];
  const floored = costs.floor !== undefined && space.gain[arc] === (blend.weight < 1 ? 1 - blend.weight : 0);
  return (floored ? 0 : blend.weight * controls.onCost[i]) + (1 - blend.weight) * controls.onQuantity[i];
}

function addRents(problem: Problem, space: Workspace, blend: Blend, d: Float64Array): void {
  const { controls, market } = problem;
  for (let c = 0; c < controls.count; c++) {
    const rent = d[market.origins.count + c];
    if (rent === 0 || controls.onNode[c] === 1) continue;
    for (let i = controls.memberStart[c]; i < controls.memberStart[c + 1]; i++) {
      space.change[controls.member[i]] += rentSlope(problem, space, blend, i) * rent;
    }
  }
}

/** Nodes and uses: change of quantity in each slot for the change of price in each slot, and of levels. */
function respond(problem: Problem, space: Workspace, blend: Blend, x: Float64Array, d: Float64Array): void {
  const { market, structure, controls, contracts } = problem;
  const { slotPrice, slotQuantity, levelSlope, levelChange } = space;
  const { nodes, origins } = market;
  const { start, slot } = structure.nodeSlots;
  const coefficient = problem.nodeCoefficient;
  slotQuantity.fill(0);
  for (let k = 0; k < nodes.count; k++) {
    let m = 0;
    if (levelSlope[k] !== 0) {
      for (let i = start[k]; i < start[k + 1]; i++) m += coefficient[i] * slotPrice[slot[i]];
    }
    levelChange[k] = m;
  }
  for (let c = 0; c < controls.count; c++) {
    const rent = d[origins.count + c];
    if (rent === 0 || controls.onNode[c] === 0) continue;
    for (let i = controls.memberStart[c]; i < controls.memberStart[c + 1]; i++) {
      levelChange[controls.member[i]] -= controls.onCost[i] * rent;
    }
  }
  for (let i = 0; i < contracts.count; i++) {
    levelChange[contracts.node[i]] +=
      blend.weight * contracts.covered[i] * contractSlope(contracts, i, x) * d[contracts.origin[i]];
  }
  for (let k = 0; k < nodes.count; k++) {
    const y = (levelChange[k] *= levelSlope[k]);
    if (y === 0) continue;
    for (let i = start[k]; i < start[k + 1]; i++) slotQuantity[slot[i]] += coefficient[i] * y;
  }
  useAnswers(problem, space, slotPrice, slotQuantity);
}

/** What uses answer in their slots; the same forth and back, since each use's answer is symmetric. */
function useAnswers(
  { market, structure }: Problem,
  { useFall, useWithin, goodShare }: Workspace,
  from: Float64Array,
  to: Float64Array,
): void {
  const { start, slot } = structure.useSlots;
  for (let e = 0; e < market.uses.count; e++) {
    let mean = 0;
    for (let i = start[e]; i < start[e + 1]; i++) mean += goodShare[i] * from[slot[i]];
    const [common, within] = [(useFall[e] - useWithin[e]) * mean, useWithin[e]];
    for (let i = start[e]; i < start[e + 1]; i++)
      to[slot[i]] += goodShare[i] * (common + within * from[slot[i]]);
  }
}

/** Weights w on the rows of f carried back to x: Jᵀ·w, at the point last evaluated. */
export function backward(
  problem: Problem,
  space: Workspace,
  blend: Blend,
  x: Float64Array,
  w: Float64Array,
  out: Float64Array,
): void {
  const { market, controls, gluts } = problem;
  const { origins, buyers, arcs } = market;
  const { share, stiffness, slotPrice, slotQuantity, change, buyerWork, levelChange } = space;
  const gluts0 = origins.count + controls.count;
  for (let a = 0; a < arcs.count; a++) change[a] = -w[arcs.origin[a]];
  levelChange.fill(0);
  for (let c = 0; c < controls.count; c++) {
    const weight = w[origins.count + c];
    if (weight === 0) continue;
    const moved = controls.onNode[c] === 1 ? levelChange : change;
    for (let i = controls.memberStart[c]; i < controls.memberStart[c + 1]; i++) {
      moved[controls.member[i]] -= controls.onQuantity[i] * weight;
    }
  }
  // slotQuantity: weights on quantities; slotPrice: the resulting weights on prices.
  slotQuantity.set(w.subarray(0, origins.count));
  for (let b = 0; b < buyers.count; b++) {
    let mean = 0;
    for (let a = arcs.start[b]; a < arcs.start[b + 1]; a++) mean += share[a] * change[a];
    buyerWork[b] = mean;
    slotQuantity[origins.count + b] = -mean;
  }
  for (let i = 0; i < gluts.length; i++) slotQuantity[origins.count + gluts[i]] -= w[gluts0 + i];
  out.fill(0);
  respondBack(problem, space, blend, x, out);
  for (let i = 0; i < gluts.length; i++) out[gluts0 + i] = -slotPrice[origins.count + gluts[i]];
  for (let o = 0; o < origins.count; o++) out[o] += slotPrice[o];
  for (let b = 0; b < buyers.count; b++) {
    const [own, stiff, mean] = [slotPrice[origins.count + b], stiffness[b], buyerWork[b]];
    for (let a = arcs.start[b]; a < arcs.start[b + 1]; a++) {
      const onCost = share[a] * (own - stiff * (change[a] - mean));
      change[a] = onCost;
      out[arcs.origin[a]] += space.gain[a] * onCost;
    }
  }
  for (let c = 0; c < controls.count; c++) {
    if (controls.onNode[c] === 1) continue;
    let sum = 0;
    for (let i = controls.memberStart[c]; i < controls.memberStart[c + 1]; i++) {
      sum += rentSlope(problem, space, blend, i) * change[controls.member[i]];
    }
    out[origins.count + c] = sum;
  }
}

function respondBack(
  problem: Problem,
  space: Workspace,
  blend: Blend,
  x: Float64Array,
  out: Float64Array,
): void {
  const { market, structure, controls, contracts } = problem;
  const { slotPrice, slotQuantity, levelSlope, levelChange } = space;
  const { nodes, origins } = market;
  const { start, slot } = structure.nodeSlots;
  const coefficient = problem.nodeCoefficient;
  slotPrice.fill(0);
  for (let k = 0; k < nodes.count; k++) {
    if (levelSlope[k] === 0) {
      levelChange[k] = 0;
      continue;
    }
    let weight = levelChange[k];
    for (let i = start[k]; i < start[k + 1]; i++) weight += coefficient[i] * slotQuantity[slot[i]];
    weight *= levelSlope[k];
    levelChange[k] = weight;
    for (let i = start[k]; i < start[k + 1]; i++) slotPrice[slot[i]] += coefficient[i] * weight;
  }
  for (let i = 0; i < contracts.count; i++) {
    slotPrice[contracts.origin[i]] +=
      blend.weight * contracts.covered[i] * contractSlope(contracts, i, x) * levelChange[contracts.node[i]];
  }
  for (let c = 0; c < controls.count; c++) {
    if (controls.onNode[c] === 0) continue;
    let sum = 0;
    for (let i = controls.memberStart[c]; i < controls.memberStart[c + 1]; i++) {
      sum -= controls.onCost[i] * levelChange[controls.member[i]];
    }
    out[origins.count + c] = sum;
  }
  useAnswers(problem, space, slotQuantity, slotPrice);
}
