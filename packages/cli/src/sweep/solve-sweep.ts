import { cpus } from "node:os";
import { metricOf } from "@didym/core/results";
import type { Context } from "../command/context.js";
import { drawStore } from "./draw-store.js";
import { runDraws } from "./run-draws.js";
import { quantilesOf, type Answered, type Band } from "./summary.js";
import type { DrawAnswer, SweepJob } from "./sweep-job.js";

export interface SolvedSweep {
  readonly answers: readonly DrawAnswer[];
  /** Draws that were found in the cache. */
  readonly kept: number;
}

/** All draws of a sweep, those that are kept from the cache. */
export async function solveSweep(job: SweepJob, context: Context): Promise<SolvedSweep> {
  const store = await drawStore(job, context);
  const answers = new Map<number, DrawAnswer>();
  for (let draw = 0; draw < job.samples; draw++) {
    const found = await store.read(draw);
    if (found !== undefined) answers.set(draw, found);
  }
  const kept = answers.size;
  const open = Array.from({ length: job.samples }, (_, draw) => draw).filter((draw) => !answers.has(draw));
  await runDraws(job, open, context.globals.workers ?? cpus().length, context, async (draw, answer) => {
    await store.keep(draw, answer);
    answers.set(draw, answer);
    context.progress.report(answers.size - kept, open.length);
  });
  context.progress.end();
  return { answers: Array.from({ length: job.samples }, (_, draw) => answers.get(draw)!), kept };
}

/** The years of a sweep's scenario. */
export function yearsOf({ scenarios: [{ horizon }] }: SweepJob): number[] {
  const [first, last] = horizon;
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

/** A band a reference; `central` is the scenario with nothing drawn, a row a reference. */
export function bandsOf(
  job: SweepJob,
  central: readonly (readonly (number | null)[])[],
  draws: readonly Answered[],
): Band[] {
  return job.references.map((reference, k) => ({
    reference,
    unit: metricOf(/^[a-z-]+/u.exec(reference.trim())![0])!.unit,
    central: central[k],
    quantiles: quantilesOf(draws, k, yearsOf(job).length),
  }));
}
