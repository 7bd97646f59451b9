import type { BalancedFigure } from "@didym/core/baseline";
import type { EquationName } from "@didym/messages/evidence";
import type { Laboratory, ScenarioDocument } from "../../../worker/laboratory.js";
import { buyerBalance, finalDemand } from "./demand.js";
import { placeOf } from "./place.js";
import { originBalance, plantOutput } from "./plant.js";
import { deliveredCost, meanPrice, sourcing } from "./purchases.js";
import type { Worked } from "./worked.js";

export interface BalanceAnswer {
  readonly year: number;
  readonly figures: readonly BalancedFigure[];
}

export interface EquationsQuestion {
  readonly document: ScenarioDocument;
  readonly region: string;
  readonly good: string;
  readonly year: number;
}

export interface EquationsAnswer {
  readonly hash: string;
  readonly worked: readonly Worked[];
  /** Equations that have no meaning there. */
  readonly absent: readonly EquationName[];
}

/** The base year's figures as found and as balanced. */
function evidenceBalance({ base }: Laboratory, _question: undefined): BalanceAnswer {
  return { year: base.year, figures: base.figures };
}

/** The equations of one year with the scenario's numbers. @throws IssueError: then there are no numbers. */
function evidenceEquations(
  laboratory: Laboratory,
  { document, region, good, year }: EquationsQuestion,
): EquationsAnswer {
  const { hash, result } = laboratory.solve(document);
  const place = placeOf(result, region, good, year);
  const found: Readonly<Record<EquationName, Worked | undefined>> = {
    delivered: place && deliveredCost(place),
    sourcing: place && sourcing(place),
    price: place && meanPrice(place, result),
    plant: place && plantOutput(place),
    demand: place && finalDemand(place),
    origin: place && originBalance(place),
    buyer: place && buyerBalance(place),
  };
  const names = Object.keys(found) as EquationName[];
  return {
    hash,
    worked: names.flatMap((name) => found[name] ?? []),
    absent: names.filter((name) => found[name] === undefined),
  };
}

/** Questions of the Evidence view. */
export const evidenceHandlers = { evidenceBalance, evidenceEquations };
