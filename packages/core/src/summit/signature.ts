import { resolveParties } from "../fields/parties.js";
import { leverOf } from "../levers/register.js";
import type { ScenarioLever } from "../scenario/index.js";
import type { Summit } from "./prepare.js";
import type { ProfileLevers } from "./profile-levers.js";

/**
 * What the levers of a profile come to, as text: profiles with the same text are the same policy, solved once. A commitment that changes
 * nothing (a member state's to a package of duties while its customs union hedges) is empty in this sense.
 */
export function packageSignature({ world }: Summit, { levers, members, dealers }: ProfileLevers): string {
  const resolved = (lever: ScenarioLever): unknown => {
    const fields = leverOf(lever.kind)!.fields;
    return Object.entries(lever.params).map(([name, value]) => {
      const facts = fields[name]?.facts;
      if (facts?.type !== "parties" || value === undefined) return [name, value];
      return [name, resolveParties(value as readonly string[], members, world, facts.border === true)];
    });
  };
  const list = levers.map((lever) => [lever.kind, lever.id, lever.from, lever.to, resolved(lever)]);
  return JSON.stringify([list, ...(needsMembers(levers) ? [members] : []), dealers]);
}

/** Levers that ask who is a member beside what their fields say: floors whose coverage or border is not stated is the members'. */
function needsMembers(levers: readonly ScenarioLever[]): boolean {
  return levers.some(({ kind, params }) => {
    if (kind !== "price-floor") return false;
    const asked =
      params["mechanism"] === "border-adjusted" ? ["importers", "exporters", "equivalent"] : ["covers"];
    return asked.some((field) => params[field] === undefined);
  });
}
