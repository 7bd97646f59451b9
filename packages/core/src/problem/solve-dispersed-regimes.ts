import type { Issue } from "../errors/issue.js";
import { nodeOf, type MarketProblem } from "./market-problem.js";
import { solveMarket, type MarketSolution, type Stop } from "./solve-market.js";

/**
 * What a rule is taken to do: nothing, hold its price, whatever the search finds, keep importers out, or keep all sellers
 * out.
 */
type Guess = "open" | "held" | "searched" | "own" | "closed";

/** Guesses grow with the power of the rules; beyond these no more are tried. */
const MAX_GUESSES = 30;

/**
 * Answers of a dispersed market whose floors and ceilings the search cannot place: a deficiency payment is guessed to do
 * nothing or to hold, another rule to do nothing or what the search finds, and a ceiling also to leave importers or all
 * sellers nothing to be sold, since shares of nothing have no meaning and a search for them does not settle. Whether an
 * answer holds is for the verifier to say. Ends with the issue of a solve that was stopped.
 */
export function* solveDispersedRegimes(
  problem: MarketProblem,
  stop: Stop,
): Generator<MarketSolution | Issue> {
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
    // the search alone has failed before
    if (chosen.every(([, guess]) => guess === "searched")) continue;
    const result = solveMarket(guessed(problem, chosen), stop);
    if ("code" in result && result.code === "NOT_CONVERGED") continue;
    yield result;
    if ("code" in result) return;
  }
}

function rulesOf(problem: MarketProblem): { node: number; guesses: readonly Guess[] }[] {
  const dispersed = ({ good }: { readonly good: number }) => problem.dispersion[good] > 0;
  const node = (row: { readonly region: number; readonly good: number }) =>
    nodeOf(problem, row.region, row.good);
  const floors = problem.floors.filter((row) => dispersed(row) && row.mechanism !== "purchase");
  return [
    ...floors.map((row) => ({
      node: node(row),
      guesses: ["open", row.mechanism === "deficiency-payment" ? "held" : "searched"] as const,
    })),
    ...problem.ceilings.filter(dispersed).map((row) => ({
      node: node(row),
      guesses: ["open", "own", "closed", "searched"] as const,
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
    else if (guess !== "searched") regimes.set(node, guess);
  }
  const arcs = problem.arcs.filter(
    ({ from, to, good }) => from === to || !own.has(nodeOf(problem, to, good)),
  );
  return { ...problem, arcs, regimes, ...(idle.size > 0 ? { idle } : {}) };
}
