import type { Language } from "../text.js";
import { pageEn } from "./en.js";
import { labEn } from "./lab/en.js";
import type { LabWords } from "./lab/lab-words.js";
import { labZhCn } from "./lab/zh-cn.js";
import { leverWordsEn } from "./levers/en.js";
import type { LeverWords } from "./levers/lever-words.js";
import { leverWordsZhCn } from "./levers/zh-cn.js";
import type { PageMessages } from "./page-messages.js";
import { shockEn } from "./shock/en.js";
import type { ShockWords } from "./shock/shock-words.js";
import { shockZhCn } from "./shock/zh-cn.js";
import { unitsEn } from "./units/en.js";
import type { UnitWords } from "./units/unit-words.js";
import { unitsZhCn } from "./units/zh-cn.js";
import { pageZhCn } from "./zh-cn.js";

export type { PageMessages } from "./page-messages.js";
export type { ChangeWords, LabWords } from "./lab/lab-words.js";
export type { LeverWords, LeverField, LeverChoice } from "./levers/lever-words.js";
export type { ShockWords } from "./shock/shock-words.js";
export type { UnitWords } from "./units/unit-words.js";

/** All words of the page in one language; each view has a part of its own. */
export interface PageWords {
  readonly page: PageMessages;
  readonly lab: LabWords;
  readonly levers: LeverWords;
  readonly shock: ShockWords;
  readonly units: UnitWords;
}

const words: Readonly<Record<Language, PageWords>> = {
  en: { page: pageEn, lab: labEn, levers: leverWordsEn, shock: shockEn, units: unitsEn },
  zh: { page: pageZhCn, lab: labZhCn, levers: leverWordsZhCn, shock: shockZhCn, units: unitsZhCn },
};

export function pageWords(language: Language): PageWords {
  return words[language];
}
