import type { BacktestRow } from "@didym/core/backtest";

export const kinds = ["means", "peaks", "volumes"] as const;
export type SeriesKind = (typeof kinds)[number];

/** Volumes by their unit; highest quotes, offers and thin markets as peaks; every other price as a mean. */
export function kindOf({ series, unit }: Pick<BacktestRow, "series" | "unit">): SeriesKind {
  if (unit === "t/y") return "volumes";
  return /^(?:peak|europe|quote)-/u.test(series) ? "peaks" : "means";
}
