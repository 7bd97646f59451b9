import { readFileSync } from "node:fs";
import { baseline } from "@didym/core/baseline";
import { loadChain } from "@didym/core/chain";
import { worldOf } from "@didym/core/fields";
import { prepareRun, run, valueOf, type RunResult } from "@didym/core/results";
import { compileScenario, parseScenario } from "@didym/core/scenario";
import { compileChain, compileData, readDataFolder } from "@didym/data";
import { repositoryRoot } from "@didym/testing";
import { parse } from "yaml";

/** One row of `levers.yaml`. */
export interface LeverCheck {
  readonly id: string;
  readonly says: string;
  readonly condition: string;
  readonly horizon: readonly [number, number];
  /** Levers of both runs. */
  readonly under?: readonly object[];
  readonly levers: readonly object[];
  readonly expect: readonly string[];
}

export const leverChecks = parse(
  readFileSync(new URL("levers.yaml", import.meta.url), "utf8"),
) as readonly LeverCheck[];

export interface Outcome {
  readonly left: number;
  readonly right: number;
  readonly holds: boolean;
}

/** Runs on the shipped chain, prepared once. */
export function openChecks(): (levers: readonly object[], horizon: readonly [number, number]) => RunResult {
  const files = readDataFolder(`${repositoryRoot}data`);
  const tables = compileData(files).chains.find((entry) => entry.id === "rare-earths")!;
  const chain = loadChain(compileChain(tables, files));
  const base = baseline(chain);
  const frame = prepareRun(chain, base);
  const plants = base.nodes.flatMap((node) => node.plant ?? []);
  const world = worldOf(
    chain,
    plants,
    base.projects.map((project) => project.id),
  );
  const priceLevel = (year: number): number => (1 + frame.parameters.inflation) ** (year - base.year);
  return (levers, horizon) => {
    const file = { schema: "didym/scenario@1", name: "check", extends: [], horizon, levers };
    const reading = parseScenario(file, { world, years: [base.year, 2040] });
    if ("issues" in reading) throw new Error(JSON.stringify(reading.issues));
    const { name, members } = reading.scenario;
    const compiled = compileScenario(reading.scenario, { chain, world, baseYear: base.year, priceLevel });
    return run(chain, base, { name, levers: compiled, horizon, members }, { frame });
  };
}

const FORM =
  /^(?<left>[a-z-]+\[[^\]]*\]) (?<sign><=|>=|<|>|=) (?:(?<factor>[\d.]+) \* )?(?<right>against|base|[\d.]+)$/u;
/** Relative difference below which two solved figures are the same. */
const SAME = 1e-6;

/** Judges `REF < against`, `REF = 0`, `REF < 0.85 * base` (the same reference in the first year). */
export function judge(expectation: string, result: RunResult, against: RunResult): Outcome {
  const {
    left: reference,
    sign,
    factor = "1",
    right: word,
  } = FORM.exec(expectation)!.groups as Record<string, string>;
  const left = figure(result, reference);
  const right = Number(factor) * compared(word, reference, result, against);
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
  return valueOf(result, reference) ?? 0;
}
