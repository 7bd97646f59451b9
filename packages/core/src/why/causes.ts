import { parseMetricReference, valueOf, type MetricReference, type RunResult } from "../results/index.js";
import type { ScenarioLever } from "../scenario/index.js";
import { linksOf, type Link } from "./cause-links.js";
import { leverReach, type LeverReach } from "./lever-reach.js";

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
  /** The form of a lever that has several, such as a floor's mechanism. */
  readonly form?: string;
  readonly reach: LeverReach;
  readonly steps: readonly CauseStep[];
}

/** Links that move less than this share are left out, and so are those beyond this many before the metric itself. */
const enough = 0.005;
const longest = 7;

/**
 * How a lever reaches the metric: what changes where it bites (price, purchases, output), then stage by stage along the recipes between the
 * goods it names and the metric's good, what a sum of money is made of, at last the metric.
 */
export function causeOf(
  lever: ScenarioLever,
  asked: MetricReference,
  without: RunResult,
  alone: RunResult,
): Cause {
  const year = asked.year ?? alone.years[alone.years.length - 1];
  const reach = leverReach(lever, alone);
  const last = stepOf(referenceText(asked, year), without, alone);
  const steps: CauseStep[] = [];
  for (const link of linksOf(reach, asked, year, without, alone)) {
    if (steps.length >= longest) break;
    const step = stepOf(link.reference, without, alone);
    if (step === undefined || (last !== undefined && same(step, last))) continue;
    if (!steps.some((other) => same(step, other)) && counts(step, link, last)) steps.push(step);
  }
  const form = lever.params["mechanism"];
  return {
    lever: lever.id,
    kind: lever.kind,
    ...(typeof form === "string" && { form }),
    reach,
    steps: last === undefined ? steps : [...steps, last],
  };
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

/** A figure counts where it moves, and where it is no trifle beside what it is a part of. */
function counts(
  { before, after }: CauseStep,
  { beside, least = enough }: Link,
  last: CauseStep | undefined,
): boolean {
  const moves = Math.abs(after - before);
  if (beside === "result") return last !== undefined && moves > 0.1 * Math.abs(last.after - last.before);
  const size = Math.max(Math.abs(before), Math.abs(after));
  return moves > least * size && size >= 0.01 * beside;
}

function same(one: CauseStep, other: CauseStep): boolean {
  return one.metric === other.metric && JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

const sorted = ({ names }: CauseStep) => Object.entries(names).sort(([a], [b]) => (a < b ? -1 : 1));

export function referenceText({ metric, names }: MetricReference, year: number | undefined): string {
  const parts = Object.entries(names).map(([dimension, name]) => `${dimension}=${name}`);
  return `${metric.id}[${[...parts, ...(year === undefined ? [] : [String(year)])].join(",")}]`;
}
