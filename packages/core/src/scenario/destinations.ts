import { leverOf } from "../levers/register.js";

type Written = Readonly<Record<string, unknown>>;

/**
 * `to` means the last year, and for levers with destinations it may also name these: a name is a destination, a number a year, a list
 * may hold both. Returns fields with `destinations` and `to` apart.
 */
export function splitTo(kind: string, fields: Written): Written {
  if (!Object.hasOwn(fields, "to") || !takesDestinations(kind)) return fields;
  const { to, ...rest } = fields;
  const entries: readonly unknown[] =
    typeof to === "string" ? to.split(",").map((name) => name.trim()) : [to].flat();
  const years = entries.filter(isYear);
  const names = entries.filter((entry) => !isYear(entry));
  return {
    ...rest,
    ...(names.length > 0 && { destinations: names.length === 1 ? names[0] : names }),
    ...(years.length > 0 && { to: years.length === 1 ? years[0] : years }),
  };
}

/** The key under which a field stands in the file, for paths. */
export function writtenKey(kind: string, field: string, written: Written): string {
  const underTo = field === "destinations" && !Object.hasOwn(written, "destinations");
  return underTo && takesDestinations(kind) ? "to" : field;
}

export function takesDestinations(kind: string): boolean {
  return Object.hasOwn(leverOf(kind)?.fields ?? {}, "destinations");
}

function isYear(entry: unknown): boolean {
  return typeof entry === "number" || (typeof entry === "string" && /^\d{4}$/u.test(entry));
}
