import { baseline } from "@didym/core/baseline";
import { loadChain } from "@didym/core/chain";
import { evaluateClaimTest, parseClaimTest, type Figure } from "@didym/core/claims";
import { IssueError } from "@didym/core/errors";
import {
  parseMetricReference,
  prepareRun,
  run,
  seriesOf,
  valueOf,
  type RunResult,
} from "@didym/core/results";
import type { Scenario } from "@didym/core/scenario";
import { parameterDraws } from "@didym/core/uncertainty";
import { compiledChain } from "../data/compiled-chain.js";
import { readStarts } from "../run/stored-baseline.js";
import type { DrawAnswer, SweepJob } from "./sweep-job.js";

/** Solves a sweep's draws; −1 is the scenario as it stands, with nothing drawn. */
export interface DrawSolver {
  /** Parameters of each draw, by id. */
  readonly draws: readonly Readonly<Record<string, number>>[];
  /** @throws IssueError of draw −1; another draw without an answer says why in the answer. */
  readonly solve: (draw: number) => Promise<DrawAnswer>;
}

export async function drawSolver(job: SweepJob): Promise<DrawSolver> {
  const file = await compiledChain();
  const draws = parameterDraws(file.tables.assumptions, job.samples, job.seed);
  const solveAt = async (drawn: Readonly<Record<string, number>>): Promise<DrawAnswer> => {
    const runs = new Map<string, RunResult>();
    for (const scenario of job.scenarios) {
      const parameters = { ...drawn, ...scenario.parameters };
      const chain = loadChain(file, parameters);
      const base = baseline(chain);
      const starts = await readStarts(chain);
      const frame = prepareRun(chain, base, parameters);
      const asked: Scenario = { ...scenario, parameters };
      runs.set(scenario.name, run(chain, base, asked, { frame, ...(starts !== undefined && { starts }) }));
    }
    return answerOf(job, runs);
  };
  return {
    draws,
    async solve(draw) {
      if (draw < 0) return solveAt({});
      try {
        return await solveAt(draws[draw]);
      } catch (error) {
        if (error instanceof IssueError) return { failed: error.issues[0].code };
        throw error;
      }
    },
  };
}

function answerOf(
  { scenarios, references, ask }: SweepJob,
  runs: ReadonlyMap<string, RunResult>,
): DrawAnswer {
  const [{ name }] = scenarios;
  const own = runs.get(name)!;
  const values = references.map((text) => {
    const { metric, names } = parseMetricReference(text, own);
    const series = seriesOf(own, metric, names);
    return series.values.map((value, i) => (series.void.includes(own.years[i]) ? null : value));
  });
  if (ask === null) return { values, holds: null };
  const value = ({ scenario, reference }: Figure) => valueOf(runs.get(scenario)!, reference);
  return { values, holds: evaluateClaimTest(parseClaimTest(ask, name), value).holds };
}
