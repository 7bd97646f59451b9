import type { Language } from "../../text.js";
import { summitEn } from "./en.js";
import type { SummitWords } from "./summit-words.js";
import { summitZhCn } from "./zh-cn.js";

export type { AccountItem, ItemGroup, ItemWords, RuleName, StanceName, SummitWords } from "./summit-words.js";

/** Words of the Summit view, apart from the page's others so that they are loaded with it. */
export function summitWords(language: Language): SummitWords {
  return language === "zh" ? summitZhCn : summitEn;
}
