import type { Issue } from "@didym/core/errors";
import { parseDocument, type ParseOptions, type SourceDocument } from "./parse-document.js";
import { readText, type InputContext } from "./read-text.js";

/** A scenario is a page of text. */
const mostScenarioBytes = 1_000_000;

/** A problem or game may list every coalition of twenty players. */
const mostProblemBytes = 40_000_000;

/** `to` may stand twice in a lever, once for destinations and once for the last year. */
export const scenarioParsing: ParseOptions = { mergeable: ["to"] };

/** Reads a scenario. */
export async function readScenarioDocument(file: string, context: InputContext): Promise<SourceDocument> {
  const { text } = await readText(file, context, mostScenarioBytes);
  return parseDocument(text, file, scenarioParsing);
}

/** Reads a stand-alone problem or game. */
export async function readProblemDocument(file: string, context: InputContext): Promise<SourceDocument> {
  const { text } = await readText(file, context, mostProblemBytes);
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
