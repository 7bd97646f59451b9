import type { Blend } from "./blend.js";
import { contractSlope } from "./contract-top-up.js";
import type { Layout } from "./layout.js";
import type { Problem } from "./problem.js";
import type { Structure } from "./structure.js";
import type { Workspace } from "./workspace.js";

/**
 * ∂z/∂π at the point last evaluated, in the order of elimination, kept as the layout says. J = T + Eᴸ·G·Eᴿ: T is trade at given
 * purchases, G what nodes and uses answer slot by slot, E spreads a buyer's slot over its origins by share.
 * Rows of `bound` origins are those of the identity. `supplyWeight` multiplies what each origin's supply answers. Where the layout keeps blocks only, couplings between goods are left out.
 */
export function assemble(
  problem: Problem,
  space: Workspace,
  blend: Blend,
  x: Float64Array,
  bound: Uint8Array,
  matrix: Float64Array,
  layout: Layout,
  supplyWeight?: Float64Array,
): void {
  matrix.fill(0);
  responses(problem, space);
  trade(problem, space, matrix, layout);
  coupling(problem, space, matrix, layout, supplyWeight);
  indexTerms(problem, space, blend, x, matrix, layout, supplyWeight);
  boundRows(problem, bound, matrix, layout);
}

/** Trade at given purchases, and what the buyer's own purchase answers to its own price: both are sums of outer products of shares. */
function trade({ market, structure }: Problem, space: Workspace, matrix: Float64Array, layout: Layout): void {
  const { arcs, buyers } = market;
  const { arcPosition, selfPair } = structure;
  const { share, gain, stiffness, gainShare, response } = space;
  const least = layout.blocksOnly ? NEGLIGIBLE_SHARE : 0;
  for (let a = 0; a < arcs.count; a++) gainShare[a] = share[a] * gain[a];
  for (let b = 0; b < buyers.count; b++) {
    const stiff = stiffness[b];
    const outer = (selfPair[b] < 0 ? 0 : response[selfPair[b]]) - stiff;
    if (stiff === 0 && outer === 0) continue;
    const [from, to] = [arcs.start[b], arcs.start[b + 1]];
    for (let a = from; a < to; a++) {
      if (share[a] === 0) continue;
      const row = layout.rowStart[arcPosition[a]];
      matrix[row + arcPosition[a]] += stiff * gainShare[a];
      if (share[a] < least) continue;
      const weight = outer * share[a];
      for (let other = from; other < to; other++)
        matrix[row + arcPosition[other]] += weight * gainShare[other];
    }
  }
}

/** Below this a share's outer products are left out of a preconditioner. */
const NEGLIGIBLE_SHARE = 3e-4;

/** What nodes and uses answer, pair of slots by pair, at the point last evaluated. */
export function responses(problem: Problem, { response, levelSlope, useResponse }: Workspace): void {
  const { market, structure } = problem;
  response.fill(0);
  const { start, squareStart, pair } = structure.nodeSlots;
  const coefficient = problem.nodeCoefficient;
  for (let k = 0; k < market.nodes.count; k++) {
    const slope = levelSlope[k];
    if (slope === 0) continue;
    let at = squareStart[k];
    for (let i = start[k]; i < start[k + 1]; i++) {
      const row = slope * coefficient[i];
      for (let j = start[k]; j < start[k + 1]; j++) response[pair[at++]] += row * coefficient[j];
    }
  }
  const uses = structure.useSlots;
  for (let i = 0; i < uses.pair.length; i++) response[uses.pair[i]] += useResponse[i];
}

/**
 * Rows of G·Eᴿ, one slot at a time: what a slot's quantity answers to each origin's price is summed into a line of the goods it touches,
 * which then goes to the slot's own row or, by share, to the rows of the origins that sell to it.
 */
function coupling(
  { market, structure }: Problem,
  space: Workspace,
  matrix: Float64Array,
  { rowStart, blocksOnly }: Layout,
  supplyWeight: Float64Array | undefined,
): void {
  const { arcs } = market;
  const { origins, position, arcPosition, byRow } = structure;
  const { share, line } = space;
  const slots = byRow.start.length - 1;
  for (let slot = 0; slot < slots; slot++) {
    if (byRow.start[slot] === byRow.start[slot + 1]) continue;
    const ranges = blocksOnly ? structure.block[goodOf(market, slot)] : structure.touched[slot];
    for (let r = 0; r < ranges.length; r += 2) line.fill(0, ranges[r], ranges[r + 1]);
    if (!sumLine(market, structure, space, slot, blocksOnly)) continue;
    if (slot < origins) {
      addLine(matrix, rowStart[position[slot]], line, supplyWeight?.[slot] ?? 1, ranges);
      continue;
    }
    for (let a = arcs.start[slot - origins]; a < arcs.start[slot - origins + 1]; a++) {
      if (share[a] !== 0) addLine(matrix, rowStart[arcPosition[a]], line, share[a], ranges);
    }
  }
}

function sumLine(
  market: Problem["market"],
  { origins, position, arcPosition, pairs, byRow }: Structure,
  { response, gainShare, line }: Workspace,
  slot: number,
  ownGoodOnly: boolean,
): boolean {
  const { start } = market.arcs;
  let answers = false;
  for (let p = byRow.start[slot]; p < byRow.start[slot + 1]; p++) {
    const value = response[byRow.pair[p]];
    const column = pairs.column[byRow.pair[p]];
    // What a buyer answers to its own price is in the trade terms.
    if (value === 0 || (column === slot && slot >= origins)) continue;
    if (ownGoodOnly && goodOf(market, slot) !== goodOf(market, column)) continue;
    answers = true;
    if (column < origins) line[position[column]] += value;
    else {
      const end = start[column - origins + 1];
      for (let a = start[column - origins]; a < end; a++) line[arcPosition[a]] += value * gainShare[a];
    }
  }
  return answers;
}

function addLine(
  matrix: Float64Array,
  row: number,
  line: Float64Array,
  weight: number,
  ranges: Int32Array,
): void {
  for (let r = 0; r < ranges.length; r += 2) {
    const stop = ranges[r + 1];
    for (let j = ranges[r]; j < stop; j++) matrix[row + j] += weight * line[j];
  }
}

function goodOf({ origins, buyers }: Problem["market"], slot: number): number {
  return slot < origins.count ? origins.good[slot] : buyers.good[slot - origins.count];
}

/** A contract's index may be any origin: its column takes the node's whole row. */
function indexTerms(
  problem: Problem,
  space: Workspace,
  blend: Blend,
  x: Float64Array,
  matrix: Float64Array,
  layout: Layout,
  supplyWeight: Float64Array | undefined,
): void {
  const { contracts, market, structure } = problem;
  const { arcs, origins } = market;
  const { start, slot } = structure.nodeSlots;
  const coefficient = problem.nodeCoefficient;
  const { rowStart } = layout;
  for (let i = 0; i < contracts.count; i++) {
    const node = contracts.node[i];
    const slope =
      blend.weight * contracts.covered[i] * contractSlope(contracts, i, x) * space.levelSlope[node];
    if (slope === 0) continue;
    const column = structure.position[contracts.origin[i]];
    const good = origins.good[contracts.origin[i]];
    for (let j = start[node]; j < start[node + 1]; j++) {
      if (
        goodOf(market, slot[j]) !== good &&
        (layout.blocksOnly || !linked(structure, slot[j], good, market))
      )
        continue;
      const value = slope * coefficient[j];
      if (slot[j] < origins.count) {
        const weighted = supplyWeight === undefined ? value : value * supplyWeight[slot[j]];
        matrix[rowStart[structure.position[slot[j]]] + column] += weighted;
        continue;
      }
      const b = slot[j] - origins.count;
      for (let a = arcs.start[b]; a < arcs.start[b + 1]; a++) {
        matrix[rowStart[structure.position[arcs.origin[a]]] + column] += value * space.share[a];
      }
    }
  }
}

/** The index is nearly always of the covered good, which the node's slots are coupled to; another good is left to the iteration. */
function linked(
  structure: Problem["structure"],
  slot: number,
  good: number,
  market: Problem["market"],
): boolean {
  const other = goodOf(market, slot);
  return structure.coupled[good * market.goods.length + other] === 1;
}

function boundRows({ structure }: Problem, bound: Uint8Array, matrix: Float64Array, layout: Layout): void {
  const { goodStart, originAt, origins } = structure;
  for (let good = 0; good + 1 < goodStart.length; good++) {
    const [from, to] = layout.blocksOnly ? [goodStart[good], goodStart[good + 1]] : [0, origins];
    for (let place = goodStart[good]; place < goodStart[good + 1]; place++) {
      if (bound[originAt[place]] === 0) continue;
      const row = layout.rowStart[place];
      matrix.fill(0, row + from, row + to);
      matrix[row + place] = 1;
    }
  }
}
