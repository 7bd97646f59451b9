import type { Issue } from "../errors/issue.js";
import { nearestName } from "../errors/nearest-name.js";
import { jsonPath } from "../games/schema-issues.js";
import { leverKinds } from "../levers/register.js";
import type { WrittenLever } from "./compose.js";
import { splitTo } from "./destinations.js";

/** A lever whose kind is known, with its address. */
export interface NamedLever extends WrittenLever {
  readonly id: string;
  readonly kind: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

const ID = /^[a-z][a-z0-9-]*$/u;

/**
 * Gives each lever its id: its own, or its kind, then `kind-2`, … The scenario's own levers take the plain names, inherited ones
 * what is left. Issues: `UNKNOWN_LEVER`, `WRONG_TYPE`, `INVALID_ID`, `DUPLICATE_ID`.
 */
export function nameLevers(
  written: readonly WrittenLever[],
  own: string,
): { named: NamedLever[]; issues: Issue[] } {
  const issues: Issue[] = [];
  const known = written.flatMap((lever) => kindOf(lever, issues));
  const taken = new Set<string>();
  for (const { fields, path, kind } of known) {
    const { id } = fields;
    if (id === undefined) continue;
    const at = `${path}.${kind}.id`;
    if (typeof id !== "string" || !ID.test(id))
      issues.push({ code: "INVALID_ID", path: at, found: id, expected: "kebab-case" });
    else if (taken.has(id)) issues.push({ code: "DUPLICATE_ID", path: at, found: id });
    else taken.add(id);
  }
  const ownFirst = [
    ...known.filter((lever) => lever.origin === own),
    ...known.filter((lever) => lever.origin !== own),
  ];
  const ids = new Map(ownFirst.map((lever) => [lever, idOf(lever, taken)]));
  return { named: known.map((lever) => ({ ...lever, id: ids.get(lever)! })), issues };
}

function idOf({ kind, fields }: Omit<NamedLever, "id">, taken: Set<string>): string {
  if (typeof fields["id"] === "string") return fields["id"];
  let id = kind;
  for (let n = 2; taken.has(id); n++) id = `${kind}-${n}`;
  taken.add(id);
  return id;
}

/** An entry is one key, the kind, with the fields under it. */
function kindOf(lever: WrittenLever, issues: Issue[]): Omit<NamedLever, "id">[] {
  const kinds = Object.keys(lever.entry);
  const unknown = kinds.filter((kind) => !leverKinds.includes(kind));
  for (const kind of unknown) {
    const nearest = nearestName(kind, leverKinds);
    const path = jsonPathUnder(lever.path, kind);
    issues.push({
      code: "UNKNOWN_LEVER",
      path,
      found: kind,
      expected: leverKinds,
      ...(nearest && { nearest }),
    });
  }
  if (unknown.length > 0) return [];
  if (kinds.length !== 1) {
    const found = kinds.length === 0 ? null : kinds;
    issues.push({ code: "WRONG_TYPE", path: lever.path, found, expected: "one lever" });
    return [];
  }
  const kind = kinds[0];
  const fields = lever.entry[kind];
  if (typeof fields !== "object" || fields === null || Array.isArray(fields)) {
    issues.push({
      code: "WRONG_TYPE",
      path: `${lever.path}.${kind}`,
      found: fields === null ? null : Array.isArray(fields) ? "array" : typeof fields,
      expected: "object",
    });
    return [];
  }
  return [{ ...lever, kind, fields: splitTo(kind, fields as Record<string, unknown>) }];
}

function jsonPathUnder(path: string, key: string): string {
  const step = jsonPath([key]);
  return step.startsWith("[") ? path + step : `${path}.${step}`;
}
