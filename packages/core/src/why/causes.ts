import { matches } from "../fields/index.js";
import { parseMetricReference, valueOf, type MetricReference, type RunResult } from "../results/index.js";
import type { ScenarioLever } from "../scenario/index.js";

/** One link of a chain of causes: a figure without and with the lever, nothing else changed. */
export interface CauseStep {
  readonly reference: string;
  readonly metric: string;
  readonly names: Readonly<Record<string, string>>;
  readonly unit: string;
  readonly before: number;
  readonly after: number;
}

export interface Cause {
  readonly lever: string;
  readonly kind: string;
  readonly steps: readonly CauseStep[];
}

const least = 0.005;
const longest = 6;
const stages = ["concentrate", "oxide", "metal", "magnet"];

/**
 * How a lever reaches the metric: what changes for the goods it names (delivered price, purchases from China, output), then for the stages
 * between them and the metric's good, at last the metric. Links that move less than half a percent are left out.
 */
export function causeOf(
  lever: ScenarioLever,
  asked: MetricReference,
  without: RunResult,
  alone: RunResult,
): Cause {
  const region = asked.names.region ?? "members";
  const year = asked.year ?? alone.years.at(-1);
  const steps: CauseStep[] = [];
  const add = (reference: string, always = false): void => {
    if (steps.some((step) => step.reference === reference)) return;
    const step = stepOf(reference, without, alone);
    if (step !== undefined && (always || moved(step))) steps.push(step);
  };
  for (const good of pathOf(lever, asked, alone)) {
    if (steps.length >= longest) break;
    add(`price[${good},${region},${year}]`);
    add(`imports-from[${good},${region},CHN,${year}]`);
    add(`production[${good},${region},${year}]`);
  }
  add(referenceText(asked, year), true);
  return { lever: lever.id, kind: lever.kind, steps };
}

/** The goods that the lever names, largest first, then one good of each stage on the way to the metric's good. */
function pathOf(lever: ScenarioLever, asked: MetricReference, run: RunResult): string[] {
  const { goods } = run.frame.calibration;
  const named = [lever.params["good"], lever.params["goods"]]
    .flat()
    .filter((name) => typeof name === "string");
  const touched = goods.filter((good) => named.some((pattern) => matches(pattern, good)));
  const target = asked.names.good ?? "";
  const own = touched.includes(target) ? target : largest(touched, run);
  const first = own ?? "magnet.NdFeB-standard";
  return [first, ...between(first, target, goods), ...(goods.includes(target) ? [target] : [])];
}

function largest(goods: readonly string[], run: RunResult): string | undefined {
  const size = (good: string) => valueOf(run, `use[${good},world]`) ?? 0;
  return [...goods].sort((a, b) => size(b) - size(a) || (a < b ? -1 : 1))[0];
}

/** The NdPr line of the chain from one stage to another, ends left out. */
function between(from: string, to: string, goods: readonly string[]): string[] {
  const at = (good: string) => stages.indexOf(good.split(".")[0]);
  const [a, b] = [at(from), at(to)];
  if (a < 0 || b < 0 || a === b) return [];
  const direction = a < b ? 1 : -1;
  const line = ["", "oxide.NdPr", "metal.NdPr", "magnet.NdFeB-standard"];
  const found: string[] = [];
  for (let stage = a + direction; stage !== b; stage += direction)
    if (goods.includes(line[stage])) found.push(line[stage]);
  return found;
}

function stepOf(reference: string, without: RunResult, alone: RunResult): CauseStep | undefined {
  const read = parseMetricReference(reference, alone);
  const [before, after] = [valueOf(without, read), valueOf(alone, read)];
  if (before === undefined || after === undefined) return undefined;
  const { metric, names } = read;
  return {
    reference,
    metric: metric.id,
    names: names,
    unit: metric.unit,
    before,
    after,
  };
}

function moved({ before, after }: CauseStep): boolean {
  return Math.abs(after - before) > least * Math.max(Math.abs(before), Math.abs(after));
}

export function referenceText({ metric, names }: MetricReference, year: number | undefined): string {
  const parts = Object.entries(names).map(([dimension, name]) => `${dimension}=${name}`);
  return `${metric.id}[${[...parts, ...(year === undefined ? [] : [String(year)])].join(",")}]`;
}
