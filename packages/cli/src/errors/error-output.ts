import type { Issue } from "@didym/core/errors";
import type { Catalogue } from "@didym/messages";
import { plain } from "../output/json.js";
import { issueJson, issueLines } from "./issue-text.js";

/** The JSON document of a failure: the cause as `error`; several issues also in `errors`. */
export function errorDocument(issues: readonly [Issue, ...Issue[]], messages: Catalogue): unknown {
  const all = issues.map((issue) => issueJson(issue, messages));
  return plain({ error: all[0], ...(all.length > 1 ? { errors: all } : {}) }, true);
}

/** More would scroll the cause off the screen; --json gives them all. */
const mostShown = 20;

/** The same for people, on stderr. */
export function errorText(issues: readonly [Issue, ...Issue[]], messages: Catalogue): string {
  const head = issues.length > 1 ? `${messages.cli.moreErrors(issues.length)}\n` : "";
  const left = issues.length - mostShown;
  const tail = left > 0 ? `${messages.cli.errorsLeft(left)}\n` : "";
  const shown = issues.slice(0, mostShown).map((issue) => issueLines(issue, messages));
  return head + shown.join("") + tail;
}
