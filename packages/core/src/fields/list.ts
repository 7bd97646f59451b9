import * as z from "zod";

/** A list of names, also written as one name or as names joined by commas; at least one, each once. */
export function names(of: string): z.ZodType<string[]> {
  const one = z.string().min(1).max(200);
  return z
    .union([one, z.array(one).min(1).max(500)])
    .transform((value) => [...new Set(typeof value === "string" ? split(value) : value)])
    .meta({ description: of });
}

/** The entries as written with their path inside the value, for issues that point at one of them. */
export function entries(raw: unknown): { name: string; path: string }[] {
  if (typeof raw === "string") return split(raw).map((name) => ({ name, path: "" }));
  if (!Array.isArray(raw)) return [];
  return raw.flatMap((name, k) => (typeof name === "string" ? [{ name, path: `[${k}]` }] : []));
}

function split(text: string): string[] {
  return text
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
}
