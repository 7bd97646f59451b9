export { contributions, exactUpTo, type Contributions } from "./contributions.js";
export { leverSets, type LeverSets } from "./lever-sets.js";
export { referenceText, type Cause, type CauseStep } from "./causes.js";
export type { LeverReach } from "./lever-reach.js";
export { why, whySteps, type Why, type WhyProgress, type WhyRequest } from "./why.js";
