export { readClaims, verdicts, type Claim, type JudgedClaim, type Verdict } from "./claim.js";
export {
  evaluateClaimTest,
  figuresOf,
  parseClaimTest,
  type ClaimTest,
  type ClaimTestResult,
  type Figure,
} from "./claim-test.js";
