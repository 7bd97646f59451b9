export type * from "./baseline.js";
export type * from "./found-year.js";
export { balanceBaseYear, baseline } from "./balance-base-year.js";
export { furness } from "./furness.js";
export { weightedBalance, type Account, type Balance, type BalanceProblem } from "./weighted-balance.js";
