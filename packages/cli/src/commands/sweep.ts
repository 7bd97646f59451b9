import { cpus } from "node:os";
import { figuresOf, parseClaimTest } from "@didym/core/claims";
import { IssueError } from "@didym/core/errors";
import type { Scenario } from "@didym/core/scenario";
import type { Answer } from "../command/answer.js";
import { defineCommand } from "../command/command.js";
import type { Context } from "../command/context.js";
import { issueLines } from "../errors/issue-text.js";
import { usageError } from "../errors/usage.js";
import { levelReferences, shownYears } from "../run/headline.js";
import { builtInScenario } from "../scenario/built-in-scenario.js";
import { readScenario } from "../scenario/read-scenario.js";
import { drawSolver } from "../sweep/solve-draw.js";
import { bandsOf, solveSweep, yearsOf } from "../sweep/solve-sweep.js";
import { answered, oddsOf, sensitivitiesOf } from "../sweep/summary.js";
import type { SweepJob } from "../sweep/sweep-job.js";
import { bandTables, drawTable, oddsTable, sensitivityTable } from "../sweep/tables.js";
import { scenarioArgument, setFlag } from "../scenario/scenario-arguments.js";

/** Rows named for each figure: for people, for programs. */
const mostShown = 5;

/** The scenarios that a statement names besides the swept one. Throws INVALID_SYNTAX or UNKNOWN_SCENARIO at --ask. */
async function namedIn(statement: string | undefined, { name, horizon }: Scenario): Promise<Scenario[]> {
  if (statement === undefined) return [];
  try {
    const names = new Set(figuresOf(parseClaimTest(statement, name)).map(({ scenario }) => scenario));
    names.delete(name);
    const others = await Promise.all([...names].map(builtInScenario));
    return others.map((other) => ({ ...other, horizon }));
  } catch (error) {
    if (!(error instanceof IssueError)) throw error;
    const [first, ...rest] = error.issues;
    throw new IssueError([{ ...first, path: "--ask" }, ...rest]);
  }
}

async function planned(job: SweepJob, context: Context): Promise<Answer> {
  const { solve, draws } = await drawSolver(job);
  const begun = performance.now();
  await solve(-1);
  const each = (performance.now() - begun) / 1000;
  const workers = context.globals.workers ?? cpus().length;
  const runs = job.samples * job.scenarios.length;
  const seconds = (each * job.samples) / workers;
  const drawn = Object.keys(draws[0]).length;
  return {
    data: {
      scenario: job.scenarios[0].name,
      dryRun: true,
      samples: job.samples,
      runs,
      drawn,
      workers,
      seconds,
    },
    tables: [],
    text: `${context.words({
      en: `${job.samples} draws of ${drawn} parameters, ${runs} runs on ${workers} workers: about ${Math.ceil(seconds)} s`,
      zh: `${drawn} 个参数抽样 ${job.samples} 次，${workers} 个工作线程运算 ${runs} 次：约 ${Math.ceil(seconds)} 秒`,
    })}\n`,
  };
}

export const sweep = defineCommand({
  name: "sweep",
  schema: "didym/sweep@1",
  positionals: [scenarioArgument],
  flags: {
    samples: {
      kind: "integer",
      least: 1,
      most: 1_000_000,
      value: "N",
      required: true,
      brief: { en: "draws of the assumed figures over their ranges", zh: "对假定数据在其范围内抽样的次数" },
    },
    ask: {
      kind: "text",
      value: "STATEMENT",
      brief: {
        en: "the odds of this, as 'price[oxide.NdPr,JPN,2030] > price[oxide.NdPr,JPN,2030]@status-quo'",
        zh: "求此论断成立的概率，例如 'price[oxide.NdPr,JPN,2030] > price[oxide.NdPr,JPN,2030]@status-quo'",
      },
    },
    select: {
      kind: "list",
      value: "METRIC",
      brief: { en: "bands of this metric instead of the headlines", zh: "求此指标的区间，代替主要数字" },
    },
    resume: {
      kind: "switch",
      brief: {
        en: "take up draws that are kept (always done unless --no-cache) and say how many",
        zh: "接续已保存的抽样（除非 --no-cache，总是如此），并说明数量",
      },
    },
    "dry-run": {
      kind: "switch",
      brief: { en: "say size and time, draw nothing", zh: "只说明规模与用时，不抽样" },
    },
    queue: {
      kind: "text",
      value: "URL",
      brief: { en: "share the draws over many machines", zh: "由多台机器分担" },
    },
    set: setFlag,
  },
  examples: [
    {
      args: "sweep washington-2026 --samples 100",
      does: { en: "bands of the headlines, and what moves them", zh: "主要数字的区间及其影响因素" },
    },
    {
      args: "sweep washington-2026 --samples 100 --ask 'price[oxide.NdPr,JPN,2030] < price[oxide.NdPr,JPN,2030]@status-quo' --json",
      does: { en: "the odds of a statement, for a program", zh: "论断成立的概率，供程序使用" },
    },
    {
      args: "sweep my.yaml --samples 1000 --resume --out sweep",
      does: {
        en: "take up an interrupted one; every draw as CSV and Parquet",
        zh: "接续中断的运算；每次抽样输出为 CSV 与 Parquet",
      },
    },
  ],
  run: async (context, { positionals: [name], flags }): Promise<Answer> => {
    if (flags.queue !== undefined) throw new IssueError([{ code: "UNSUPPORTED", found: "--queue" }]);
    if (flags.resume && context.globals["no-cache"])
      throw usageError("CONFLICTING_FLAGS", { found: ["--resume", "--no-cache"] });
    const begun = performance.now();
    const { scenario, warnings } = await readScenario(name, context, flags.set);
    const references = flags.select.length > 0 ? flags.select : levelReferences;
    const job: SweepJob = {
      scenarios: [scenario, ...(await namedIn(flags.ask, scenario))],
      references,
      ask: flags.ask ?? null,
      samples: flags.samples,
      seed: context.globals.seed ?? 1,
    };
    if (flags["dry-run"]) return planned(job, context);
    const solver = await drawSolver(job);
    const central = await solver.solve(-1);
    if ("failed" in central) throw new IssueError([{ code: central.failed }]);
    const { answers, kept } = await solveSweep(job, context);
    const draws = answered(answers);
    const years = yearsOf(job);
    const bands = bandsOf(job, central.values, draws);
    const year = shownYears(years).at(-1)!;
    const sensitivities = references.flatMap((reference, k) =>
      sensitivitiesOf(draws, solver.draws, k, years.indexOf(year), mostShown).map((row) => ({
        reference,
        year,
        ...row,
      })),
    );
    const odds = flags.ask === undefined ? undefined : oddsOf(flags.ask, draws);
    const failed = answers.length - draws.length;
    return {
      data: {
        scenario: scenario.name,
        seed: job.seed,
        samples: { asked: job.samples, answered: draws.length, failed },
        drawn: Object.keys(solver.draws[0]),
        years,
        bands,
        sensitivities,
        ...(odds !== undefined && { ask: odds }),
        seconds: (performance.now() - begun) / 1000,
      },
      tables: [
        ...(odds === undefined ? [] : [oddsTable(odds)]),
        ...bandTables(scenario.name, bands, years),
        sensitivityTable(sensitivities),
        drawTable(draws, references, years),
      ],
      notes: [
        ...warnings.map((issue) => issueLines(issue, context.messages, "warning").trimEnd()),
        ...(flags.resume
          ? [
              context.words({
                en: `${kept} of ${job.samples} draws were kept`,
                zh: `已保存 ${kept} / ${job.samples} 次抽样`,
              }),
            ]
          : []),
        ...(failed === 0
          ? []
          : [context.words({ en: `${failed} draws without an answer`, zh: `${failed} 次抽样无解` })]),
      ],
    };
  },
});
