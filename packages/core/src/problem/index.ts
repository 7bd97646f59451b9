export { solveProblem, type ProblemRefusal, type SolveOptions } from "./solve-problem.js";
export type * from "./answer/answer.js";
export { problemJsonSchema, problemSchema } from "./schema.js";
export { effectiveNumber, hhi, hill } from "./concentration.js";
export { verifyAnswer } from "./verify/verify-answer.js";
export { readProblem } from "./read-problem.js";
export { LIMITS } from "./schema.js";
export type { MarketProblem } from "./market-problem.js";
export {
  solveLcp,
  solveNcp,
  solveQp,
  type LibrarySolution,
  type NonlinearProblem,
  type QuadraticProgramme,
} from "../equilibrium/exact/library.js";
