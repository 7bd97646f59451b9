import type { PageWords } from "@didym/messages";

/** Words for where a slider stands. @param today the figure of the base year in the same unit, where there is one. */
export function positionWords(
  kind: string,
  field: string,
  unit: string,
  value: number,
  today: number | undefined,
  percent: (ratio: number) => string,
  { lab: { position } }: PageWords,
): string {
  if (kind === "price-floor" && field === "at" && value === 0) return position.noFloor;
  if (today !== undefined && today > 0 && unit === "USD/kg") {
    const ratio = value / today - 1;
    if (Math.abs(ratio) < 0.02) return position.likeToday;
    return ratio < 0 ? position.belowToday(percent(-ratio)) : position.aboveToday(percent(ratio));
  }
  if (value === 0) return field === "volume" ? position.closed : position.none;
  if (unit === "pp") return value < 0 ? position.cheaper : position.dearer;
  if (unit === "%") return strength(Math.abs(value), 10, 40, position);
  return "";
}

function strength(
  value: number,
  slight: number,
  middling: number,
  words: PageWords["lab"]["position"],
): string {
  if (value >= 100) return words.all;
  if (value <= slight) return words.slight;
  return value <= middling ? words.middling : words.strong;
}
