export type { Fact, FactKind } from "./fact.js";
export { originOf, type LeverAbout, type Origin, type OriginOptions } from "./origin-of.js";
export {
  sensitivities,
  type Sensitivities,
  type Sensitivity,
  type SensitivityRequest,
} from "./sensitivity.js";
export { assumptionSweep, type AssumptionSweep } from "./assumption-sweep.js";
