import type { Catalogue } from "./catalogue.js";
import { en } from "./en.js";
import type { Language } from "./text.js";
import { zhCn } from "./zh-cn.js";

/** The words of a language. */
export function catalogue(language: Language): Catalogue {
  return language === "zh" ? zhCn : en;
}
