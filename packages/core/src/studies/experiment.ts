import { IssueError } from "../errors/issue.js";

export const experimentKinds = ["figure", "parameter", "stop", "policy-cost", "quotas", "tariff"] as const;
export type ExperimentKind = (typeof experimentKinds)[number];

/** What is run here to stand beside a published figure: a kind and its settings, `key=value` parts joined by `; `. */
export class Experiment {
  private readonly settings: ReadonlyMap<string, string>;

  /** @throws IssueError `INVALID_SYNTAX` where a part is no `key=value` or a key stands twice. */
  constructor(
    readonly kind: ExperimentKind,
    readonly text: string,
  ) {
    const settings = new Map<string, string>();
    for (const part of text.split(";")) {
      const at = part.indexOf("=");
      const [key, value] = [part.slice(0, at).trim(), part.slice(at + 1).trim()];
      if (at < 1 || value === "" || settings.has(key)) throw unreadable(part.trim());
      settings.set(key, value);
    }
    this.settings = settings;
  }

  /** @throws IssueError `MISSING_KEY`. */
  word(key: string): string {
    const value = this.settings.get(key);
    if (value === undefined) throw new IssueError([{ code: "MISSING_KEY", path: key, found: this.text }]);
    return value;
  }

  words(key: string): string[] {
    return this.word(key)
      .split(",")
      .map((word) => word.trim());
  }

  /** @throws IssueError `INVALID_SYNTAX` where the value is no number. */
  number(key: string): number {
    const value = Number(this.word(key));
    if (!Number.isFinite(value)) throw unreadable(`${key}=${this.word(key)}`);
    return value;
  }

  has(key: string): boolean {
    return this.settings.has(key);
  }
}

function unreadable(found: string): IssueError {
  return new IssueError([{ code: "INVALID_SYNTAX", found, expected: "key=value; key=value" }]);
}
