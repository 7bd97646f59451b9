import type { Issue } from "../errors/issue.js";
import { nearestName } from "../errors/nearest-name.js";
import type { Field } from "./package-schema.js";
import type { Value } from "./table.js";

/** Years that a figure about rare earths can speak of. */
const firstYear = 1900;
const lastYear = 2100;

/** One cell by its field: an empty cell is null; a cell that breaks the field is null with an issue. */
export function readCell(field: Field, text: string): { readonly value: Value; readonly issue?: Issue } {
  const limits = field.constraints ?? {};
  if (text === "")
    return limits.required === true
      ? { value: null, issue: { code: "REQUIRED", expected: field.name } }
      : { value: null };
  if (text !== text.trim()) return { value: null, issue: { code: "STRAY_SPACE", found: text } };
  if (field.type === "list") return readList(field, text);
  if (field.type === "string") return readString(field, text);
  const value = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/iu.test(text) ? Number(text) : NaN;
  const whole = field.type !== "number";
  if (!Number.isFinite(value) || (whole && !Number.isInteger(value)))
    return { value: null, issue: { code: "WRONG_TYPE", found: text, expected: field.type } };
  const minimum = limits.minimum ?? (field.type === "year" ? firstYear : -Infinity);
  const maximum = limits.maximum ?? (field.type === "year" ? lastYear : Infinity);
  if (value < minimum || value > maximum)
    return { value: null, issue: { code: "OUT_OF_RANGE", found: value, expected: { minimum, maximum } } };
  return { value };
}

function readString(field: Field, text: string): { readonly value: Value; readonly issue?: Issue } {
  const { enum: allowed, pattern } = field.constraints ?? {};
  if (allowed !== undefined && !allowed.includes(text)) {
    const nearest = nearestName(text, allowed);
    return {
      value: null,
      issue: {
        code: "NOT_ALLOWED",
        found: text,
        expected: allowed,
        ...(nearest === undefined ? {} : { nearest }),
      },
    };
  }
  if (pattern !== undefined && !new RegExp(`^(?:${pattern})$`, "u").test(text))
    return { value: null, issue: { code: "BAD_PATTERN", found: text, expected: pattern } };
  return { value: text };
}

function readList(field: Field, text: string): { readonly value: Value; readonly issue?: Issue } {
  const items = text.split(field.delimiter ?? ";");
  if (items.some((item) => item === ""))
    return { value: null, issue: { code: "WRONG_TYPE", found: text, expected: "list" } };
  return { value: items };
}
