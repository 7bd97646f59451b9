import type { BarData } from "@didym/charts";
import type { LeverName } from "@didym/messages";
import { measureOf } from "../../../format/measure.js";
import type { LabView } from "../view.js";
import type { WhyAnswer } from "../worker/answer-why.js";

/** A lever by its kind; by its id too where several of the kind stand in the scenario. */
export function leverName(view: LabView, id: string): string {
  const { levers } = view.answer;
  const kind = levers.find((row) => row.id === id)?.kind ?? id;
  const name = view.words.levers.kinds[kind as LeverName] ?? kind;
  const alike = levers.filter((row) => row.kind === kind);
  return alike.length > 1 && id !== kind ? `${name} (${id})` : name;
}

/** What each lever adds to the figure, largest first, and all of them together. */
export function whyData(view: LabView, why: WhyAnswer, title: string): BarData {
  const { words, language, against } = view;
  const say = words.lab.why;
  const parts = [...why.contributions].sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
  const largest = Math.max(Math.abs(why.total), ...parts.map(({ value }) => Math.abs(value)));
  const ratio = why.unit === "1";
  const unit = ratio ? "ratio" : why.unit;
  const measure = measureOf(unit, largest, language, words.units);
  const level = measureOf(unit, Math.max(Math.abs(why.with), Math.abs(why.without)), language, words.units);
  const signed = (value: number) => `${value > 0 ? "+" : ""}${measure.full(value)}`;
  const first = parts[0];
  return {
    id: "why",
    title: `${say.contribution}${words.lab.colon}${title}`,
    summary: [
      say.summary(level.full(why.with), level.full(why.without), against),
      ...(first === undefined ? [] : [say.largest(leverName(view, first.lever), signed(first.value))]),
    ].join(" "),
    unit: measure.label,
    format: measure.number,
    bars: [
      ...parts.map(({ lever, value }) => ({ id: lever, label: leverName(view, lever), value })),
      { id: "together", label: say.together, value: why.total },
    ],
  };
}
