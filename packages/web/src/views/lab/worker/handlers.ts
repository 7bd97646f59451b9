import { leverRows, type LeverRow } from "../../../worker/lever-rows.js";
import type { Laboratory, ScenarioDocument } from "../../../worker/laboratory.js";
import { answerLab } from "./answer-lab.js";

/** Questions of the Lab view. */
export const labHandlers = {
  lab: answerLab,
  /** Reads a scenario without solving it: its levers. @throws IssueError. */
  read: (
    laboratory: Laboratory,
    document: ScenarioDocument,
  ): { levers: LeverRow[]; members: readonly string[] } => {
    const { scenario } = laboratory.read(document);
    return { levers: leverRows(scenario), members: scenario.members };
  },
};
