import type { Language, UnitWords } from "@didym/messages";
import { numbersOf } from "./numbers.js";

/** How figures of one unit are shown: a factor, a label, and a way to write them. */
export interface Measure {
  readonly factor: number;
  readonly label: string;
  /** The figure alone, to the decimals of all shown together, for axes and tables whose head carries the unit. */
  readonly number: (value: number) => string;
  /** The figure alone, to about three figures of its own. */
  readonly rounded: (value: number) => string;
  /** The figure with its unit. */
  readonly full: (value: number) => string;
}

/** @param largest the largest figure shown together, in the model's unit; it decides on t or kt, million or billion. */
export function measureOf(unit: string, largest: number, language: Language, words: UnitWords): Measure {
  const numbers = numbersOf(language);
  const { factor, label } = scaleOf(unit, Math.abs(largest), words);
  if (unit === "ratio") {
    const { percent } = numbers;
    return { factor: 1, label: "%", number: percent, rounded: percent, full: percent };
  }
  const decimals = decimalsFor(Math.abs(largest) * factor);
  const space = language === "zh" ? "" : " ";
  const rounded = (value: number) => numbers.plain(value * factor);
  const full = (value: number) => (label === "" ? rounded(value) : `${rounded(value)}${space}${label}`);
  return { factor, label, number: (value) => numbers.fixed(value * factor, decimals), rounded, full };
}

/** Of figures written side by side: about three figures of the largest. */
function decimalsFor(largest: number): number {
  if (largest >= 1000) return 0;
  if (largest >= 10) return 1;
  return largest >= 1 ? 2 : 3;
}

/** One figure with its unit, scaled to itself. */
export function showFigure(value: number, unit: string, language: Language, words: UnitWords): string {
  return measureOf(unit, value, language, words).full(value);
}

function scaleOf(unit: string, largest: number, words: UnitWords): { factor: number; label: string } {
  switch (unit) {
    case "USD/kg":
    case "USD/t":
      return { factor: 1, label: words[unit] };
    case "t/y":
    case "t": {
      const thousands = largest >= 10_000;
      const factor = thousands ? words.thousandTonnes.factor : 1;
      const tonnes = thousands ? words.thousandTonnes.label : words.t;
      if (unit === "t") return { factor, label: tonnes };
      return { factor, label: thousands ? words.thousandTonnesAYear : words.tonnesAYear };
    }
    case "kUSD/y":
    case "kUSD": {
      const { label, factor } = words.money.findLast(({ from }) => largest >= from) ?? {
        label: "kUSD",
        factor: 1,
      };
      return { factor, label: unit === "kUSD/y" ? words.aYear(label) : label };
    }
    case "pp":
      return { factor: 1, label: words.points };
    case "MUSD":
      return { factor: 1, label: words.musd };
    case "MUSD/y":
      return { factor: 1, label: words.musdAYear };
    case "months":
      return { factor: 1, label: words.months };
    case "y":
      return { factor: 1, label: words.years };
    case "0-10000":
      return { factor: 1, label: "" };
    default:
      return { factor: 1, label: unit };
  }
}
