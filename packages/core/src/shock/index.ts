export { drawnValue } from "./drawn-value.js";
export { expectedStop, type ExpectedStop } from "./expected-stop.js";
export { annualStop, valueAddedAtRisk, type AnnualStop } from "./annual-stop.js";
export { shock, type ShockMonth, type ShockResult } from "./shock.js";
export { toShockJson, type ShockJson, type ShockSeries } from "./shock-json.js";
export { readShock, type ShockRequest } from "./read-shock.js";
export type { ShockSpec, StockRule } from "./shock-spec.js";
export { stockRuleOf } from "./stock-rule.js";
export { yearOfStop, type YearOfStop } from "./year-of-stop.js";
