import type { ProblemAnswer } from "../answer/answer.js";
import type { MarketProblem } from "../market-problem.js";
import { Figures } from "./figures.js";
import { nodeValues } from "./node-values.js";
import { verifyArcs } from "./verify-arcs.js";
import { verifyCapacityRents } from "./verify-capacity-rents.js";
import { verifyConduct } from "./verify-conduct.js";
import { verifyCurves } from "./verify-curves.js";
import { verifyDispersion } from "./verify-dispersion.js";
import { verifyMoney } from "./verify-money.js";
import { verifyBalances, verifyProcesses } from "./verify-nodes.js";
import { verifyQuotas } from "./verify-quotas.js";
import { verifyReported } from "./verify-reported.js";
import { Violations } from "./violations.js";

/**
 * Rechecks every equilibrium condition of an answer from its own figures and the definitions of the format; shares no
 * code with the solver.
 *
 * @returns the largest scaled violation and the condition it belongs to.
 */
export function verifyAnswer(
  problem: MarketProblem,
  answer: ProblemAnswer,
): { residual: number; worst: string } {
  const figures = new Figures(problem, answer);
  const violations = new Violations();
  const values = nodeValues(figures, violations);
  verifyDispersion(figures, values, violations);
  verifyBalances(figures, values, violations);
  verifyCurves(figures, values, violations);
  verifyProcesses(figures, values, violations);
  verifyArcs(figures, values, violations);
  verifyQuotas(figures, values, violations);
  const worths = verifyConduct(figures, values, violations);
  verifyCapacityRents(figures, values, worths, violations);
  verifyMoney(figures, values, violations);
  verifyReported(figures, violations);
  return { residual: violations.largest, worst: violations.worst };
}
