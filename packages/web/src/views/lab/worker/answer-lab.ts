import type { Issue } from "@didym/core/errors";
import { leverSets } from "@didym/core/why";
import { goodFlows } from "../../../worker/flows/good-flows.js";
import { stageFlows, type StageFlow } from "../../../worker/flows/stage-flows.js";
import type { GoodFlows } from "../../../worker/flows/year-row.js";
import { leverRows, type LeverRow } from "../../../worker/lever-rows.js";
import { statusQuo, type Laboratory, type ScenarioDocument } from "../../../worker/laboratory.js";
import { rowsOf, type Row } from "../../../worker/series-of.js";

/** A scenario, the run to compare it with (by default the status quo), and what is drawn of them. */
export interface LabQuestion {
  readonly document: ScenarioDocument;
  readonly against?: ScenarioDocument;
  /** Metric references without year. */
  readonly references: readonly string[];
  readonly region: string;
  readonly year: number;
  readonly elements: readonly string[];
  readonly mapGood: string;
}

export interface LabAnswer {
  readonly scenario: string;
  readonly hash: string;
  readonly against: string;
  readonly members: readonly string[];
  readonly years: readonly number[];
  readonly levers: readonly LeverRow[];
  /** How many of the levers the run compared with lacks. */
  readonly beyond: number;
  readonly rows: Readonly<Record<string, Row>>;
  readonly stages: readonly StageFlow[];
  readonly map: GoodFlows;
  readonly warnings: readonly Issue[];
  readonly identities: Readonly<Record<string, number>>;
  readonly maxResidual: number;
  readonly milliseconds: number;
}

/** @throws IssueError: then there are no numbers. */
export function answerLab(laboratory: Laboratory, question: LabQuestion): LabAnswer {
  const { document, region, year, elements, mapGood, references } = question;
  const against = laboratory.solve(question.against ?? laboratory.library[statusQuo] ?? emptyScenario);
  const solved = laboratory.solve(document);
  const { result, scenario } = solved;
  return {
    scenario: scenario.name,
    hash: solved.hash,
    against: against.scenario.name,
    members: scenario.members,
    years: result.years,
    levers: leverRows(scenario),
    beyond: leverSets(scenario, against.scenario).added.length,
    rows: rowsOf(references, result, against.result),
    stages: stageFlows(result, year, elements, region),
    map: goodFlows(result, year, mapGood),
    warnings: [...solved.warnings, ...result.warnings],
    identities: { ...result.identities },
    maxResidual: result.solver.maxResidual,
    milliseconds: solved.milliseconds,
  };
}

const emptyScenario = { schema: "didym/scenario@1", name: statusQuo, extends: [] };
