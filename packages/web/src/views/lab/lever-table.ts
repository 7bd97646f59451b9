import type { LeverName } from "@didym/messages";
import { showFigure } from "../../format/measure.js";
import type { Shell } from "../../shell.js";
import type { LeverRow, ShownValue } from "../../worker/lever-rows.js";
import type { LabView } from "./view.js";

/** A lever as a report prints it; sources as numbers of end notes. */
export interface LeverLine {
  readonly id: string;
  readonly name: string;
  readonly settings: string;
  readonly years: string;
  readonly status: string;
  readonly assumption: string;
  readonly notes: readonly number[];
}

export interface LeverTable {
  readonly lines: readonly LeverLine[];
  /** End notes in order, the first is number 1. */
  readonly sources: readonly string[];
}

type Facts = Pick<Shell, "description" | "source" | "assumption">;

/** Every lever of the scenario with its settings, and the sources that they rest on, once each. */
export function leverTable(view: LabView, facts: Facts): LeverTable {
  const sources: string[] = [];
  const note = (text: string): number => {
    if (!sources.includes(text)) sources.push(text);
    return sources.indexOf(text) + 1;
  };
  const { levers } = view.words;
  const lines = view.answer.levers.map((row) => ({
    id: row.id,
    name: levers.kinds[row.kind as LeverName] ?? row.kind,
    settings: settingsOf(row, view, facts),
    years: `${String(row.from)}–${String(row.to)}`,
    status: levers.status[row.status as keyof typeof levers.status] ?? "",
    assumption: row.assumption === undefined ? "" : facts.assumption(row.assumption).text,
    notes: row.sources.map((id) => note(facts.source(id))),
  }));
  return { lines, sources };
}

function settingsOf(row: LeverRow, view: LabView, { description }: Facts): string {
  const { fields } = view.words.levers;
  const { colon } = view.words.lab;
  return Object.entries(row.values)
    .map(([field, value]) => {
      const label = fields[field as keyof typeof fields] ?? field;
      return `${label}${colon}${written(value, description.levers[row.kind]?.[field]?.unit, view)}`;
    })
    .join("; ");
}

function written(value: ShownValue, unit: string | undefined, view: LabView): string {
  const { words, numbers, book, language } = view;
  if (typeof value === "number")
    return unit === "%" ? `${numbers.exact(value)}%` : showFigure(value, unit ?? "", language, words.units);
  if (typeof value === "string")
    return words.levers.choices[value as keyof typeof words.levers.choices] ?? book.any(value);
  if (typeof value === "boolean") return value ? "✓" : "–";
  if (Array.isArray(value)) return (value as readonly string[]).map(book.any).join(words.lab.comma);
  if ("percent" in value && "of" in value)
    return words.levers.ofBase(`${numbers.exact(value["percent"] ?? 0)}%`, value["of"] ?? 0);
  return Object.entries(value)
    .map(([name, share]) => `${book.any(name)} ${numbers.exact(share)}`)
    .join(words.lab.comma);
}
