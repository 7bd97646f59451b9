import { solveProblem, type ProblemAnswer } from "../index.js";

type More = Readonly<Record<string, unknown>>;

/** A curve p = intercept + slope·q of good x. */
export const line = (region: string, intercept: number, slope: number, more: More = {}) => ({
  region,
  good: "x",
  form: "inverse-linear",
  intercept,
  slope,
  ...more,
});

/** An arc of good x. */
export const arc = (from: string, to: string, cost = 0, more: More = {}) => ({
  from,
  to,
  good: "x",
  cost,
  ...more,
});

/** A document of good x in the given regions. */
export const market = (regions: readonly string[], more: More) => ({
  schema: "didym/problem@1",
  regions,
  goods: ["x"],
  ...more,
});

/** The answer with its figures looked up by name; an absent entry counts as 0. */
export class Answer {
  constructor(readonly figures: ProblemAnswer) {}

  buyers(region: string, good = "x"): number {
    return this.figures.prices.find((row) => row.region === region && row.good === good)?.demand ?? NaN;
  }

  sellers(region: string, good = "x"): number {
    return this.figures.prices.find((row) => row.region === region && row.good === good)?.supply ?? NaN;
  }

  bought(region: string, good = "x"): number {
    return this.figures.demand.find((row) => row.region === region && row.good === good)?.quantity ?? 0;
  }

  made(region: string, good = "x"): number {
    return this.figures.supply.find((row) => row.region === region && row.good === good)?.quantity ?? 0;
  }

  flow(from: string, to: string, good = "x"): number {
    const at = this.figures.flows.find((row) => row.from === from && row.to === to && row.good === good);
    return at?.quantity ?? 0;
  }

  level(id: string): number {
    return this.figures.processes.find((row) => row.id === id)?.level ?? 0;
  }

  sold(seller: string, region: string, good = "x"): number {
    const at = this.figures.sales.find(
      (row) => row.seller === seller && row.region === region && row.good === good,
    );
    return at?.quantity ?? 0;
  }

  rent(id: string): number {
    return this.figures.rents.find((row) => row.id === id)?.perUnit ?? 0;
  }

  profit(id: string): number {
    return this.figures.welfare.producer[id];
  }

  get total(): number {
    return this.figures.welfare.total;
  }
}

/** Solves a document that has an answer. @throws with the errors where it is refused. */
export function answered(problem: unknown): Answer {
  const answer = solveProblem(problem);
  if (answer.status === "error") throw new Error(JSON.stringify(answer.errors));
  return new Answer(answer);
}
