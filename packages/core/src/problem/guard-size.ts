import type { Issue } from "../errors/issue.js";
import { LIMITS } from "./schema.js";

const MAX_VALUES = 4_000_000;

/**
 * Refuses documents that are too large or too deep before anything walks them by recursion: `WRONG_TYPE`, `TOO_LARGE`,
 * `TOO_DEEP`. Time and memory are bounded by the limits, not by the document.
 */
export function guardSize(json: unknown): Issue[] {
  if (typeof json !== "object" || json === null || Array.isArray(json)) {
    const found = Array.isArray(json) ? "array" : json === null ? "null" : typeof json;
    return [{ code: "WRONG_TYPE", path: "", found, expected: "object" }];
  }
  const rows = Object.entries(json).flatMap(([field, value]) => rowIssue(field, value));
  return rows.length > 0 ? rows : depthIssues(json);
}

function rowIssue(field: string, value: unknown): Issue[] {
  if (!Array.isArray(value)) return [];
  const limit = field === "regions" ? LIMITS.regions : field === "goods" ? LIMITS.goods : LIMITS.rows;
  if (value.length <= limit) return [];
  return [
    { code: "TOO_LARGE", path: field, found: value.length, expected: `<= ${limit}`, details: { limit } },
  ];
}

function depthIssues(json: object): Issue[] {
  let level: unknown[] = [json];
  let values = 0;
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > LIMITS.depth)
      return [{ code: "TOO_DEEP", path: "", found: `> ${LIMITS.depth}`, expected: `<= ${LIMITS.depth}` }];
    const next: unknown[] = [];
    for (const value of level) {
      if (typeof value !== "object" || value === null) continue;
      for (const child of Object.values(value)) {
        if (typeof child === "object" && child !== null) next.push(child);
        if (++values > MAX_VALUES)
          return [
            { code: "TOO_LARGE", path: "", found: `> ${MAX_VALUES}`, expected: `<= ${MAX_VALUES} values` },
          ];
      }
    }
    level = next;
  }
  return [];
}
