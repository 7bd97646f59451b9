import type { FieldFacts } from "@didym/core/fields";
import type { ShownValue } from "../worker/lever-rows.js";

/** Which fields of a lever stand open, which are folded away, and which say whom it is about. */
export interface FieldPlan {
  readonly main: readonly string[];
  readonly rest: readonly string[];
  readonly who: readonly string[];
}

/** Open: the figures a lever cannot do without, else those that are not nothing, else its first. */
export function fieldPlan(
  facts: Readonly<Record<string, FieldFacts>>,
  values: Readonly<Record<string, ShownValue>>,
): FieldPlan {
  const names = Object.keys(facts);
  const figures = names.filter((name) => facts[name]?.type === "quantity");
  const required = figures.filter((name) => facts[name]?.required === true);
  const telling = figures.filter(
    (name) => values[name] !== undefined && values[name] !== 0 && !isDefault(facts[name], values[name]),
  );
  const main = (required.length > 0 ? required : telling.length > 0 ? telling : figures).slice(0, 2);
  const rest = names.filter(
    (name) => !main.includes(name) && (values[name] !== undefined || facts[name]?.type === "flag"),
  );
  const who = names.filter(
    (name) =>
      facts[name]?.type !== "quantity" && facts[name]?.required === true && Array.isArray(values[name]),
  );
  return { main, rest, who };
}

function isDefault(facts: FieldFacts | undefined, value: ShownValue | undefined): boolean {
  return facts?.default !== undefined && Number.parseFloat(String(facts.default)) === value;
}
