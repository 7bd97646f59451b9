export { solveProblem, type ProblemRefusal, type SolveOptions } from "./solve-problem.js";
export type * from "./answer/answer.js";
export { problemSchema } from "./schema.js";
