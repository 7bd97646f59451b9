import type { Issue } from "../errors/issue.js";
import { nearestName } from "../errors/nearest-name.js";
import { leverOf } from "../levers/register.js";
import { splitTo } from "./destinations.js";
import type { NamedLever } from "./name-levers.js";
import { fieldNames } from "./read-lever.js";

/**
 * Adds a change to a scenario as written: `setField(scenario, "price-floor.at", "130")`, as `--set` and links do. Besides fields of
 * levers: `members`, `horizon` (`2024,2035`) and `parameters.NAME`. The address is checked when the scenario is read.
 */
export function setField(scenario: unknown, address: string, value: unknown): unknown {
  const file = typeof scenario === "object" && scenario !== null ? (scenario as Record<string, unknown>) : {};
  const number = typeof value === "string" ? Number(value) : value;
  if (address === "members") return { ...file, members: value };
  if (address === "horizon" && typeof value === "string")
    return { ...file, horizon: value.split(",").map(Number) };
  if (address.startsWith("parameters."))
    return {
      ...file,
      parameters: { ...(file["parameters"] as object | undefined), [address.slice(11)]: number },
    };
  return { ...file, set: { ...(file["set"] as object | undefined), [address]: value } };
}

/** Applies changes by address (`ID.FIELD`) to named levers. Issues: `UNKNOWN_ADDRESS` for the id, `UNKNOWN_KEY` for the field. */
export function applySet(
  levers: readonly NamedLever[],
  changes: Readonly<Record<string, unknown>>,
): { levers: NamedLever[]; issues: Issue[] } {
  const issues: Issue[] = [];
  const changed = new Map(levers.map((lever) => [lever.id, lever]));
  for (const [address, value] of Object.entries(changes)) {
    const dot = address.indexOf(".");
    const [id, field] = dot < 0 ? [address, ""] : [address.slice(0, dot), address.slice(dot + 1)];
    const lever = changed.get(id);
    const wrong = lever ? wrongField(lever, field, address) : unknownId(id, address, levers);
    if (wrong) issues.push(wrong);
    else if (lever)
      changed.set(id, { ...lever, fields: { ...lever.fields, ...splitTo(lever.kind, { [field]: value }) } });
  }
  return { levers: levers.map((lever) => changed.get(lever.id)!), issues };
}

const pathOf = (address: string): string => `set[${JSON.stringify(address)}]`;

function unknownId(id: string, address: string, levers: readonly NamedLever[]): Issue {
  const ids = levers.map((lever) => lever.id);
  const nearest = nearestName(id, ids);
  return {
    code: "UNKNOWN_ADDRESS",
    path: pathOf(address),
    found: id,
    expected: ids,
    ...(nearest && { nearest }),
  };
}

function wrongField(lever: NamedLever, field: string, address: string): Issue | undefined {
  const valid = fieldNames(leverOf(lever.kind)!).filter((name) => name !== "id");
  if (valid.includes(field)) return undefined;
  const nearest = nearestName(field, valid);
  return {
    code: "UNKNOWN_KEY",
    path: pathOf(address),
    found: field,
    expected: valid,
    ...(nearest && { nearest }),
  };
}
