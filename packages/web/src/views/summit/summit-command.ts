import type { SummitAssumptions } from "@didym/core/summit";
import type { SummitChoice } from "./summit-choice.js";

/** The command that plays the same game. @param run the scenario's own command, as `didym run washington-2026 --set …`. */
export function summitCommand(
  run: string,
  rule: string,
  { minimum, penalty, pay, assumed }: Pick<SummitChoice, "minimum" | "penalty" | "pay" | "assumed">,
  { hazard }: Pick<SummitAssumptions, "hazard">,
): string {
  const flags = [
    `--response ${rule}`,
    `--hazard ${String(hazard)}`,
    ...(minimum > 0 ? [`--minimum ${String(minimum)}`] : []),
    ...(penalty > 0 ? [`--penalty ${String(Math.round(penalty * 1e6) / 1e4)}`] : []),
    ...Object.entries(pay).map(([seat, amount]) => `--pay ${seat}=${String(amount)}`),
    ...set("summit.union-weight", assumed.unionWeight),
    ...set("summit.profit-at-place", assumed.place),
  ];
  return `${run.replace(/^didym run/u, "didym summit")} ${flags.join(" ")}`;
}

function set(parameter: string, value: number | undefined): string[] {
  return value === undefined ? [] : [`--set parameters.${parameter}=${String(value)}`];
}
