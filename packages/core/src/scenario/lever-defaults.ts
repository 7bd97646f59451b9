/** The rows of assumptions that this needs. */
export interface AssumedValue {
  readonly id: string;
  readonly value: number;
  readonly unit: string;
}

const PREFIX = "lever.";

/**
 * Values of lever fields that a file leaves out, from assumptions named `lever.KIND.FIELD`, as a file would write them:
 * `lever.cooperation.know-how-cost` 20 MUSD/y gives `{ cooperation: { "know-how-cost": "20 MUSD/y" } }`.
 */
export function leverDefaults(assumptions: readonly AssumedValue[]): Record<string, Record<string, string>> {
  const defaults: Record<string, Record<string, string>> = {};
  for (const { id, value, unit } of assumptions) {
    if (!id.startsWith(PREFIX)) continue;
    const [kind, field] = id.slice(PREFIX.length).split(".");
    (defaults[kind] ??= {})[field] = `${value} ${unit}`;
  }
  return defaults;
}

/** The defaults at a scenario's own `parameters`: `lever.cooperation.know-how-cost: 40` in the unit of the assumption. */
export function defaultsAt(
  defaults: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
  parameters: Readonly<Record<string, number>>,
): Record<string, Record<string, unknown>> {
  const changed: Record<string, Record<string, unknown>> = Object.fromEntries(
    Object.entries(defaults).map(([kind, fields]) => [kind, { ...fields }]),
  );
  for (const [id, value] of Object.entries(parameters)) {
    if (!id.startsWith(PREFIX)) continue;
    const [kind, field] = id.slice(PREFIX.length).split(".");
    const known = Object.hasOwn(changed, kind) ? changed[kind][field] : undefined;
    if (typeof known === "string") changed[kind][field] = `${value}${known.slice(known.indexOf(" "))}`;
  }
  return changed;
}
