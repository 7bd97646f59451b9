import type { Market } from "../../market/market.js";
import { layoutOf, type Layout } from "./layout.js";
import { buildStructure, type Structure } from "./structure.js";

/** Arrays that every solve on one structure writes anew before it reads them: no result depends on what they held. */
export interface Workspace {
  readonly structure: Structure;
  readonly layout: Layout;
  readonly cost: Float64Array;
  /** Slope of delivered cost in the origin price, at the point last evaluated. */
  readonly gain: Float64Array;
  readonly share: Float64Array;
  readonly gainShare: Float64Array;
  readonly usePrice: Float64Array;
  readonly purchase: Float64Array;
  /** Q/θ per buyer. */
  readonly stiffness: Float64Array;
  readonly flow: Float64Array;
  readonly margin: Float64Array;
  readonly level: Float64Array;
  readonly levelSlope: Float64Array;
  readonly demand: Float64Array;
  readonly demandByGood: Float64Array;
  /** −∂D_i/∂P_j within a use = fall·s_i·s_j + within·(s_i·[i = j] − s_i·s_j), s being each good's share of the use. */
  readonly useFall: Float64Array;
  readonly useWithin: Float64Array;
  readonly goodShare: Float64Array;
  /** Response of each pair of slots; see Structure.pairs. */
  readonly response: Float64Array;
  /** Rows of responses by position, one for each buyer of a good, and where each buyer's begins. */
  readonly lines: Float64Array;
  readonly lineOf: Int32Array;
  /** Arcs whose lines are added together. */
  readonly four: Int32Array;
  /** Given and made at each origin. */
  readonly supply: Float64Array;
  readonly slotPrice: Float64Array;
  readonly slotQuantity: Float64Array;
  readonly buyerWork: Float64Array;
  readonly change: Float64Array;
  readonly levelChange: Float64Array;
  readonly two: Float64Array;
  /** Kept at zero between uses: cost and flow per arc, price and purchase per buyer for a unit of one rent, and buyers touched. */
  readonly rentCost: Float64Array;
  readonly rentFlow: Float64Array;
  readonly rentPrice: Float64Array;
  readonly rentPurchase: Float64Array;
  readonly rentMark: Uint8Array;
  /** The price block, in the layout's places. */
  readonly matrix: Float64Array;
}

const known = new WeakMap<Int32Array, { market: Market; workspace: Workspace }>();

/** The workspace of all markets that share their index arrays with this one. */
export function workspaceOf(market: Market): Workspace {
  const found = known.get(market.arcs.origin);
  if (found !== undefined && sameStructure(found.market, market)) return found.workspace;
  const workspace = createWorkspace(market);
  known.set(market.arcs.origin, { market, workspace });
  return workspace;
}

function sameStructure(a: Market, b: Market): boolean {
  const { origins, buyers, arcs, nodes, uses } = a;
  return (
    a.goods.length === b.goods.length &&
    same(origins.good, b.origins.good) &&
    same(buyers.good, b.buyers.good) &&
    same(arcs.start, b.arcs.start) &&
    same(nodes.inBuyer, b.nodes.inBuyer) &&
    same(nodes.inStart, b.nodes.inStart) &&
    same(nodes.outOrigin, b.nodes.outOrigin) &&
    same(nodes.outStart, b.nodes.outStart) &&
    same(uses.goodStart, b.uses.goodStart) &&
    same(uses.goodBuyer, b.uses.goodBuyer)
  );
}

function same(a: Int32Array, b: Int32Array): boolean {
  return a === b || (a.length === b.length && a.every((value, i) => value === b[i]));
}

function createWorkspace(market: Market): Workspace {
  const structure = buildStructure(market);
  const layout = layoutOf(structure);
  const { arcs, buyers, nodes, uses, origins } = market;
  const reals = (length: number): Float64Array => new Float64Array(length);
  return {
    structure,
    layout,
    cost: reals(arcs.count),
    gain: reals(arcs.count),
    share: reals(arcs.count),
    gainShare: reals(arcs.count),
    usePrice: reals(buyers.count),
    purchase: reals(buyers.count),
    stiffness: reals(buyers.count),
    flow: reals(arcs.count),
    margin: reals(nodes.count),
    level: reals(nodes.count),
    levelSlope: reals(nodes.count),
    demand: reals(uses.count),
    demandByGood: reals(uses.goodBuyer.length),
    useFall: reals(uses.count),
    useWithin: reals(uses.count),
    goodShare: reals(uses.goodBuyer.length),
    response: reals(structure.pairs.count),
    lines: reals(
      origins.count * structure.buyersOfGood.reduce((most, list) => Math.max(most, list.length), 1),
    ),
    lineOf: new Int32Array(buyers.count),
    four: new Int32Array(4),
    supply: reals(origins.count),
    slotPrice: reals(origins.count + buyers.count),
    slotQuantity: reals(origins.count + buyers.count),
    buyerWork: reals(buyers.count),
    change: reals(arcs.count),
    levelChange: reals(nodes.count),
    two: reals(2),
    rentCost: reals(arcs.count),
    rentFlow: reals(arcs.count),
    rentPrice: reals(buyers.count),
    rentPurchase: reals(buyers.count),
    rentMark: new Uint8Array(buyers.count),
    matrix: reals(layout.size),
  };
}
