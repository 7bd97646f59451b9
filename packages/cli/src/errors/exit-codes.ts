/** The exit codes of interfaces: 0 done, 1 failure, 2 usage, 3 input, 4 no answer, 5 check failed, 130 interrupted. */
export const exitCodes = [0, 1, 2, 3, 4, 5, 130] as const;

export type ExitCode = (typeof exitCodes)[number];

const usage = [
  "UNKNOWN_COMMAND",
  "UNKNOWN_FLAG",
  "MISSING_VALUE",
  "INVALID_ARGUMENT",
  "MISSING_ARGUMENT",
  "UNEXPECTED_ARGUMENT",
  "CONFLICTING_FLAGS",
  "BINARY_TO_TERMINAL",
];
const noAnswer = ["INFEASIBLE", "NOT_CONVERGED", "TIME_LIMIT", "GOAL_UNREACHABLE", "VERSION_MISMATCH"];

const byCode = new Map<string, ExitCode>([
  ["INTERNAL", 1],
  ...usage.map((code) => [code, 2] as const),
  ...noAnswer.map((code) => [code, 4] as const),
  ["CHECK_FAILED", 5],
  ["INTERRUPTED", 130],
]);

/** The exit code of an error code; everything not named here is invalid input (3). */
export function exitCodeOf(code: string): ExitCode {
  return byCode.get(code) ?? 3;
}
