import { Stream } from "../numeric/stream.js";

/** Part of a difference that one lever brings, Shapley's value over the order in which levers may come. */
export interface Contributions {
  readonly total: number;
  readonly values: readonly number[];
  /** Largest standard error of a value where orders were sampled; 0 where all were counted. */
  readonly standardError: number;
}

/** Sets of levers are counted one by one up to this many. */
export const exactUpTo = 8;

/**
 * Splits worth(all) − worth(none) over `count` levers (Shapley 1953); the values sum to the difference.
 * @param worth value of the metric with a set of levers, given as a bit mask; each set is asked once.
 */
export function contributions(
  count: number,
  worth: (levers: bigint) => number,
  seed: number,
  orders = 24,
): Contributions {
  const known = new Map<bigint, number>();
  const value = (set: bigint): number => {
    let found = known.get(set);
    if (found === undefined) known.set(set, (found = worth(set)));
    return found;
  };
  return count <= exactUpTo ? exact(count, value) : sampled(count, value, seed, orders);
}

function exact(count: number, value: (set: bigint) => number): Contributions {
  const full = (1n << BigInt(count)) - 1n;
  const weight = shapleyWeights(count);
  const values = Array.from({ length: count }, (_, lever) => {
    const bit = 1n << BigInt(lever);
    let sum = 0;
    for (let set = 0n; set <= full; set++)
      if ((set & bit) === 0n) sum += weight[sizeOf(set)] * (value(set | bit) - value(set));
    return sum;
  });
  return { total: value(full) - value(0n), values, standardError: 0 };
}

/** s!(n − s − 1)!/n! by size s of the set joined. */
function shapleyWeights(count: number): number[] {
  const weights: number[] = [];
  let choose = 1;
  for (let size = 0; size < count; size++) {
    weights.push(1 / (count * choose));
    choose = (choose * (count - 1 - size)) / (size + 1);
  }
  return weights;
}

/** Marginal values along random orders, each also walked backwards; every order sums to the total, so their mean does. */
function sampled(count: number, value: (set: bigint) => number, seed: number, orders: number): Contributions {
  const stream = new Stream(seed, "orders-of-levers");
  const sums = new Array<number>(count).fill(0);
  const squares = new Array<number>(count).fill(0);
  const pairs = Math.max(1, Math.floor(orders / 2));
  for (let pair = 0; pair < pairs; pair++) {
    const order = shuffled(count, stream);
    const forward = marginals(order, value);
    const backward = marginals([...order].reverse(), value);
    for (let lever = 0; lever < count; lever++) {
      const mean = (forward[lever] + backward[lever]) / 2;
      sums[lever] += mean;
      squares[lever] += mean * mean;
    }
  }
  const spread = sums.map((sum, i) => Math.max(0, squares[i] / pairs - (sum / pairs) * (sum / pairs)));
  const full = (1n << BigInt(count)) - 1n;
  return {
    total: value(full) - value(0n),
    values: sums.map((sum) => sum / pairs),
    standardError: Math.sqrt(Math.max(...spread) / pairs),
  };
}

function marginals(order: readonly number[], value: (set: bigint) => number): number[] {
  const found = new Array<number>(order.length).fill(0);
  let set = 0n;
  for (const lever of order) {
    const next = set | (1n << BigInt(lever));
    found[lever] = value(next) - value(set);
    set = next;
  }
  return found;
}

function shuffled(count: number, stream: Stream): number[] {
  const order = Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const j = stream.integer(i + 1);
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}

function sizeOf(set: bigint): number {
  let size = 0;
  for (let rest = set; rest > 0n; rest &= rest - 1n) size++;
  return size;
}
