import { IssueError, type Issue } from "@didym/core/errors";

/** A mistake in the command line itself; its codes lead to exit code 2. */
export function usageError(code: string, facts: Omit<Issue, "code"> = {}): IssueError {
  return new IssueError([{ code, ...facts }]);
}
