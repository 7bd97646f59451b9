import type { Grade } from "@didym/core/evidence";
import { evidenceParts, type EvidencePart } from "@didym/messages/evidence";
import type { Choices } from "../../state/page-state.js";

/** What of the evidence is looked at, as the page's state and links carry it. */
export interface EvidenceChoice {
  readonly part: EvidencePart;
  /** A table of figures; "" for all. */
  readonly table: string;
  /** "" for all. */
  readonly grade: Grade | "";
  readonly search: string;
  /** A verdict on claims; "" for all. */
  readonly verdict: string;
  readonly order: "moved" | "chain";
}

export function readChoice(choices: Choices): EvidenceChoice {
  const text = (key: string): string => choices[`evidence.${key}`] ?? "";
  const grade = text("grade");
  return {
    part: evidenceParts.find((part) => part === text("part")) ?? "figures",
    table: text("table"),
    grade: grade === "A" || grade === "B" || grade === "C" || grade === "D" ? grade : "",
    search: text("search").slice(0, 200),
    verdict: text("verdict"),
    order: text("order") === "chain" ? "chain" : "moved",
  };
}

const usual = readChoice({});

/** Choices that write a change; what is as usual is not written. A change of part ends the search. */
export function writeChoice(change: Partial<EvidenceChoice>): Record<string, string | undefined> {
  const whole = change.part === undefined ? change : { search: "", grade: "" as const, ...change };
  return Object.fromEntries(
    Object.entries(whole).map(([key, value]) => [
      `evidence.${key}`,
      value === usual[key as keyof EvidenceChoice] ? undefined : value,
    ]),
  );
}
