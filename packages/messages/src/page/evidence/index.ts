import type { Language } from "../../text.js";
import { evidenceEn } from "./en.js";
import type { EvidenceWords } from "./evidence-words.js";
import { evidenceZhCn } from "./zh-cn.js";

export {
  equationNames,
  evidenceParts,
  symbolNames,
  type EquationName,
  type EquationWords,
  type EvidencePart,
  type EvidenceWords,
  type SymbolName,
} from "./evidence-words.js";
export { glossary, type Term } from "./glossary.js";

/** Words of the Evidence view in one language; loaded with the view and not with the first screen. */
export function evidenceWords(language: Language): EvidenceWords {
  return language === "zh" ? evidenceZhCn : evidenceEn;
}
