import type { FieldFacts } from "@didym/core/fields";
import type { Description } from "../worker/describe.js";

/** Fields a new lever starts with: what its kind cannot do without, neutral where that can be, so that adding it changes nothing yet. */
export function newLeverFields(kind: string, description: Description): Record<string, unknown> {
  const facts = description.levers[kind] ?? {};
  const fields: Record<string, unknown> = {};
  for (const [name, fact] of Object.entries(facts))
    if (fact.required) fields[name] = beginning(name, fact, description);
  if ("goods" in facts && fields["goods"] === undefined) fields["goods"] = ["oxide.NdPr"];
  if (kind === "tariff") fields["rate"] = "0%";
  return { ...fields, from: String(description.years[0] + 2) };
}

const chinese = new Set(["exporter", "exporters", "supplier", "donor"]);
const levels = new Set(["volume", "fill"]);

function beginning(name: string, fact: FieldFacts, description: Description): unknown {
  switch (fact.type) {
    case "parties":
      return chinese.has(name) ? ["CHN"] : ["members"];
    case "goods":
      return ["oxide.NdPr"];
    case "projects":
      return description.projects.slice(0, 1);
    case "choice":
      return fact.choices?.[0];
    case "quantity":
      return levels.has(name) ? (name === "volume" ? `100% of ${String(description.years[0])}` : "0") : "0";
    case "year":
      return String(description.years[0] + 2);
    default:
      return description.endUses.slice(0, 1).map(({ id }) => id);
  }
}
