export { solveMarket, type SolveOptions, type Solved } from "./dispersed/solve-market.js";
export { verifyMarket, type Answer, type Verification, type Violation } from "./verify.js";
export { generateMarket, type GeneratedMarket, type GenerateOptions } from "../market/generate.js";
export {
  fullPackage,
  mildPackage,
  randomPackage,
  violentPackage,
  type PackageBase,
  type PackageSize,
} from "../market/random-package.js";
