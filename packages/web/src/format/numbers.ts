import type { Language } from "@didym/messages";

/** Number formats of a language, made once. */
export interface Numbers {
  /** About three figures, grouped. */
  readonly plain: (value: number) => string;
  /** With so many decimals, as figures side by side are written; round figures, as of axes, without; what would be nothing keeps a figure. */
  readonly fixed: (value: number, decimals: number) => string;
  /** As many figures as it has, up to six decimals, for fields. */
  readonly exact: (value: number) => string;
  readonly percent: (ratio: number) => string;
  /** Percentage points of a difference of ratios, without a sign. */
  readonly points: (ratio: number) => string;
  /** Short: 1.2M, 123万. */
  readonly compact: (value: number) => string;
  readonly signed: (text: string, value: number) => string;
}

const locale = (language: Language): string => (language === "zh" ? "zh-CN" : "en-GB");
const made = new Map<Language, Numbers>();

export function numbersOf(language: Language): Numbers {
  let numbers = made.get(language);
  if (numbers === undefined) made.set(language, (numbers = makeNumbers(locale(language))));
  return numbers;
}

function makeNumbers(tag: string): Numbers {
  const significant = new Intl.NumberFormat(tag, { maximumSignificantDigits: 3 });
  const whole = new Intl.NumberFormat(tag, { maximumFractionDigits: 0 });
  const exact = new Intl.NumberFormat(tag, { maximumFractionDigits: 6 });
  const percent = new Intl.NumberFormat(tag, { style: "percent", maximumSignificantDigits: 2 });
  const wholePercent = new Intl.NumberFormat(tag, { style: "percent", maximumFractionDigits: 0 });
  const compact = new Intl.NumberFormat(tag, { notation: "compact", maximumSignificantDigits: 3 });
  const decimals = [0, 1, 2, 3].map(
    (digits) => new Intl.NumberFormat(tag, { minimumFractionDigits: digits, maximumFractionDigits: digits }),
  );
  const few = new Intl.NumberFormat(tag, { maximumSignificantDigits: 2 });
  const one = new Intl.NumberFormat(tag, { maximumSignificantDigits: 1 });
  const shown = (format: Intl.NumberFormat, value: number) => withMinus(format.format(tidy(value)));
  const plain = (value: number) => shown(Math.abs(value) >= 1000 ? whole : significant, value);
  return {
    plain,
    fixed: (value, digits) => {
      if (Math.abs(value) < 0.5 * 10 ** -digits) return shown(one, value);
      return shown((isRound(value, digits) ? undefined : decimals[digits]) ?? exact, value);
    },
    exact: (value) => exact.format(tidy(value)),
    percent: (ratio) => shown(Math.abs(ratio) >= 0.1 ? wholePercent : percent, ratio),
    points: (ratio) => shown(few, Math.abs(ratio * 100)),
    compact: (value) => shown(compact, value),
    signed: (text, value) => (value > 0 ? `+${text}` : text),
  };
}

/** Whether a figure has no more than so many decimals, as ticks have and computed figures have not. */
function isRound(value: number, digits: number): boolean {
  const scaled = value * 10 ** digits;
  return Math.abs(scaled - Math.round(scaled)) <= 1e-9 * Math.abs(scaled);
}

/** A minus sign as wide as a plus; what is read by programs has a hyphen instead. */
const withMinus = (text: string): string => text.replace("-", "\u2212");

/** Without minus zero and the noise of the last bits. */
function tidy(value: number): number {
  return Math.abs(value) < 1e-9 ? 0 : value;
}

/** 12 January 2026, 2026年1月12日. */
export function dateText(isoDate: string, language: Language): string {
  const [year = 0, month = 1, day = 1] = isoDate.split("-").map(Number);
  return new Intl.DateTimeFormat(locale(language), { dateStyle: "long", timeZone: "UTC" }).format(
    Date.UTC(year, month - 1, day),
  );
}
