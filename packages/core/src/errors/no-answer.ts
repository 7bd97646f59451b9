import { IssueError } from "./issue.js";

const codes = new Set(["INFEASIBLE", "NOT_CONVERGED"]);

/** Whether an error says that a market has no answer, or none that was found. */
export function hasNoAnswer(error: unknown): boolean {
  return error instanceof IssueError && codes.has(error.issues[0].code);
}

/** What solving gives, undefined where the market has no answer; other errors go on their way. */
export function ifAnswered<T>(solve: () => T): T | undefined {
  try {
    return solve();
  } catch (error) {
    if (hasNoAnswer(error)) return undefined;
    throw error;
  }
}
