export { bindingIn, type Binding } from "./binding.js";
export { goalCost, type GoalCost } from "./cost.js";
export {
  cheapestMix,
  sizeOf,
  type Dial,
  type GoalAnswer,
  type GoalRequest,
  type GoalResult,
  type GoalUnreachable,
} from "./goal.js";
export { excessOf, readGoal, type Goal } from "./read-goal.js";
export { smallestSize, type SizeFound, type SizeNotFound } from "./smallest-size.js";
export { figureUnderStop } from "./under-stop.js";
