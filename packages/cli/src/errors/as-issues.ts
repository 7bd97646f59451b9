import { IssueError, type Issue } from "@didym/core/errors";

/** The issues of anything thrown; what is no IssueError is a fault of the program. */
export function asIssues(thrown: unknown): readonly [Issue, ...Issue[]] {
  if (thrown instanceof IssueError) return thrown.issues;
  const reason = thrown instanceof Error ? thrown.message : String(thrown);
  return [{ code: "INTERNAL", details: { reason } }];
}
