import type { Issue } from "../errors/issue.js";
import { coalitionKey, coalitionKeys, type Coalition } from "./coalition.js";
import { nearestName } from "../errors/nearest-name.js";
import { jsonPath } from "./schema-issues.js";

/** How many absent coalitions are named one by one; the count of all stands in `details`. */
const NAMED_ABSENT = 10;

/**
 * Sorts the entries of a table keyed by coalition names into an array by mask.
 *
 * Issues: `UNKNOWN_PLAYER`, `DUPLICATE_MEMBER`, `COALITION_ORDER` (with the right name as `nearest`),
 * `DUPLICATE_COALITION` (the right name is listed as well), `MISSING_COALITION`.
 */
export function readCoalitionTable<T>(
  table: Readonly<Record<string, T>>,
  players: readonly string[],
  field: string,
): { entries: T[]; issues: Issue[] } {
  const keys = coalitionKeys(players);
  const masks = new Map(keys.map((key, mask) => [key, mask]));
  const entries = new Array<T>(keys.length);
  const listed = new Uint8Array(keys.length);
  const issues: Issue[] = [];
  for (const key of Object.keys(table)) {
    const mask = masks.get(key);
    if (mask === undefined) {
      const issue = badName(key, players, field, table);
      issues.push(issue);
      if (issue.code === "COALITION_ORDER") listed[masks.get(issue.nearest as string) as number] = 1;
      continue;
    }
    listed[mask] = 1;
    entries[mask] = table[key]!;
  }
  issues.push(...absent(keys, listed, field));
  return { entries, issues };
}

function badName(key: string, players: readonly string[], field: string, table: object): Issue {
  const path = jsonPath([field, key]);
  const ids = key.split(",").map((id) => id.trim());
  const unknown = ids.find((id) => !players.includes(id));
  if (unknown !== undefined) {
    const nearest = nearestName(unknown, players);
    return { code: "UNKNOWN_PLAYER", path, found: unknown, expected: players, ...(nearest && { nearest }) };
  }
  const nearest = coalitionKey(maskOf(ids, players), players);
  if (new Set(ids).size < ids.length) return { code: "DUPLICATE_MEMBER", path, found: key, nearest };
  const code = Object.hasOwn(table, nearest) ? "DUPLICATE_COALITION" : "COALITION_ORDER";
  return { code, path, found: key, expected: nearest, nearest };
}

function maskOf(ids: readonly string[], players: readonly string[]): Coalition {
  return ids.reduce((mask, id) => mask | (1 << players.indexOf(id)), 0);
}

function absent(keys: readonly string[], listed: Uint8Array, field: string): Issue[] {
  const issues: Issue[] = [];
  const total = listed.reduce((count, flag) => count + (flag === 0 ? 1 : 0), 0);
  for (let mask = 0; mask < keys.length && issues.length < NAMED_ABSENT; mask++) {
    if (listed[mask]) continue;
    const details = { absent: total, expected: keys.length };
    issues.push({
      code: "MISSING_COALITION",
      path: jsonPath([field, keys[mask]]),
      expected: keys[mask],
      details,
    });
  }
  return issues;
}
