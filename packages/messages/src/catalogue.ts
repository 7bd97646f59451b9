import type { CliMessages } from "./cli-messages.js";
import type { ErrorCode } from "./en/errors.js";
import type { LeverName } from "./en/levers.js";
import type { MetricName } from "./en/metrics.js";
import type { ErrorText } from "./error-text.js";
import type { Explanation } from "./text.js";

/** All words of one language. A missing or surplus entry is a compile error. */
export interface Catalogue {
  readonly cli: CliMessages;
  readonly errors: Readonly<Record<ErrorCode, ErrorText>>;
  readonly levers: Readonly<Record<LeverName, Explanation>>;
  readonly metrics: Readonly<Record<MetricName, Explanation>>;
}
