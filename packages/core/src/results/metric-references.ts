import { IssueError, type Issue } from "../errors/issue.js";
import { parseMetricReference, type MetricReference } from "./metric-reference.js";
import type { RunResult } from "./run-result.js";

/**
 * Several metric references, read together.
 *
 * @throws IssueError with the problems of all of them, each with its place as `path` (`select[1]`).
 */
export function parseMetricReferences(texts: readonly string[], result: RunResult): MetricReference[] {
  const issues: Issue[] = [];
  const references = texts.flatMap((text, k) => {
    try {
      return [parseMetricReference(text, result)];
    } catch (error) {
      if (!(error instanceof IssueError)) throw error;
      issues.push(...error.issues.map((issue) => ({ ...issue, path: `select[${k}]` })));
      return [];
    }
  });
  if (issues.length > 0) throw new IssueError(issues as [Issue, ...Issue[]]);
  return references;
}
