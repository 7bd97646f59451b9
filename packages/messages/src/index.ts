export type { Catalogue } from "./catalogue.js";
export type { CliMessages } from "./cli-messages.js";
export type { ErrorCode } from "./en/errors.js";
export type { LeverName } from "./en/levers.js";
export type { MetricName } from "./en/metrics.js";
export { shown, type ErrorText, type IssueFacts } from "./error-text.js";
export type { Explanation, Language, Text } from "./text.js";
export {
  pageWords,
  type ChangeWords,
  type LabWords,
  type LeverChoice,
  type LeverField,
  type LeverWords,
  type PageMessages,
  type PageWords,
  type UnitWords,
} from "./page/index.js";
export {
  summitWords,
  type AccountItem,
  type ItemGroup,
  type ItemWords,
  type RuleName,
  type StanceName,
  type SummitWords,
} from "./page/summit/index.js";
export { whyWords, type ActFacts, type CauseFacts, type WhyWords } from "./why/index.js";
export { assumptionInChinese } from "./page/levers/assumptions-zh-cn.js";
export { causeLinks, causeText } from "./why/cause-text.js";
export { factText } from "./provenance/fact-text.js";
export { catalogue } from "./catalogue-of.js";
export { en } from "./en.js";
export { zhCn } from "./zh-cn.js";
