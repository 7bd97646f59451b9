export type { Fact, FactKind, FactNames } from "./fact.js";
export { originOf, type LeverAbout, type Origin, type OriginOptions } from "./origin-of.js";
export {
  sensitivities,
  type Sensitivities,
  type Sensitivity,
  type SensitivityRequest,
} from "./sensitivity.js";
export { gradeSweep, type GradesDrawn, type GradeSweep } from "./grade-sweep.js";
export { shareOfVariance } from "./share-of-variance.js";
