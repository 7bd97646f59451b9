import { isRationed, nodeOf, type CurveRow, type MarketProblem } from "../market-problem.js";
import { quantitiesAt } from "../verify/curve-quantities.js";

export interface Shortage {
  readonly nodes: readonly {
    readonly region: string;
    readonly good: string;
    readonly weight: number;
    readonly users?: boolean;
  }[];
  readonly quotas: readonly { readonly id: string; readonly weight: number }[];
}

/** Weights differ from round numbers by less than this. */
const ROUNDING = 1e-6;

/**
 * The most that the certificate's weights can collect over everything that could be done in one good without processes:
 * below zero, no flow meets what must be met. Written anew for the test, from the definitions of the format.
 */
export function mostCollected(problem: MarketProblem, { nodes, quotas }: Shortage): number {
  const weight = (region: number, good: number, users: boolean) =>
    nodes.find(
      (row) =>
        row.region === problem.regions[region] &&
        row.good === problem.goods[good] &&
        (row.users ?? false) === (users && problem.dispersion[good] > 0),
    )?.weight ?? 0;
  const priceOf = (q: number) => quotas.find((row) => row.id === problem.quotas[q].id)?.weight ?? 0;
  let most = problem.quotas.reduce((sum, quota, q) => sum + priceOf(q) * quota.limit, 0);
  for (const [rows, side] of [
    [problem.supply, 1],
    [problem.demand, -1],
  ] as const)
    for (const row of rows) {
      const by = side * weight(row.region, row.goods[0], side < 0);
      const [least, upper] = range(problem, row, side);
      most += by > ROUNDING ? by * upper : by < 0 ? by * least : 0;
    }
  for (const floor of problem.floors)
    if (floor.mechanism === "purchase" && weight(floor.region, floor.good, true) < -ROUNDING) return Infinity;
  for (const arc of problem.arcs) {
    const gain =
      weight(arc.to, arc.good, true) -
      weight(arc.from, arc.good, false) -
      arc.quotas.reduce((sum, q) => sum + priceOf(q), 0);
    if (gain > ROUNDING) most += gain * arc.capacity;
  }
  const disposed = nodes.some(
    (row) => row.weight < -ROUNDING && problem.freeDisposal[problem.goods.indexOf(row.good)],
  );
  return disposed ? Infinity : most;
}

/** Least and most that a side trades, whatever the prices that the problem's rules allow. */
function range(problem: MarketProblem, row: CurveRow, side: 1 | -1): readonly [number, number] {
  const { region, curve, capacity } = row;
  const [good] = row.goods;
  const here = (rule: { readonly region: number; readonly good: number }) =>
    rule.region === region && rule.good === good;
  const node = nodeOf(problem, region, good);
  const subsidy = side > 0 ? problem.supplySubsidy[node] : -problem.demandSubsidy[node];
  const at = (price: number) => quantitiesAt(curve, side, price + subsidy, capacity);
  let [least, most] = plainRange(row, side);
  const floor = problem.floors.find(here);
  const ceiling = problem.ceilings.find(here);
  if (floor?.mechanism === "deficiency-payment" && side > 0) least = Math.max(least, at(floor.price)[0]);
  if (floor?.mechanism === "regulated" && side < 0) most = Math.min(most, at(floor.price)[1]);
  if (ceiling !== undefined && side > 0) most = Math.min(most, at(ceiling.price)[1]);
  if (isRationed(problem, region, good, side)) least = 0;
  return [Math.min(least, most), most];
}

function plainRange({ curve, capacity }: CurveRow, side: 1 | -1): readonly [number, number] {
  switch (curve.form) {
    case "fixed":
      return [Math.min(curve.quantity, capacity), Math.min(curve.quantity, capacity)];
    case "steps":
      return [
        0,
        Math.min(
          capacity,
          curve.steps.reduce((sum, [size]) => sum + size, 0),
        ),
      ];
    case "golombek":
      return [0, curve.limit];
    case "isoelastic":
      return [side < 0 ? 1e-6 * curve.quantity : 0, capacity];
    default:
      return [0, capacity];
  }
}
