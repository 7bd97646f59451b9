import type { Chain } from "../chain/chain.js";
import type { StartPoint } from "../market/market.js";
import type { RunResult } from "./run-result.js";

/** Prices and rents of the policies in force, year by year, made by set-up: where every run's years begin. */
export interface StoredBaseline {
  readonly schema: "didym/baseline@1";
  /** Hash of the figures it was solved from; with others it is not used. */
  readonly data: string;
  readonly years: readonly {
    readonly year: number;
    readonly originPrice: readonly number[];
    readonly controls: readonly string[];
    readonly rent: readonly number[];
  }[];
}

/** Digits kept: enough to begin near, few enough to load at once. */
const digits = 9;
const kept = (values: Float64Array): number[] =>
  Array.from(values, (value) => Number(value.toPrecision(digits)));

export function storedBaseline(chain: Chain, { steps }: RunResult): StoredBaseline {
  return {
    schema: "didym/baseline@1",
    data: chain.hash,
    years: steps.map(({ year, market, equilibrium }) => ({
      year,
      originPrice: kept(equilibrium.originPrice),
      controls: market.controls.map(({ id }) => id),
      rent: kept(equilibrium.rent),
    })),
  };
}

/** Starts by year for runs of these figures; undefined where the baseline is of others. */
export function startsFrom(
  { data, years }: StoredBaseline,
  chain: Chain,
): ReadonlyMap<number, StartPoint> | undefined {
  if (data !== chain.hash) return undefined;
  return new Map(
    years.map(({ year, originPrice, controls, rent }) => [
      year,
      { originPrice: Float64Array.from(originPrice), rent: Float64Array.from(rent), controls },
    ]),
  );
}
