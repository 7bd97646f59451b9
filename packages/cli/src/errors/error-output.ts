import type { Issue } from "@didym/core/errors";
import type { Catalogue } from "@didym/messages";
import { plain } from "../output/json.js";
import { issueJson, issueLines } from "./issue-text.js";

/** The JSON document of a failure: the cause as `error`; several issues also in `errors`. */
export function errorDocument(issues: readonly [Issue, ...Issue[]], messages: Catalogue): unknown {
  const all = issues.map((issue) => issueJson(issue, messages));
  return plain({ error: all[0], ...(all.length > 1 ? { errors: all } : {}) }, true);
}

/** The same for people, on stderr. */
export function errorText(issues: readonly [Issue, ...Issue[]], messages: Catalogue): string {
  const head = issues.length > 1 ? `${messages.cli.moreErrors(issues.length)}\n` : "";
  return head + issues.map((issue) => issueLines(issue, messages)).join("");
}
