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
  const { arcs } = problem.market;
  for (let a = 0; a < arcs.count; a++) space.gainShare[a] = space.share[a] * space.gain[a];
  purchases(problem, space, matrix, layout);
  supplies(problem, space, matrix, layout, supplyWeight);
  indexTerms(problem, space, blend, x, matrix, layout, supplyWeight);
  boundRows(problem, bound, matrix, layout);
}

/** What nodes and uses answer, pair of slots by pair, at the point last evaluated. */
export function responses(problem: Problem, space: Workspace): void {
  const { market, structure } = problem;
  const { response, levelSlope } = space;
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
  useResponses(problem, space);
}

function useResponses({ market, structure }: Problem, space: Workspace): void {
  const { response, useFall, useWithin, goodShare } = space;
  const { start, squareStart, pair } = structure.useSlots;
  for (let e = 0; e < market.uses.count; e++) {
    const [own, within] = [useFall[e] - useWithin[e], useWithin[e]];
    let at = squareStart[e];
    for (let i = start[e]; i < start[e + 1]; i++) {
      const row = own * goodShare[i];
      for (let j = start[e]; j < start[e + 1]; j++, at++)
        response[pair[at]] += row * goodShare[j] + (i === j ? within * goodShare[i] : 0);
    }
  }
}

/**
 * Rows of origins from what their buyers answer, good by good: how a buyer's purchases move with each origin's price, at given shares
 * and by its own switching, is summed into a line, which goes by share to the rows of the origins that sell to it.
 */
function purchases(problem: Problem, space: Workspace, matrix: Float64Array, layout: Layout): void {
  const { structure } = problem;
  const { goodOrder, goodStart, buyersOfGood } = structure;
  for (let place = 0; place < goodOrder.length; place++) {
    const good = goodOrder[place];
    const [from, to] = [goodStart[place], goodStart[place + 1]];
    const ranges = layout.blocksOnly ? structure.block[good] : structure.touchedByBuyers[good];
    const buyers = buyersOfGood[good];
    for (let k = 0; k < buyers.length; k++) {
      space.lineOf[buyers[k]] = k * structure.origins;
      sumBuyerLine(problem, space, buyers[k], ranges, layout.blocksOnly);
    }
    for (let i = from; i < to; i++) addBuyers(structure, space, matrix, layout, i, ranges);
  }
}

/** Below this a share's outer products are left out of a preconditioner. */
const NEGLIGIBLE_SHARE = 3e-4;

/** The diagonal of one origin's row, and its buyers' lines by share, four at a time: each entry is then read and written once for four. */
function addBuyers(
  { arcsByPosition, arcBuyer }: Structure,
  { share, gainShare, stiffness, lines, lineOf, four }: Workspace,
  matrix: Float64Array,
  { rowStart, blocksOnly }: Layout,
  i: number,
  ranges: Int32Array,
): void {
  const row = rowStart[i];
  const least = blocksOnly ? NEGLIGIBLE_SHARE : 0;
  let held = 0;
  let diagonal = 0;
  for (let n = arcsByPosition.start[i]; n < arcsByPosition.start[i + 1]; n++) {
    const arc = arcsByPosition.arc[n];
    if (share[arc] === 0) continue;
    diagonal += stiffness[arcBuyer[arc]] * gainShare[arc];
    if (share[arc] < least) continue;
    four[held++] = arc;
    if (held < 4) continue;
    const [a, b, c, d] = four;
    addFour(
      matrix,
      row,
      ranges,
      lines,
      lineOf[arcBuyer[a]],
      lineOf[arcBuyer[b]],
      lineOf[arcBuyer[c]],
      lineOf[arcBuyer[d]],
      share[a],
      share[b],
      share[c],
      share[d],
    );
    held = 0;
  }
  for (let k = 0; k < held; k++)
    addLine(matrix, row, lines, lineOf[arcBuyer[four[k]]], share[four[k]], ranges);
  matrix[row + i] += diagonal;
}

function addFour(
  matrix: Float64Array,
  row: number,
  ranges: Int32Array,
  lines: Float64Array,
  a: number,
  b: number,
  c: number,
  d: number,
  wa: number,
  wb: number,
  wc: number,
  wd: number,
): void {
  for (let r = 0; r < ranges.length; r += 2) {
    const stop = ranges[r + 1];
    for (let j = ranges[r]; j < stop; j++)
      matrix[row + j] += wa * lines[a + j] + wb * lines[b + j] + (wc * lines[c + j] + wd * lines[d + j]);
  }
}

function sumBuyerLine(
  problem: Problem,
  space: Workspace,
  buyer: number,
  ranges: Int32Array,
  ownGoodOnly: boolean,
): void {
  const { market, structure } = problem;
  const { lines, gainShare, stiffness } = space;
  const at = space.lineOf[buyer];
  for (let r = 0; r < ranges.length; r += 2) lines.fill(0, at + ranges[r], at + ranges[r + 1]);
  sumLine(market, structure, space, structure.origins + buyer, at, ownGoodOnly);
  const stiff = stiffness[buyer];
  if (stiff === 0) return;
  for (let a = market.arcs.start[buyer]; a < market.arcs.start[buyer + 1]; a++)
    lines[at + structure.arcPosition[a]] -= stiff * gainShare[a];
}

/** Rows of origins from what is made there. */
function supplies(
  { market, structure }: Problem,
  space: Workspace,
  matrix: Float64Array,
  { rowStart, blocksOnly }: Layout,
  supplyWeight: Float64Array | undefined,
): void {
  const { lines } = space;
  const { origins, position, byRow } = structure;
  for (let o = 0; o < origins; o++) {
    if (byRow.start[o] === byRow.start[o + 1]) continue;
    const ranges = blocksOnly ? structure.block[market.origins.good[o]] : structure.touched[o];
    for (let r = 0; r < ranges.length; r += 2) lines.fill(0, ranges[r], ranges[r + 1]);
    sumLine(market, structure, space, o, 0, blocksOnly);
    addLine(matrix, rowStart[position[o]], lines, 0, supplyWeight?.[o] ?? 1, ranges);
  }
}

/** Adds what a slot's quantity answers to each origin's price to the line that begins at `at`. */
function sumLine(
  market: Problem["market"],
  { origins, position, arcPosition, pairs, byRow }: Structure,
  { response, gainShare, lines }: Workspace,
  slot: number,
  at: number,
  ownGoodOnly: boolean,
): void {
  const { start } = market.arcs;
  for (let p = byRow.start[slot]; p < byRow.start[slot + 1]; p++) {
    const value = response[byRow.pair[p]];
    if (value === 0) continue;
    const column = pairs.column[byRow.pair[p]];
    if (ownGoodOnly && goodOf(market, slot) !== goodOf(market, column)) continue;
    if (column < origins) lines[at + position[column]] += value;
    else {
      const end = start[column - origins + 1];
      for (let a = start[column - origins]; a < end; a++) lines[at + arcPosition[a]] += value * gainShare[a];
    }
  }
}

function addLine(
  matrix: Float64Array,
  row: number,
  lines: Float64Array,
  at: number,
  weight: number,
  ranges: Int32Array,
): void {
  for (let r = 0; r < ranges.length; r += 2) {
    const stop = ranges[r + 1];
    for (let j = ranges[r]; j < stop; j++) matrix[row + j] += weight * lines[at + j];
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
