import {
  evaluateClaimTest,
  figuresOf,
  figuresOfSide,
  parseClaimTest,
  type Claim,
  type Figure,
  type JudgedClaim,
  type Side,
} from "@didym/core/claims";
import { valueOf, type RunResult } from "@didym/core/results";
import { laboratory } from "../run/laboratory.js";
import { builtInScenario } from "../scenario/built-in-scenario.js";
import { isOfSeats, seatShare, type SeatShare } from "./seat-share.js";

const yearPattern = /\d{4}(?=\])/u;

/**
 * Claims with the model's answer where they have a test. Every scenario named is run once, at the shipped data and as far as the tests
 * look, and every table of seats played one round; `stop` is asked between iterations of runs.
 */
export async function judgeClaims(
  claims: readonly Claim[],
  stop?: () => boolean,
  shareOf: SeatShare = seatShare,
): Promise<JudgedClaim[]> {
  const tests = claims.map(({ test }) => (test === undefined ? undefined : parseClaimTest(test)));
  const figures = tests.flatMap((test) => (test === undefined ? [] : figuresOf(test)));
  const runs = await runsFor(
    figures.filter((figure) => !isOfSeats(figure)),
    stop,
  );
  const shares = new Map<string, number>();
  for (const figure of figures.filter(isOfSeats)) shares.set(keyOf(figure), await shareOf(figure));
  const value = (figure: Figure): number | undefined =>
    shares.get(keyOf(figure)) ?? valueOf(runs.get(figure.scenario)!, figure.reference);
  return claims.map(({ test: _, question, ...claim }, i) => {
    const test = tests[i];
    const asked = test !== undefined && question !== undefined;
    return { ...claim, modelTest: asked ? { question, ...evaluateClaimTest(test, value) } : null };
  });
}

const keyOf = ({ reference, scenario }: Figure): string => `${reference}@${scenario}`;

/** The runs that sides of tests read, by scenario. */
export function runsOf(sides: readonly Side[]): Promise<ReadonlyMap<string, RunResult>> {
  return runsFor(sides.flatMap(figuresOfSide), undefined);
}

async function runsFor(
  figures: readonly Figure[],
  stop: (() => boolean) | undefined,
): Promise<ReadonlyMap<string, RunResult>> {
  const runs = new Map<string, RunResult>();
  for (const name of new Set(figures.map(({ scenario }) => scenario))) {
    const scenario = await builtInScenario(name);
    const years = figures
      .filter((figure) => figure.scenario === name)
      .map(({ reference }) => Number(yearPattern.exec(reference)?.[0] ?? scenario.horizon[1]));
    const lab = await laboratory(scenario.parameters);
    const horizon = [scenario.horizon[0], Math.max(...years)] as const;
    runs.set(name, lab.run({ ...scenario, horizon }, stop === undefined ? {} : { stop }));
  }
  return runs;
}
