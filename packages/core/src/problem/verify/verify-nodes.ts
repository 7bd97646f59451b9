import type { Process } from "../market-problem.js";
import type { Range } from "./curve-quantities.js";
import type { Figures } from "./figures.js";
import type { NodeValue } from "./node-values.js";
import type { Violations } from "./violations.js";

/** Every node's balance: what comes in goes out, or may be thrown away where disposal is free. */
export function verifyBalances(
  figures: Figures,
  values: ReadonlyMap<number, NodeValue>,
  violations: Violations,
): void {
  const { problem } = figures;
  const ways = problem.goods.map((_, good) => problem.dispersion[good] > 0);
  const excess = new Float64Array(problem.regions.length * problem.goods.length);
  const incoming = new Float64Array(excess.length);
  const outgoing = new Float64Array(excess.length);
  for (const [node, quantity] of figures.supplied) excess[node] += quantity;
  const used = new Float64Array(excess.length);
  for (const [node, quantity] of figures.purchased) used[node] += quantity;
  for (const [node, quantity] of figures.demanded) used[node] += quantity;
  for (const process of problem.processes) {
    const level = figures.level.get(process.id) ?? 0;
    for (const [good, amount] of process.outputs) excess[figures.at(process.region, good)] += amount * level;
    for (const [good, amount] of process.inputs) used[figures.at(process.region, good)] += amount * level;
  }
  problem.arcs.forEach((arc, k) => {
    outgoing[figures.at(arc.from, arc.good)] += figures.flow[k];
    incoming[figures.at(arc.to, arc.good)] += figures.flow[k];
  });
  excess.forEach((own, node) => {
    const good = node % problem.goods.length;
    const scale = figures.quantityScale[node];
    const value = values.get(node);
    const check = (what: string, left: number, price: number | undefined) => {
      if (!problem.freeDisposal[good]) violations.add(`${what} ${node}`, Math.abs(left) / scale);
      else if (price === undefined) violations.add(`${what} ${node}`, -left / scale);
      else violations.complementary(`${what} ${node}`, price / figures.priceScale[good], left / scale);
    };
    if (!ways[good])
      check("balance", own + incoming[node] - outgoing[node] - used[node], nearestToZero(value));
    else {
      check("origin balance", own - outgoing[node], value && atOrigin(value));
      check("use balance", incoming[node] - used[node], nearestToZero(value));
    }
  });
}

/** The price of the balance that comes nearest to zero among those that the answer allows. */
function nearestToZero(value: NodeValue | undefined): number | undefined {
  if (value === undefined) return undefined;
  return nearest(value.use[1] === Infinity ? value.use : value.arrive);
}

function atOrigin(value: NodeValue): number {
  return nearest(value.produce[0] === -Infinity ? value.produce : value.leave);
}

function nearest([low, high]: Range): number {
  return Math.min(Math.max(0, low), high);
}

/** Processes run where they pay and stand where they do not; a rent means full capacity. */
export function verifyProcesses(
  figures: Figures,
  values: ReadonlyMap<number, NodeValue>,
  violations: Violations,
): void {
  const { problem } = figures;
  for (const process of problem.processes) {
    if (process.outputs.some(([good]) => problem.sellers.some((seller) => seller.good === good))) continue;
    verifyProcess(figures, values, violations, process);
  }
}

/** @param worthOf values of outputs that stand in for the market's, by good. */
export function verifyProcess(
  figures: Figures,
  values: ReadonlyMap<number, NodeValue>,
  violations: Violations,
  process: Process,
  worthOf: ReadonlyMap<number, number> = new Map(),
): void {
  const level = figures.level.get(process.id) ?? 0;
  const worth = (role: "produce" | "use", end: 0 | 1) =>
    (role === "produce" ? process.outputs : process.inputs).reduce((sum, [good, amount]) => {
      const own = role === "produce" ? worthOf.get(good) : undefined;
      const value = own ?? values.get(figures.at(process.region, good))?.[role][end] ?? NaN;
      return sum + (amount === 0 ? 0 : amount * value);
    }, 0);
  const rent = figures.rent.get(process.id) ?? 0;
  const cost = process.cost + process.costSlope * level - process.subsidy + rent;
  const scale = Math.max(
    Math.abs(process.cost),
    Math.abs(worth("use", 0)),
    Math.abs(worth("produce", 1)),
    1e-300,
  );
  const size = Math.min(Infinity, scale);
  violations.add(`gain of ${process.id}`, (worth("produce", 0) - worth("use", 1) - cost) / size || 0);
  violations.add(`level of ${process.id}`, -level);
  violations.add(`capacity of ${process.id}`, (level - process.capacity) / process.capacity || 0);
  if (level > 0) {
    const loss = (cost + worth("use", 0) - worth("produce", 1)) / size;
    violations.add(
      `loss of ${process.id}`,
      Math.min(loss || 0, Math.max(level / levelScale(figures, process.region, process), 0)),
    );
  }
  if (rent !== 0)
    violations.complementary(
      `rent of ${process.id}`,
      rent / size,
      (process.capacity - level) / process.capacity,
    );
}

function levelScale(figures: Figures, region: number, process: Process): number {
  const sizes = [...process.inputs, ...process.outputs].map(([good, amount]) =>
    amount > 0 ? figures.quantityScale[figures.at(region, good)] / amount : Infinity,
  );
  return Math.min(...sizes);
}
