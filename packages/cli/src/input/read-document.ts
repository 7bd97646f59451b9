import type { Issue } from "@didym/core/errors";
import { parseDocument, type SourceDocument } from "./parse-document.js";
import { readText, type InputContext } from "./read-text.js";

/** A scenario is a page of text. */
export const mostScenarioBytes = 1_000_000;

/** A problem or game may list every coalition of twenty players. */
export const mostProblemBytes = 40_000_000;

/** Reads and parses a YAML or JSON file, or stdin for `-`. Throws what readText and parseDocument throw. */
export async function readDocument(
  file: string,
  context: InputContext,
  most: number,
): Promise<SourceDocument> {
  const { text } = await readText(file, context, most);
  return parseDocument(text, file);
}

/** Adds file, line and column to issues that name a path. */
export function located(issues: readonly [Issue, ...Issue[]], source: SourceDocument): [Issue, ...Issue[]] {
  const place = (issue: Issue): Issue => {
    if (issue.line !== undefined || issue.file !== undefined) return issue;
    return { ...issue, file: source.file, ...source.locate(issue.path ?? "") };
  };
  const [first, ...rest] = issues;
  return [place(first), ...rest.map(place)];
}
