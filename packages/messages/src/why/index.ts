import type { Language } from "../text.js";
import { whyEn } from "./en.js";
import type { WhyWords } from "./why-words.js";
import { whyZhCn } from "./zh-cn.js";

export type { ActFacts, CauseFacts, WhyWords } from "./why-words.js";

export function whyWords(language: Language): WhyWords {
  return language === "zh" ? whyZhCn : whyEn;
}
