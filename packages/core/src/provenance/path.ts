import type { Chain } from "../chain/chain.js";
import { goodsMatching, type MetricReference } from "../results/metric-reference.js";
import { regionSet } from "../results/region-set.js";
import type { RunResult } from "../results/run-result.js";

/** What a metric reference is about, and how far every good of the chain stands from it. */
export interface Path {
  readonly regions: ReadonlySet<number>;
  /** By good: steps along processes and end uses, 0 for the reference's own goods; Infinity where nothing connects them. */
  readonly steps: Float64Array;
}

export function pathOf(result: RunResult, { names }: MetricReference): Path {
  const { chain } = result.frame.calibration;
  const set = (name: string | undefined): Iterable<number> =>
    name === undefined ? [] : (regionSet(chain, result.members, name) ?? []);
  return {
    regions: new Set([...set(names.region ?? "world"), ...set(names.partner)]),
    steps: stepsFrom(chain, ownGoods(result, names)),
  };
}

function ownGoods(result: RunResult, names: MetricReference["names"]): number[] {
  const { goods } = result.frame.calibration.chain;
  if (names.good !== undefined) return goodsMatching(names.good, result);
  return goods.flatMap((good, i) => (names.stage === undefined || good.stage === names.stage ? [i] : []));
}

function stepsFrom(chain: Chain, own: readonly number[]): Float64Array {
  const beside = neighbours(chain);
  const steps = new Float64Array(chain.goods.length).fill(Infinity);
  let front = [...own];
  for (const good of front) steps[good] = 0;
  for (let step = 1; front.length > 0; step++) {
    const next = new Set(front.flatMap((good) => [...beside[good]]).filter((good) => steps[good] > step));
    for (const good of next) steps[good] = step;
    front = [...next];
  }
  return steps;
}

const known = new WeakMap<Chain, readonly ReadonlySet<number>[]>();

/** Goods that one process turns into each other, or that serve one end use. */
function neighbours(chain: Chain): readonly ReadonlySet<number>[] {
  let sets = known.get(chain);
  if (sets === undefined) known.set(chain, (sets = makeNeighbours(chain)));
  return sets;
}

function makeNeighbours({ goods, technologies, endUses }: Chain): Set<number>[] {
  const at = new Map(goods.map(({ id }, i) => [id, i]));
  const sets = goods.map(() => new Set<number>());
  const join = (from: string, to: string): void => {
    const [a, b] = [at.get(from), at.get(to)];
    if (a === undefined || b === undefined || a === b) return;
    sets[a].add(b);
    sets[b].add(a);
  };
  for (const { inputs, outputs } of technologies)
    for (const input of Object.keys(inputs)) for (const output of Object.keys(outputs)) join(input, output);
  for (const { goods: serving } of endUses) for (const a of serving) for (const b of serving) join(a, b);
  return sets;
}
