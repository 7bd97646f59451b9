import type { Market } from "../../market/market.js";

/**
 * What depends on index arrays only. Local slots: origin o is slot o, buyer b is slot origins + b; a node or a use answers to
 * the prices of its slots with quantities in the same slots. Pairs of slots that answer to each other are numbered once.
 */
export interface Structure {
  readonly origins: number;
  readonly buyers: number;
  /** Goods in the order of elimination, and each good's first position; length goods + 1. */
  readonly goodOrder: Int32Array;
  readonly goodStart: Int32Array;
  /** Position of each origin in the order of elimination, and back. */
  readonly position: Int32Array;
  readonly originAt: Int32Array;
  /** Position of each arc's origin. */
  readonly arcPosition: Int32Array;
  readonly arcBuyer: Int32Array;
  /** Buyers of each good, and arcs of each origin in the order of elimination. */
  readonly buyersOfGood: readonly Int32Array[];
  readonly arcsByPosition: ArcLists;
  /** Blocks to the right of the diagonal that fill in, as column ranges per place in goodOrder: [from, to, from, to, …]. */
  readonly fill: readonly Int32Array[];
  /** Blocks to the left of the diagonal likewise. */
  readonly lower: readonly Int32Array[];
  /** 1 where two goods share an entry of the filled matrix; goods × goods. */
  readonly coupled: Uint8Array;
  readonly pairs: Pairs;
  /** Pairs of each row's and each column's slot. */
  readonly byRow: PairLists;
  readonly byColumn: PairLists;
  /** Positions of the goods that each origin's slot answers to, those that any buyer of a good does, and of each good, as ranges. */
  readonly touched: readonly Int32Array[];
  readonly touchedByBuyers: readonly Int32Array[];
  readonly block: readonly Int32Array[];
  /** Slots of each node (outputs, then inputs) and use; start of each one's square of pair numbers. */
  readonly nodeSlots: SlotLists;
  readonly useSlots: SlotLists;
}

export interface Pairs {
  readonly count: number;
  readonly row: Int32Array;
  readonly column: Int32Array;
}

export interface PairLists {
  readonly start: Int32Array;
  readonly pair: Int32Array;
}

export interface ArcLists {
  readonly start: Int32Array;
  readonly arc: Int32Array;
}

export interface SlotLists {
  readonly start: Int32Array;
  readonly slot: Int32Array;
  readonly squareStart: Int32Array;
  readonly pair: Int32Array;
}

interface Pattern {
  readonly start: Int32Array;
  readonly slot: Int32Array;
}

export function buildStructure(market: Market): Structure {
  const origins = market.origins.count;
  const numbering = new Map<number, number>();
  const slots = origins + market.buyers.count;
  const nodeSlots = withSquares(nodePattern(market), slots, numbering);
  const useSlots = withSquares(usePattern(market), slots, numbering);
  const row = new Int32Array(numbering.size);
  const column = new Int32Array(numbering.size);
  for (const [key, pair] of numbering) {
    row[pair] = Math.floor(key / slots);
    column[pair] = key % slots;
  }
  const pairs = { count: numbering.size, row, column };
  const order = eliminationOrder(market, pairs);
  const byRow = listsOf(row, slots);
  return {
    origins,
    buyers: market.buyers.count,
    ...order,
    arcBuyer: arcBuyers(market),
    buyersOfGood: buyersOfGoods(market),
    arcsByPosition: arcsByPosition(order.arcPosition, origins),
    pairs,
    byRow,
    byColumn: listsOf(column, slots),
    ...touchedRanges(market, order, byRow, column),
    block: blocks(order),
    nodeSlots,
    useSlots,
  };
}

function buyersOfGoods({ goods, buyers }: Market): Int32Array[] {
  const lists: number[][] = goods.map(() => []);
  for (let b = 0; b < buyers.count; b++) lists[buyers.good[b]].push(b);
  return lists.map((list) => Int32Array.from(list));
}

function arcsByPosition(arcPosition: Int32Array, origins: number): ArcLists {
  const { start, pair } = listsOf(arcPosition, origins);
  return { start, arc: pair };
}

function arcBuyers({ arcs, buyers }: Market): Int32Array {
  const all = new Int32Array(arcs.count);
  for (let b = 0; b < buyers.count; b++) all.fill(b, arcs.start[b], arcs.start[b + 1]);
  return all;
}

function listsOf(slotOfPair: Int32Array, slots: number): PairLists {
  const start = new Int32Array(slots + 1);
  for (const slot of slotOfPair) start[slot + 1] += 1;
  for (let slot = 0; slot < slots; slot++) start[slot + 1] += start[slot];
  const next = start.slice();
  const pair = new Int32Array(slotOfPair.length);
  slotOfPair.forEach((slot, p) => (pair[next[slot]++] = p));
  return { start, pair };
}

function nodePattern({ nodes, origins }: Market): Pattern {
  const start = new Int32Array(nodes.count + 1);
  const slot: number[] = [];
  for (let k = 0; k < nodes.count; k++) {
    for (let j = nodes.outStart[k]; j < nodes.outStart[k + 1]; j++) {
      slot.push(nodes.outOrigin[j]);
    }
    for (let j = nodes.inStart[k]; j < nodes.inStart[k + 1]; j++) {
      slot.push(origins.count + nodes.inBuyer[j]);
    }
    start[k + 1] = slot.length;
  }
  return { start, slot: Int32Array.from(slot) };
}

function usePattern({ uses, origins }: Market): Pattern {
  return {
    start: uses.goodStart,
    slot: uses.goodBuyer.map((buyer) => origins.count + buyer),
  };
}

function withSquares(pattern: Pattern, slots: number, numbering: Map<number, number>): SlotLists {
  const count = pattern.start.length - 1;
  const squareStart = new Int32Array(count + 1);
  const pair: number[] = [];
  for (let k = 0; k < count; k++) {
    const [from, to] = [pattern.start[k], pattern.start[k + 1]];
    for (let i = from; i < to; i++) {
      for (let j = from; j < to; j++) {
        const key = pattern.slot[i] * slots + pattern.slot[j];
        let number = numbering.get(key);
        if (number === undefined) numbering.set(key, (number = numbering.size));
        pair.push(number);
      }
    }
    squareStart[k + 1] = pair.length;
  }
  return { ...pattern, squareStart, pair: Int32Array.from(pair) };
}

/** Minimum degree over goods, weighted by their origins: finished goods and feeds go first, the oxides that all share last. */
function eliminationOrder(market: Market, pairs: Pairs) {
  const goods = market.goods.length;
  const size = new Int32Array(goods);
  for (let o = 0; o < market.origins.count; o++) size[market.origins.good[o]] += 1;
  const neighbours = goodGraph(market, pairs);
  const order: number[] = [];
  const later: ReadonlySet<number>[] = [];
  const left = new Set(size.keys());
  while (left.size > 0) {
    const next = cheapest(left, neighbours, size);
    left.delete(next);
    order.push(next);
    const clique = [...neighbours[next]].filter((good) => left.has(good));
    later.push(new Set(clique));
    for (const a of clique) for (const b of clique) if (a !== b) neighbours[a].add(b);
  }
  return { ...places(market, order, size), ...fillRanges(order, later, size) };
}

function goodOf({ origins, buyers }: Market, slot: number): number {
  return slot < origins.count ? origins.good[slot] : buyers.good[slot - origins.count];
}

type GoodOrder = Pick<Structure, "goodOrder" | "goodStart">;

function blocks({ goodOrder, goodStart }: GoodOrder): Int32Array[] {
  const ranges: Int32Array[] = [];
  goodOrder.forEach((good, place) => {
    ranges[good] = Int32Array.of(goodStart[place], goodStart[place + 1]);
  });
  return ranges;
}

function touchedRanges(market: Market, order: GoodOrder, byRow: PairLists, column: Int32Array) {
  const answered = (slot: number): number[] =>
    Array.from(byRow.pair.subarray(byRow.start[slot], byRow.start[slot + 1]), (p) =>
      goodOf(market, column[p]),
    );
  const origins = market.origins.count;
  const byBuyers = market.goods.map((_, good) => new Set([good]));
  market.buyers.good.forEach((good, b) => {
    for (const other of answered(origins + b)) byBuyers[good].add(other);
  });
  return {
    touched: Array.from({ length: origins }, (_, o) => rangesOf(order, new Set(answered(o)))),
    touchedByBuyers: byBuyers.map((goods) => rangesOf(order, goods)),
  };
}

/** Positions of some goods as ranges, neighbours joined. */
function rangesOf({ goodOrder, goodStart }: GoodOrder, goods: ReadonlySet<number>): Int32Array {
  const ranges: number[] = [];
  goodOrder.forEach((good, place) => {
    if (!goods.has(good) || goodStart[place] === goodStart[place + 1]) return;
    if (ranges.at(-1) === goodStart[place]) ranges[ranges.length - 1] = goodStart[place + 1];
    else ranges.push(goodStart[place], goodStart[place + 1]);
  });
  return Int32Array.from(ranges);
}

function goodGraph(market: Market, pairs: Pairs): Set<number>[] {
  const graph = market.goods.map(() => new Set<number>());
  for (let p = 0; p < pairs.count; p++) {
    const [a, b] = [goodOf(market, pairs.row[p]), goodOf(market, pairs.column[p])];
    if (a !== b) graph[a].add(b);
  }
  return graph;
}

function cheapest(
  left: ReadonlySet<number>,
  neighbours: readonly ReadonlySet<number>[],
  size: Int32Array,
): number {
  let best = -1;
  let least = Infinity;
  for (const good of left) {
    let degree = 0;
    for (const other of neighbours[good]) if (left.has(other)) degree += size[other];
    const cost = size[good] * (size[good] + degree) * (size[good] + degree);
    if (cost < least) [best, least] = [good, cost];
  }
  return best;
}

function places(market: Market, order: readonly number[], size: Int32Array) {
  const goodStart = new Int32Array(order.length + 1);
  const next = new Int32Array(order.length);
  order.forEach((good, place) => {
    next[good] = goodStart[place];
    goodStart[place + 1] = goodStart[place] + size[good];
  });
  const position = new Int32Array(market.origins.count);
  const originAt = new Int32Array(market.origins.count);
  for (let o = 0; o < market.origins.count; o++) {
    position[o] = next[market.origins.good[o]]++;
    originAt[position[o]] = o;
  }
  const arcPosition = market.arcs.origin.map((origin) => position[origin]);
  return { goodOrder: Int32Array.from(order), goodStart, position, originAt, arcPosition };
}

function fillRanges(order: readonly number[], later: readonly ReadonlySet<number>[], size: Int32Array) {
  const ranges = (wanted: (place: number) => boolean): Int32Array => {
    const found: number[] = [];
    let at = 0;
    order.forEach((good, place) => {
      if (wanted(place) && size[good] > 0) {
        if (found.at(-1) === at) found[found.length - 1] = at + size[good];
        else found.push(at, at + size[good]);
      }
      at += size[good];
    });
    return Int32Array.from(found);
  };
  const coupled = new Uint8Array(order.length * order.length);
  order.forEach((good, place) => {
    for (const other of [good, ...later[place]]) {
      coupled[good * order.length + other] = 1;
      coupled[other * order.length + good] = 1;
    }
  });
  return {
    coupled,
    fill: order.map((_, place) => ranges((other) => later[place].has(order[other]))),
    lower: order.map((good) => ranges((other) => later[other].has(good))),
  };
}
