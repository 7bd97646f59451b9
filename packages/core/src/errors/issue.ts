/**
 * A problem as data. Words are added at the edge, in the reader's language.
 *
 * `code` is stable and documented (`didym explain CODE`); `path` is a JSON path such as `levers[2].rate`;
 * `file`, `line` and `column` are set where the input has text; `nearest` is the closest valid name.
 */
export interface Issue {
  readonly code: string;
  readonly path?: string;
  readonly found?: unknown;
  readonly expected?: unknown;
  readonly nearest?: string;
  readonly hint?: string;
  readonly details?: Readonly<Record<string, unknown>>;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

/** Thrown where an answer is impossible; carries every issue found, the cause first. */
export class IssueError extends Error {
  constructor(readonly issues: readonly [Issue, ...Issue[]]) {
    super(issues.map((issue) => issue.code).join(", "));
    this.name = "IssueError";
  }
}
