import type { Issue } from "../errors/issue.js";
import { nearestName } from "../errors/nearest-name.js";
import { unitFactor, unitNames, type Dimension } from "./units.js";

/** A share of the base year's quantity, as in `60% of 2024`. */
export interface OfBase {
  readonly share: number;
  readonly of: number;
}

export interface QuantityRule {
  readonly dimension: Dimension;
  /** Unit of a number written without one. */
  readonly unit: string;
  /** Bounds in the field's own unit, both allowed. */
  readonly min?: number;
  readonly max?: number;
  /** Also takes `60% of 2024`. */
  readonly ofBase?: boolean;
}

export type QuantityReading =
  { readonly value: number | OfBase; readonly warning?: Issue } | { readonly issue: Issue };

const PATTERN = /^([-+−]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?)\s*(.*)$/u;
const OF_YEAR = /^%\s+of\s+(\d{4})$/u;

/**
 * Reads a quantity: number, space, unit (`110 USD/kg`, `25%`, `-2 pp`, `60% of 2024`, `5 kt/y`). A number alone takes the
 * field's own unit. The value is in the unit used inside.
 *
 * @returns `WRONG_UNIT`, `WRONG_TYPE` or `OUT_OF_RANGE` as an issue; `UNIT_SUSPECT` as a warning where the unit is valid but
 * likely not meant (a thousand times off, or a bare fraction where percent are read).
 */
export function readQuantity(text: string | number, rule: QuantityRule): QuantityReading {
  if (typeof text === "number") return inUnit(text, rule.unit, text, rule);
  const match = PATTERN.exec(text.trim());
  if (!match) return { issue: { code: "WRONG_TYPE", found: text, expected: example(rule) } };
  const value = Number(match[1].replace("−", "-"));
  const unit = match[2].trim();
  const ofYear = rule.ofBase ? OF_YEAR.exec(unit) : null;
  if (ofYear) return shareOfBase(value / 100, Number(ofYear[1]), text, rule);
  return inUnit(value, unit === "" ? rule.unit : unit, text, rule);
}

function inUnit(value: number, written: string, found: string | number, rule: QuantityRule): QuantityReading {
  const unit = written.replace(/\/(yr|year|a)$/u, "/y").replace(/^(years?|yr)$/u, "y");
  const factor = unitFactor(rule.dimension, unit);
  const own = unitFactor(rule.dimension, rule.unit)!;
  if (factor === undefined) return { issue: wrongUnit(written, found, rule) };
  const inside = (value * factor) / own;
  if (!Number.isFinite(value) || inside < (rule.min ?? -Infinity) || inside > (rule.max ?? Infinity))
    return { issue: { code: "OUT_OF_RANGE", found: printable(found), expected: range(rule) } };
  const warning = suspicion(value, unit, factor / own, found, rule);
  return { value: value * factor, ...(warning && { warning }) };
}

function shareOfBase(share: number, of: number, found: string, rule: QuantityRule): QuantityReading {
  if (share < 0) return { issue: { code: "OUT_OF_RANGE", found, expected: range(rule) } };
  return { value: { share, of } };
}

function wrongUnit(unit: string, found: string | number, rule: QuantityRule): Issue {
  const expected = unitNames(rule.dimension, rule.unit);
  const nearest = nearestName(unit, expected);
  return { code: "WRONG_UNIT", found, expected, ...(nearest && { nearest }), details: { unit } };
}

function suspicion(
  value: number,
  unit: string,
  ratio: number,
  found: string | number,
  rule: QuantityRule,
): Issue | undefined {
  const thousandth = rule.dimension === "price" && value !== 0 && (ratio >= 1000 || ratio <= 0.001);
  const bareFraction =
    rule.unit === "%" && value > 0 && value < 1 && unit === "%" && !String(found).includes("%");
  if (!thousandth && !bareFraction) return undefined;
  const factor = thousandth ? ratio : 0.01;
  return { code: "UNIT_SUSPECT", found, expected: rule.unit, details: { read: value * ratio, factor } };
}

function example(rule: QuantityRule): string {
  return rule.unit === "%" ? "25%" : `110 ${rule.unit}`;
}

function range({ min, max, unit }: QuantityRule): string {
  const bounds = [min === undefined ? "" : `>= ${min}`, max === undefined ? "" : `<= ${max}`];
  return `${bounds.filter((bound) => bound !== "").join(", ") || "finite"} ${unit}`;
}

function printable(found: string | number): string | number {
  return typeof found === "number" && !Number.isFinite(found) ? String(found) : found;
}
