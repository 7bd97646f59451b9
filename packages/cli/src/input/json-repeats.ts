import { jsonToken } from "./json-tokens.js";

/** True where a key stands twice in an object of a valid JSON text: JSON.parse would keep the last one silently. */
export function repeatsKey(text: string): boolean {
  const open: (Set<string> | undefined)[] = [];
  let last: string | undefined;
  jsonToken.lastIndex = 0;
  for (let match = jsonToken.exec(text); match !== null; match = jsonToken.exec(text)) {
    const [, string, , sign] = match;
    if (sign === "{") open.push(new Set());
    else if (sign === "[") open.push(undefined);
    else if (sign === "}" || sign === "]") open.pop();
    else if (sign === ":" && last !== undefined) {
      const keys = open.at(-1);
      if (keys?.has(last) === true) return true;
      keys?.add(last);
    }
    last = string;
  }
  return false;
}
