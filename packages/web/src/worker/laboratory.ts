import { IssueError, type Issue } from "@didym/core/errors";
import { baseline, type Baseline } from "@didym/core/baseline";
import { loadChain, type Chain, type ChainFile } from "@didym/core/chain";
import {
  prepareRun,
  run,
  startsFrom,
  worldOfRun,
  type RunOptions,
  type RunResult,
  type StoredBaseline,
} from "@didym/core/results";
import {
  leverDefaults,
  parseScenario,
  scenarioHash,
  type Scenario,
  type ScenarioContext,
} from "@didym/core/scenario";

import { sharedYears, type RanBefore } from "./shared-years.js";

export type ScenarioDocument = Readonly<Record<string, unknown>>;
export type Library = Readonly<Record<string, ScenarioDocument>>;

/** A scenario as the model's reader understands it. */
export interface Read {
  readonly scenario: Scenario;
  readonly warnings: readonly Issue[];
}

/** A scenario with its run. */
export interface Solved extends Read {
  readonly hash: string;
  readonly result: RunResult;
  /** ms of computing, kept from the first time. */
  readonly milliseconds: number;
}

/** The model with its figures and built-in scenarios, ready for many questions. */
export interface Laboratory {
  readonly file: ChainFile;
  readonly stored: StoredBaseline | undefined;
  readonly chain: Chain;
  readonly base: Baseline;
  readonly library: Library;
  readonly context: ScenarioContext;
  readonly versions: { readonly didym: string; readonly model: string; readonly data: string };
  /** @throws IssueError with every problem of the document. */
  read(document: ScenarioDocument): Read;
  /** The chain, base year and prepared frame of runs with such parameters. */
  groundOf(parameters: Readonly<Record<string, number>>): Ground;
  /** Solves a scenario, or takes it from the last few solved. @throws IssueError. */
  solve(document: ScenarioDocument): Solved;
  /** Solves a scenario that was read already; nothing is remembered. @throws IssueError. */
  run(scenario: Scenario): RunResult;
}

/** What all runs with the same parameters share. */
export interface Ground {
  readonly chain: Chain;
  readonly base: Baseline;
  readonly options: RunOptions;
}

export const statusQuo = "status-quo";
const kept = 12;

/**
 * @param now a clock in ms, for the time a run took.
 * @param stored the stored baseline, where runs begin as they do on the command line.
 */
export function createLaboratory(
  file: ChainFile,
  library: Library,
  version: string,
  now: () => number,
  stored?: StoredBaseline,
): Laboratory {
  const grounds = new Map<string, Ground>();
  const solved = new Map<string, Solved>();
  /** Solved last: the next one shares its first years, as a rule. */
  let latest: Solved | undefined;
  const plain = groundOf({});
  const { chain, base } = plain;
  const context: ScenarioContext = {
    world: worldOfRun(chain, base),
    years: [base.year, base.demandIndex.years.at(-1) ?? base.year],
    library,
    ...(Object.hasOwn(library, statusQuo) && { inForce: [statusQuo] }),
    defaults: leverDefaults(chain.assumptions ?? []),
    parameters: (chain.assumptions ?? []).map((row) => row.id),
    ranges: Object.fromEntries(
      (chain.assumptions ?? []).map(({ id, low, high }) => [id, [low, high] as const]),
    ),
  };

  function groundOf(parameters: Readonly<Record<string, number>>): Ground {
    const key = JSON.stringify(Object.entries(parameters).sort());
    let ground = grounds.get(key);
    if (ground === undefined) {
      const own = loadChain(file, parameters);
      const year = baseline(own);
      const starts = stored === undefined ? undefined : startsFrom(stored, own);
      const options = { frame: prepareRun(own, year, parameters), ...(starts !== undefined && { starts }) };
      ground = { chain: own, base: year, options };
      if (grounds.size > 3) grounds.delete([...grounds.keys()][1] ?? "");
      grounds.set(key, ground);
    }
    return ground;
  }

  /** A document that comes again, as a built-in one does, is read once. */
  const readings = new WeakMap<ScenarioDocument, Read>();
  function read(document: ScenarioDocument): Read {
    const known = readings.get(document);
    if (known !== undefined) return known;
    const reading = parseScenario(document, context);
    if ("issues" in reading) throw new IssueError(reading.issues);
    readings.set(document, reading);
    return reading;
  }

  function runOn(scenario: Scenario, before?: RanBefore): RunResult {
    const ground = groundOf(scenario.parameters);
    const shared = sharedYears(scenario, before);
    return run(ground.chain, ground.base, scenario, { ...ground.options, solved: shared });
  }

  function solve(document: ScenarioDocument): Solved {
    const { scenario, warnings } = read(document);
    const hash = scenarioHash(scenario);
    const known = solved.get(hash);
    if (known !== undefined) {
      solved.delete(hash);
      const again = { ...known, scenario, warnings };
      solved.set(hash, again);
      return again;
    }
    const began = now();
    const result = runOn(scenario, latest);
    const fresh: Solved = { hash, scenario, warnings, result, milliseconds: now() - began };
    latest = fresh;
    solved.set(hash, fresh);
    if (solved.size > kept) solved.delete(solved.keys().next().value ?? "");
    return fresh;
  }

  const versions = { didym: version, model: version, data: `${chain.version}+${chain.hash}` };
  return {
    file,
    stored,
    chain,
    base,
    library,
    context,
    versions,
    read,
    solve,
    run: (scenario) => runOn(scenario),
    groundOf,
  };
}
