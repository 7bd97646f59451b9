import type { ShockRequest, ShockSpec } from "@didym/core/shock";
import type { Choices } from "../../state/page-state.js";

/** What stop is asked for and what of it is looked at, as the page's state and links carry it. */
export interface StopChoice extends ShockSpec {
  readonly place: string;
  readonly good: string;
}

export const longestStop = 36;

export const usualStop: StopChoice = {
  by: ["CHN"],
  to: ["members"],
  goods: ["magnet.*"],
  year: 2028,
  months: 6,
  remaining: 0,
  place: "members",
  good: "magnet.NdFeB-high-temperature",
};

const keys = ["by", "to", "goods", "year", "months", "remaining", "place", "good"] as const;

/** @param years first and last of the model; figures outside what can be asked are brought inside. */
export function readStop(choices: Choices, years: readonly [number, number]): StopChoice {
  const list = (key: "by" | "to" | "goods"): readonly string[] => {
    const names = (choices[`stop.${key}`] ?? "").split(",").filter((name) => name !== "");
    return names.length > 0 ? names : usualStop[key];
  };
  const number = (key: "year" | "months" | "remaining", low: number, high: number): number => {
    const value = Number(choices[`stop.${key}`] ?? NaN);
    return Number.isFinite(value) ? Math.min(high, Math.max(low, value)) : usualStop[key];
  };
  return {
    by: list("by"),
    to: list("to"),
    goods: list("goods"),
    year: Math.round(number("year", years[0], years[1])),
    months: Math.round(number("months", 1, longestStop)),
    remaining: number("remaining", 0, 1),
    place: choices["stop.place"] ?? usualStop.place,
    good: choices["stop.good"] ?? usualStop.good,
  };
}

/** Choices that write a change of the stop; what is as usual is not written. */
export function writeStop(change: Partial<StopChoice>): Record<string, string | undefined> {
  const written: Record<string, string | undefined> = {};
  for (const key of keys) {
    const value = change[key];
    if (value === undefined) continue;
    const text = String(value);
    written[`stop.${key}`] = text === String(usualStop[key]) ? undefined : text;
  }
  return written;
}

export function requestOf({ by, to, goods, year, months, remaining }: StopChoice): ShockRequest {
  return { by, to, goods, year, months, remaining };
}

/** The command that computes the same. @param run the scenario's own command, as `didym run washington-2026 --set …`. */
export function stopCommand(run: string, { by, to, goods, year, months, remaining }: StopChoice): string {
  const flags = [
    `--by ${by.join(",")}`,
    `--to ${to.join(",")}`,
    `--goods '${goods.join(",")}'`,
    `--year ${String(year)}`,
    `--months ${String(months)}`,
    ...(remaining > 0 ? [`--remaining ${String(remaining)}`] : []),
  ];
  return `${run.replace(/^didym run/u, "didym shock")} ${flags.join(" ")}`;
}
