import type { Text } from "@didym/messages";

/** Headings and standing sentences of a report. */
export const reportWords = {
  against: { en: "Compared with", zh: "对照情景" },
  levers: { en: "What the scenario does", zh: "情景内容" },
  figures: { en: "Figures", zh: "主要数字" },
  countries: { en: "By country", zh: "分国家" },
  range: { en: "How far the figures may lie off", zh: "数字可能偏离多远" },
  charts: { en: "Through the years", zh: "逐年变化" },
  dotted: { en: "Dotted: the compared run.", zh: "点线：对照情景。" },
  warnings: { en: "Warnings", zh: "提示" },
  trust: { en: "How far to trust it", zh: "可信程度" },
  identities: {
    en: "Largest violation of the accounting identities over all years, relative to turnover",
    zh: "各年会计恒等式的最大偏差（相对营业额）",
  },
  caution: {
    en: "Elasticities, thresholds of investment and costs of unfamiliar sources are assumed (grade D); signs and orders of size are worth more than digits.",
    zh: "弹性、投资门槛与陌生货源成本均为假定（D 级）；符号与数量级比小数位更可靠。",
  },
  holds: {
    en: "Whether the coalition would hold, and who would leave, is a game of its own:",
    zh: "联盟能否维持、谁会退出，另由博弈求解：",
  },
  sources: { en: "Sources", zh: "来源" },
  from: { en: "from", zh: "自" },
  to: { en: "to", zh: "至" },
} satisfies Record<string, Text>;
