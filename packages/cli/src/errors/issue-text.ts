import type { Issue } from "@didym/core/errors";
import { shown, type Catalogue, type ErrorText } from "@didym/messages";

function textOf(issue: Issue, messages: Catalogue): ErrorText | undefined {
  const errors: Readonly<Record<string, ErrorText>> = messages.errors;
  return Object.hasOwn(errors, issue.code) ? errors[issue.code] : undefined;
}

function bareMessage(issue: Issue, messages: Catalogue): string {
  const { found, expected } = messages.cli;
  const parts = [
    ...(issue.found === undefined ? [] : [`${found} ${shown(issue.found)}`]),
    ...(issue.expected === undefined ? [] : [`${expected} ${shown(issue.expected)}`]),
  ];
  return parts.length === 0 ? issue.code : `${issue.code}: ${parts.join(", ")}`;
}

/** The sentence of an issue; a code without words is shown with its facts. */
export function issueMessage(issue: Issue, messages: Catalogue): string {
  return textOf(issue, messages)?.message(issue) ?? bareMessage(issue, messages);
}

/** One step to try. */
export function issueHint(issue: Issue, messages: Catalogue): string {
  return issue.hint ?? textOf(issue, messages)?.hint?.(issue) ?? messages.cli.explainCode(issue.code);
}

/** An issue as it stands in JSON: code, words, place, facts. */
export function issueJson(issue: Issue, messages: Catalogue): Record<string, unknown> {
  return {
    code: issue.code,
    message: issueMessage(issue, messages),
    hint: issueHint(issue, messages),
    path: issue.path,
    file: issue.file,
    line: issue.line,
    column: issue.column,
    found: issue.found,
    expected: issue.expected,
    nearest: issue.nearest,
    details: issue.details,
  };
}

function place(issue: Issue): string {
  const where = [issue.file, issue.line, issue.column].filter((part) => part !== undefined).join(":");
  return [where, issue.path].filter((part) => part !== undefined && part !== "").join(" ");
}

/** An issue for people: what, where, the nearest name, one step to try. */
export function issueLines(issue: Issue, messages: Catalogue, kind: "error" | "warning" = "error"): string {
  const { cli } = messages;
  const at = place(issue);
  const lines = [
    `${cli[kind]}[${issue.code}]: ${issueMessage(issue, messages)}`,
    ...(at === "" ? [] : [`  ${cli.at} ${at}`]),
    ...(issue.nearest === undefined ? [] : [`  ${cli.didYouMean(issue.nearest)}`]),
    `  ${cli.tryThis}: ${issueHint(issue, messages)}`,
  ];
  return `${lines.join("\n")}\n`;
}
