import { evaluateSide, parseSide } from "@didym/core/claims";
import { IssueError, nearestName } from "@didym/core/errors";
import type { DataRead } from "@didym/core/evidence";
import { valueOf } from "@didym/core/results";
import {
  quotaPrices,
  readStudies,
  studyResult,
  type Experiment,
  type StudyResult,
} from "@didym/core/studies";
import { readObservations, QUOTA_CASE, quotaTerms } from "@didym/core/backtest";
import { runsOf } from "../claims/judge-claims.js";
import { compiledChain } from "../data/compiled-chain.js";
import { policyCost } from "./study-policy-cost.js";
import { stopLoss } from "./study-stop.js";
import { tariffResponse } from "./study-tariff.js";

/**
 * Every published figure of the table `studies` beside what the same experiment gives here.
 *
 * @param group of studies; all where it is left out.
 */
export async function runStudies(
  data: DataRead,
  group: string | undefined,
  stop: () => boolean,
): Promise<StudyResult[]> {
  const all = readStudies(data.tables);
  const wanted = group === undefined ? all : all.filter((study) => study.group === group);
  if (wanted.length === 0) throw unknownGroup(group, [...new Set(all.map((study) => study.group))]);
  const results: StudyResult[] = [];
  for (const study of wanted) {
    if (stop()) break;
    const value = await valueHere(study.experiment, data);
    results.push(studyResult(study, value === undefined ? undefined : value * scaleOf(study.experiment)));
  }
  return results;
}

function unknownGroup(found: string | undefined, expected: readonly string[]): IssueError {
  const nearest = nearestName(found ?? "", expected);
  return new IssueError([
    { code: "UNKNOWN_NAME", path: "GROUP", found, expected, ...(nearest !== undefined && { nearest }) },
  ]);
}

async function valueHere(experiment: Experiment, data: DataRead): Promise<number | undefined> {
  switch (experiment.kind) {
    case "figure":
      return figureHere(experiment);
    case "parameter":
      return assumed(experiment.word("of"));
    case "stop":
      return stopLoss(experiment, (id) => evidenceValue(data, id));
    case "policy-cost":
      return policyCost(experiment);
    case "tariff":
      return tariffResponse(experiment);
    case "quotas": {
      const { tables } = await compiledChain();
      const terms = quotaTerms(data.tables);
      const seen = readObservations(data.tables, () => terms).filter((one) => one.case === QUOTA_CASE);
      return quotaPrices(experiment, data.tables, tables.assumptions, seen);
    }
  }
}

async function figureHere(experiment: Experiment): Promise<number | undefined> {
  const sides = ["of", ...(experiment.has("over") ? ["over"] : [])].map((key) =>
    parseSide(experiment.word(key)),
  );
  const runs = await runsOf(sides);
  const [value, base = 1] = sides.map((side) =>
    evaluateSide(side, ({ reference, scenario }) => valueOf(runs.get(scenario)!, reference)),
  );
  return value === undefined ? undefined : value / base;
}

const scaleOf = (experiment: Experiment): number =>
  experiment.has("scale") ? experiment.number("scale") : 1;

async function assumed(id: string): Promise<number> {
  const { tables } = await compiledChain();
  const row = tables.assumptions.find((one) => one.id === id);
  if (row === undefined) throw new IssueError([{ code: "UNKNOWN_REFERENCE", path: "of", found: id }]);
  return row.value;
}

function evidenceValue({ tables }: DataRead, id: string): number {
  const row = tables.get("parameters")?.rows.find((one) => one["id"] === id);
  if (row === undefined) throw new IssueError([{ code: "UNKNOWN_REFERENCE", path: "over", found: id }]);
  return Number(row["value"]);
}
