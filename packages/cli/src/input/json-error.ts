import { jsonToken as token } from "./json-tokens.js";

/** What may not follow what: a closing bracket or comma after a comma, and the like. */
const wrongAfter: Readonly<Record<string, string>> = { ",": ",[{:", "]": ",:{", "}": ",:[", ":": ",[{:]}" };

/**
 * The offset at which a text stops being JSON, as far as its tokens tell: the first character that starts no token,
 * or a comma or bracket out of place.
 */
export function jsonErrorOffset(text: string): number | undefined {
  token.lastIndex = 0;
  let before = "";
  for (;;) {
    const from = token.lastIndex;
    const match = token.exec(text);
    const start = from + (/^\s*/u.exec(text.slice(from))?.[0].length ?? 0);
    if (match === null) return start;
    const sign = match[3] ?? "v";
    if (before !== "" && wrongAfter[sign]?.includes(before)) return start;
    if (sign === "v" && (before === "v" || before === "]" || before === "}")) return start;
    before = sign;
    if (token.lastIndex >= text.trimEnd().length) return undefined;
  }
}

/** The reason in the words of the engine, without the place. */
export function jsonErrorReason(message: string): string {
  return message.split(/ in JSON|, (?:\.\.\.)?"/u)[0].replace(/ at position.*/u, "");
}
