import { IssueError, type Issue } from "@didym/core/errors";

/** What went wrong, as data: a refusal's own issues, or INTERNAL with the words of an error that nobody foresaw. */
export function issuesOf(thrown: unknown): readonly [Issue, ...Issue[]] {
  if (thrown instanceof IssueError) return thrown.issues;
  return [
    { code: "INTERNAL", details: { reason: thrown instanceof Error ? thrown.message : String(thrown) } },
  ];
}
