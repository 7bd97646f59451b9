import { reactions } from "@didym/core/reactions";
import type { ProfileAccount, Summit } from "@didym/core/summit";
import type { Laboratory } from "../../../worker/laboratory.js";
import { summitOfGame } from "./prepared-summits.js";
import { startHelpers } from "./helpers.js";
import type { SummitQuestion } from "./summit-question.js";

/** The answers whose accounts a profile needs under a summit's rule. */
export function rulesOf({ response }: Pick<Summit, "response">): readonly string[] {
  return response === "credible" ? reactions.map(({ id }) => id) : [response];
}

/** Accounts of one table, for the thread that asked. @throws IssueError. */
export function answerSolve(laboratory: Laboratory, question: SummitQuestion): readonly ProfileAccount[] {
  const { summit, solved } = summitOfGame(laboratory, question);
  return rulesOf(summit).map((rule) => solved.solve(summit, question.profile, rule));
}

/** Starts the other threads; `address` is that of the page. Answers with their number. */
export function answerHelpers({ versions }: Laboratory, { address }: { readonly address: string }): number {
  return startHelpers(address, versions.didym);
}
