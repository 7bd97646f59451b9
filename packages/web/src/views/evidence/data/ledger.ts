import type { Backtest, Verdict as ErrorVerdict } from "@didym/core/backtest";
import type { JudgedClaim, Verdict } from "@didym/core/claims";
import type { Agreement } from "@didym/core/studies";
import type { Text } from "@didym/messages";

/** Claims with the model's tests, and back-tests: answered by the program when it was built, at the figures shipped with it. */
export interface Ledger {
  readonly schema: "didym/ledger@1";
  readonly claims: readonly JudgedClaim[];
  readonly themes: Readonly<Record<string, Text>>;
  readonly verdicts: Readonly<Record<Verdict, Text>>;
  /** Words of the comparison with published studies. */
  readonly studies: {
    readonly groups: Readonly<Record<string, Text>>;
    readonly agreements: Readonly<Record<Agreement, Text>>;
  };
  readonly backtests: Backtest & {
    readonly cases: Readonly<Record<string, Text>>;
    readonly notes: Readonly<Record<string, Text>>;
    readonly verdicts: Readonly<Record<ErrorVerdict, Text>>;
  };
}
