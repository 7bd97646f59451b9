import { nodeOf, type MarketProblem } from "./market-problem.js";
import { solveMarket, type MarketSolution, type Stop } from "./solve-market.js";

/** What a rule is taken to do: nothing, what the search finds (a border floor: to levy something), or keep importers or all sellers out. */
type Guess = "open" | "held" | "own" | "closed";

/** Guesses grow with the power of the rules; beyond these no more are tried. */
const MAX_GUESSES = 30;

/**
 * Answers of a dispersed market whose floors and ceilings the search cannot place, each guessed to do nothing, to hold or (a ceiling) to leave nothing to be sold: shares of nothing have no meaning, and a search for them does not
 * settle. Whether an answer holds is for the verifier to say.
 */
export function* solveDispersedRegimes(problem: MarketProblem, stop: Stop): Generator<MarketSolution> {
  const rules = rulesOf(problem);
  const count = Math.min(
    MAX_GUESSES,
    rules.reduce((product, { guesses }) => product * guesses.length, 1),
  );
  for (let k = 0; rules.length > 0 && k < count; k++) {
    let rest = k;
    const chosen = rules.map(({ node, guesses }) => {
      const guess = guesses[rest % guesses.length];
      rest = Math.floor(rest / guesses.length);
      return [node, guess] as const;
    });
    const result = solveMarket(guessed(problem, chosen), stop);
    if ("solution" in result) yield result;
  }
}

function rulesOf(problem: MarketProblem): { node: number; guesses: readonly Guess[] }[] {
  const dispersed = ({ good }: { readonly good: number }) => problem.dispersion[good] > 0;
  const node = (row: { readonly region: number; readonly good: number }) =>
    nodeOf(problem, row.region, row.good);
  const floors = problem.floors.filter((row) => dispersed(row) && row.mechanism !== "purchase");
  return [
    ...floors.map((row) => ({ node: node(row), guesses: ["open", "held"] as const })),
    ...problem.ceilings.filter(dispersed).map((row) => ({
      node: node(row),
      guesses: ["open", "own", "closed", "held"] as const,
    })),
  ];
}

function guessed(
  problem: MarketProblem,
  chosen: readonly (readonly [node: number, guess: Guess])[],
): MarketProblem {
  const regimes = new Map<number, "open" | "held">();
  const [idle, own] = [new Set<number>(), new Set<number>()];
  for (const [node, guess] of chosen) {
    if (guess === "closed") idle.add(node);
    else if (guess === "own") own.add(node);
    else regimes.set(node, guess);
  }
  const arcs = problem.arcs.filter(
    ({ from, to, good }) => from === to || !own.has(nodeOf(problem, to, good)),
  );
  return { ...problem, arcs, regimes, ...(idle.size > 0 ? { idle } : {}) };
}
