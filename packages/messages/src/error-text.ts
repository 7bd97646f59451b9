/** The part of an issue that words are made of. */
export interface IssueFacts {
  readonly code: string;
  readonly path?: string;
  readonly found?: unknown;
  readonly expected?: unknown;
  readonly nearest?: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** The words of one error code. */
export interface ErrorText {
  /** One sentence: what is wrong, with the facts inside. */
  readonly message: (issue: IssueFacts) => string;
  /** One command or step to try. */
  readonly hint?: (issue: IssueFacts) => string;
  /** A paragraph for `didym explain CODE`. */
  readonly page: string;
}

/** A found or expected value in words: lists by commas, objects as JSON, texts as they are. */
export function shown(value: unknown): string {
  if (value === undefined || value === null) return "–";
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.map(shown).join(", ");
  if (typeof value === "number" || typeof value === "boolean" || typeof value === "bigint")
    return String(value);
  return JSON.stringify(value);
}

/** A figure to four digits; anything else as `shown`. */
export function rounded(value: unknown): string {
  return shown(typeof value === "number" ? Number(value.toPrecision(4)) : value);
}

/** The hint to read the help of the command that `details.command` names, or of all. */
export function helpHint({ details }: IssueFacts): string {
  const command = details?.["command"];
  return typeof command === "string" && command !== "" ? `didym ${command} --help` : "didym --help";
}

/** The names there are, the first of many; nothing where a near one is named. */
export function instead({ nearest, expected }: IssueFacts, most = 12): string | undefined {
  if (nearest !== undefined || !Array.isArray(expected)) return undefined;
  return expected.length <= most ? shown(expected) : `${shown(expected.slice(0, most))}, …`;
}
