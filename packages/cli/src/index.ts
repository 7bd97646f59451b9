export { IssueError, type Issue } from "@didym/core/errors";
export { loadChain, type Chain, type ChainFile, type ParameterOverrides } from "@didym/core/chain";
export { baseline, type Baseline } from "@didym/core/baseline";
export {
  hhi,
  hill,
  solveProblem as solve,
  type ProblemAnswer,
  type ProblemRefusal,
  type SolveOptions,
} from "@didym/core/problem";
export { solveGame, type GameAnswer } from "@didym/core/games";
export { readChain } from "./library/read-chain.js";
export {
  compiledScenario,
  metrics,
  parseMetricReference,
  prepareRun,
  run,
  select,
  toRunJson,
  valueOf,
  worldOfRun,
  type RunJson,
  type RunOptions,
  type RunResult,
  type RunScenario,
} from "@didym/core/results";
export {
  readShock,
  shock,
  stockRuleOf,
  toShockJson,
  type ShockJson,
  type ShockResult,
  type ShockSpec,
} from "@didym/core/shock";
export {
  movers,
  prepareSummit,
  summit,
  type Movers,
  type Summit,
  type SummitAnswer,
  type SummitOptions,
  type SummitResult,
} from "@didym/core/summit";
export { why, type Why, type WhyRequest } from "@didym/core/why";
export { parseScenario, scenarioHash, type Scenario } from "@didym/core/scenario";
