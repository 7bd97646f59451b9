import type { z } from "zod";
import type { Issue } from "../errors/issue.js";
import { readCoalitionTable } from "./coalition-table.js";
import {
  airportGameSchema,
  payoffGameSchema,
  valueGameSchema,
  type AirportGameFile,
  type PayoffGameFile,
  type ValueGameFile,
} from "./game-schema.js";
import type { Game } from "./game.js";
import { nearestName } from "../errors/nearest-name.js";
import { jsonPath, schemaIssues } from "./schema-issues.js";

/** Coalitions are bit masks in tables of 2^n entries; a file with more players could not be listed anyway. */
export const MAX_PLAYERS = 20;

const KINDS = ["value", "payoffs", "increments"] as const;

export type Reading = { readonly game: Game } | { readonly errors: readonly Issue[] };

/** Reads a `didym/game@1` document; every problem found is in `errors`. */
export function readGame(json: unknown): Reading {
  if (typeof json !== "object" || json === null || Array.isArray(json)) {
    return {
      errors: [{ code: "WRONG_TYPE", expected: "object", found: json === null ? null : typeof json }],
    };
  }
  const version = versionIssue(json as Record<string, unknown>);
  if (version) return { errors: [version] };
  const present = KINDS.filter((kind) => Object.hasOwn(json, kind));
  if (present.length > 1)
    return { errors: [{ code: "CONFLICTING_KEYS", found: present, expected: "one of them" }] };
  switch (present[0]) {
    case "value":
      return parsed(valueGameSchema, json, readValueGame);
    case "payoffs":
      return parsed(payoffGameSchema, json, readPayoffGame);
    case "increments":
      return parsed(airportGameSchema, json, readAirportGame);
    default:
      return { errors: [noKind(json)] };
  }
}

function noKind(json: object): Issue {
  const nearest = Object.keys(json)
    .filter((key) => !(key in valueGameSchema.shape))
    .map((key) => nearestName(key, KINDS))
    .find((name) => name !== undefined);
  return { code: "MISSING_KEY", expected: KINDS, found: Object.keys(json), ...(nearest && { nearest }) };
}

function versionIssue(json: Record<string, unknown>): Issue | undefined {
  const expected = "didym/game@1";
  const found = json["schema"];
  if (found === expected) return undefined;
  if (found === undefined) return { code: "MISSING_KEY", path: "schema", expected };
  const newer = typeof found === "string" && /^didym\/game@\d+$/.test(found);
  return {
    code: newer ? "VERSION_MISMATCH" : "UNKNOWN_SCHEMA",
    path: "schema",
    found,
    expected,
    nearest: expected,
  };
}

function parsed<T>(schema: z.ZodType<T>, json: object, read: (file: T) => Reading): Reading {
  const result = schema.safeParse(json);
  if (result.success) return read(result.data);
  const known = ["players", ...KINDS, "schema", "name", "source", "id", "count", "cost"];
  return { errors: schemaIssues(result.error, json, known) };
}

function playerIssues(players: readonly string[]): Issue[] {
  if (players.length > MAX_PLAYERS) {
    const details = { players: players.length, limit: MAX_PLAYERS };
    return [
      { code: "UNSUPPORTED", path: "players", found: players.length, expected: `<= ${MAX_PLAYERS}`, details },
    ];
  }
  return duplicates(players, (k) => jsonPath(["players", k]));
}

function duplicates(ids: readonly string[], path: (index: number) => string): Issue[] {
  const first = new Map<string, number>();
  return ids.flatMap((id, k) => {
    if (first.has(id))
      return [{ code: "DUPLICATE_PLAYER", path: path(k), found: id, details: { first: first.get(id) } }];
    first.set(id, k);
    return [];
  });
}

function readValueGame({ players, value }: ValueGameFile): Reading {
  const wrong = playerIssues(players);
  if (wrong.length > 0) return { errors: wrong };
  const { entries, issues } = readCoalitionTable(value, players, "value");
  if (entries[0] !== undefined && entries[0] !== 0) {
    issues.push({ code: "OUT_OF_RANGE", path: jsonPath(["value", ""]), found: entries[0], expected: 0 });
  }
  if (issues.length > 0) return { errors: issues };
  return { game: { kind: "value", players, worth: Float64Array.from(entries) } };
}

function readPayoffGame({ players, payoffs }: PayoffGameFile): Reading {
  const wrong = playerIssues(players);
  if (wrong.length > 0) return { errors: wrong };
  const { entries, issues } = readCoalitionTable(payoffs, players, "payoffs");
  for (const [key, row] of Object.entries(payoffs)) issues.push(...rowIssues(key, row, players));
  if (issues.length > 0) return { errors: issues };
  const payoff = new Float64Array(entries.length * players.length);
  entries.forEach((row, mask) => {
    players.forEach((id, k) => (payoff[mask * players.length + k] = row[id]!));
  });
  return { game: { kind: "payoffs", players, payoff } };
}

function rowIssues(key: string, row: Readonly<Record<string, number>>, players: readonly string[]): Issue[] {
  const missing = players
    .filter((id) => !Object.hasOwn(row, id))
    .map((id) => ({ code: "MISSING_PAYOFF", path: jsonPath(["payoffs", key]), expected: id }));
  const unknown = Object.keys(row)
    .filter((id) => !players.includes(id))
    .map((id) => {
      const nearest = nearestName(id, players);
      const path = jsonPath(["payoffs", key, id]);
      return { code: "UNKNOWN_PLAYER", path, found: id, expected: players, ...(nearest && { nearest }) };
    });
  return [...missing, ...unknown];
}

function readAirportGame({ increments }: AirportGameFile): Reading {
  const wrong = duplicates(
    increments.map((kind) => kind.id),
    (k) => jsonPath(["increments", k, "id"]),
  );
  return wrong.length > 0 ? { errors: wrong } : { game: { kind: "increments", increments } };
}
