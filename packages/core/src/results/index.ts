export { prepareRun, run } from "./run.js";
export type { RunOptions, RunResult, RunScenario, SolverSummary } from "./run-result.js";
