export { readClaims, verdicts, type AskedTest, type Claim, type JudgedClaim, type Verdict } from "./claim.js";
export {
  evaluateClaimTest,
  evaluateSide,
  figuresOf,
  figuresOfSide,
  parseClaimTest,
  parseSide,
  type ClaimTest,
  type ClaimTestResult,
  type Figure,
  type Side,
} from "./claim-test.js";
