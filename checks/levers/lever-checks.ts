import { readdirSync, readFileSync } from "node:fs";
import { valueOf, type RunResult } from "@didym/core/results";
import { parse } from "yaml";
import { observables } from "./observables.js";

/**
 * What a lever must do on the rare-earth chain: under a condition, with the lever, what must hold against the same run without it.
 * Signs across goods, regions and years are calibration, not theory: a check that fails is explained or is a bug.
 */
export interface LeverCheck {
  readonly id: string;
  readonly says: string;
  readonly condition: string;
  readonly horizon: readonly [number, number];
  /** Levers of both runs. */
  readonly under?: readonly object[];
  /** Levers of the run compared with, besides those of both: none unless given. */
  readonly against?: readonly object[];
  readonly levers: readonly object[];
  readonly parameters?: Readonly<Record<string, number>>;
  /** `REF < against`, `REF = 0`, `REF < 0.85 * base` (the first year), `REF <= against + 2`; REF is a metric reference or one of `observables`. */
  readonly expect: readonly string[];
}

const folder = new URL(".", import.meta.url);

/** The rows of every file beside this one. */
export const leverChecks = readdirSync(folder)
  .filter((file) => file.endsWith(".yaml"))
  .sort()
  .flatMap((file) => parse(readFileSync(new URL(file, folder), "utf8")) as readonly LeverCheck[]);

export interface Outcome {
  readonly left: number;
  readonly right: number;
  readonly holds: boolean;
}

const FORM =
  /^(?<left>[a-z-]+\[[^\]]*\]) (?<sign><=|>=|<|>|=) (?:(?<factor>[\d.]+) \* )?(?<right>against|base|[\d.]+)(?: \+ (?<more>[\d.]+))?$/u;
/** Relative difference below which two solved figures are the same. */
const SAME = 1e-6;

export function judge(expectation: string, result: RunResult, against: RunResult): Outcome {
  const {
    left: reference,
    sign,
    factor = "1",
    right: word,
    more = "0",
  } = FORM.exec(expectation)!.groups as Record<string, string>;
  const left = figure(result, reference);
  const right = Number(factor) * compared(word, reference, result, against) + Number(more);
  const gap = (left - right) / Math.max(Math.abs(left), Math.abs(right), 1e-9);
  const holds = {
    "<": gap < -SAME,
    ">": gap > SAME,
    "=": Math.abs(gap) <= SAME,
    "<=": gap <= SAME,
    ">=": gap >= -SAME,
  }[sign]!;
  return { left, right, holds };
}

function compared(word: string, reference: string, result: RunResult, against: RunResult): number {
  if (word === "against") return figure(against, reference);
  if (word === "base") return figure(against, reference.replace(/\d{4}\]$/u, `${result.years[0]}]`));
  return Number(word);
}

/** What nothing was paid for or shipped is 0. */
function figure(result: RunResult, reference: string): number {
  const [name, inside] = reference.slice(0, -1).split("[");
  const observed = observables[name];
  return observed === undefined ? (valueOf(result, reference) ?? 0) : observed(result, inside.split(","));
}
