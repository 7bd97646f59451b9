import type { Catalogue } from "./catalogue.js";
import { cli } from "./zh-cn/cli.js";
import type { ErrorCode } from "./en/errors.js";
import type { ErrorText } from "./error-text.js";
import { errors as sentences } from "./zh-cn/errors.js";
import { levers } from "./zh-cn/levers.js";
import { metrics } from "./zh-cn/metrics.js";
import { withPhrases } from "./zh-cn/phrases.js";

const errors = Object.fromEntries(
  Object.entries<ErrorText>(sentences).map(([code, text]) => [code, withPhrases(text)]),
) as Record<ErrorCode, ErrorText>;

/** Simplified Chinese. */
export const zhCn = { cli, errors, levers, metrics } satisfies Catalogue;
