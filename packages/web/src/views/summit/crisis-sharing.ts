import type { Edits } from "../../state/edits.js";
import type { Library } from "../../state/to-document.js";

/** The share of a stop's goods that members keep among themselves: a field of the package's cooperation, where it has one. */
export function sharingOf(edits: Edits, library: Library): { address: string; share: number } | undefined {
  const levers = library[edits.base]?.["levers"];
  const entries = Array.isArray(levers) ? (levers as Readonly<Record<string, unknown>>[]) : [];
  const entry = entries.find((lever) => "cooperation" in lever)?.["cooperation"];
  if (entry === undefined) return undefined;
  const fields = entry as Readonly<Record<string, unknown>>;
  const id = typeof fields["id"] === "string" ? fields["id"] : "cooperation";
  if (edits.without.includes(id)) return undefined;
  const address = `${id}.crisis-sharing`;
  return { address, share: shareOf(edits.set[address] ?? fields["crisis-sharing"]) };
}

/** `80%` or 0.8. */
function shareOf(written: unknown): number {
  const text = typeof written === "string" || typeof written === "number" ? String(written) : "0";
  const number = Number.parseFloat(text);
  if (!Number.isFinite(number)) return 0;
  return text.includes("%") ? number / 100 : number;
}
