import type { RunResult } from "@didym/core/results";

type Step = RunResult["steps"][number];

/** One good in one economy in one solved year. */
export interface Place {
  readonly step: Step;
  readonly region: number;
  readonly good: number;
  /** −1 where there is none. */
  readonly buyer: number;
  readonly origin: number;
}

/** Undefined for a year, region or good the run does not know. */
export function placeOf(result: RunResult, region: string, good: string, year: number): Place | undefined {
  const step = result.steps.find((one) => one.year === year);
  if (step === undefined) return undefined;
  const { regions, goods, buyers, origins } = step.market;
  const [at, of] = [regions.indexOf(region), goods.indexOf(good)];
  if (at < 0 || of < 0) return undefined;
  const find = (where: { readonly region: Int32Array; readonly good: Int32Array }): number =>
    where.region.findIndex((one, i) => one === at && where.good[i] === of);
  return { step, region: at, good: of, buyer: find(buyers), origin: find(origins) };
}

/** Routes into the buyer of a place, the largest flow first. */
export function routesInto({ step, buyer }: Place): number[] {
  if (buyer < 0) return [];
  const { start } = step.market.arcs;
  const [from = 0, to = 0] = [start[buyer], start[buyer + 1]];
  const flow = (arc: number): number => step.equilibrium.flow[arc] ?? 0;
  return Array.from({ length: to - from }, (_, i) => from + i)
    .filter((arc) => flow(arc) > 0)
    .sort((a, b) => flow(b) - flow(a));
}

export const sum = (values: Iterable<number>): number => {
  let total = 0;
  for (const value of values) total += value;
  return total;
};
