import type { BacktestSummary, Verdict } from "@didym/core/backtest";
import type { Text } from "@didym/messages";
import type { SeriesKind } from "./series-kind.js";

export const verdictWords: Readonly<Record<Verdict, Text>> = {
  close: { en: "close, within 10%", zh: "接近，10%以内" },
  near: { en: "near, within 25%", zh: "较近，25%以内" },
  off: { en: "off, within a factor of two", zh: "偏离，两倍以内" },
  missed: { en: "missed, by more than a factor of two", zh: "未中，超过两倍" },
};

export const caseWords: Readonly<Record<string, Text>> = {
  "quota-2010": {
    en: "2010–2012: China's export quotas, on a reduced chain",
    zh: "2010—2012年：中国出口配额（简化供应链）",
  },
  "licences-2025": {
    en: "2025 to spring 2026: licences, observed exports as the control",
    zh: "2025年至2026年春：出口许可，以实际出口量为控制",
  },
  "stop-2025": {
    en: "April to June 2025: no dysprosium and terbium shipped for two months, solved month by month with users' stores",
    zh: "2025年4月至6月：镝、铽两个月未出口，逐月求解并计用户库存",
  },
  "nowcast-2025": {
    en: "2025 from the base year 2024 and policies in force",
    zh: "由2024基年与现行政策推算2025年",
  },
};

export const kindWords: Readonly<Record<SeriesKind, Text>> = {
  means: { en: "Mean prices", zh: "平均价格" },
  peaks: { en: "Peaks, offers and thin markets", zh: "峰值、报价与薄市场" },
  volumes: { en: "Volumes", zh: "数量" },
};

/** How many series came how near. */
export function tallyWords(summary: readonly BacktestSummary[]): Text {
  const count = (verdict: Verdict): number => summary.filter((row) => row.verdict === verdict).length;
  const [close, near, off, missed] = (["close", "near", "off", "missed"] as const).map(count);
  return {
    en: `Of ${summary.length} series ${close} came within 10%, ${near} within 25%, ${off} within a factor of two, and ${missed} were missed.`,
    zh: `${summary.length}个序列中，${close}个在10%以内，${near}个在25%以内，${off}个在两倍以内，${missed}个未中。`,
  };
}
