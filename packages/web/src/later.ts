/** What the page needs only once its first screen stands. */
export { assumptionInChinese, catalogue } from "@didym/messages";
export { evidenceWords } from "@didym/messages/evidence";
export { fetchTranslations } from "./model/translations.js";
export { default as Dialogs } from "./parts/Dialogs.svelte";
export { default as OriginCard } from "./parts/OriginCard.svelte";
export { default as Tour } from "./parts/Tour.svelte";
