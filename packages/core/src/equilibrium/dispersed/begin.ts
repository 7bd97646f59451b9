import type { StartPoint } from "../../market/market.js";
import { hasRoute } from "./live-parts.js";
import type { Problem } from "./problem.js";

/** The start's prices and rents within this market's bounds, or rough prices and no rents. Rents are taken only if there are as many as controls. */
export function begin(problem: Problem, start: StartPoint | undefined, x: Float64Array): void {
  const { market, lower, upper, goodPrice } = problem;
  const { origins, controls, buyers } = market;
  const rents = start?.rent.length === controls.length ? start.rent : undefined;
  for (let o = 0; o < origins.count; o++) {
    const price = start?.originPrice[o] ?? NaN;
    x[o] = Math.max(Number.isFinite(price) ? price : goodPrice[origins.good[o]], lower[o]);
  }
  for (let c = 0; c < controls.length; c++) {
    const rent = rents?.[c] ?? NaN;
    x[origins.count + c] = Number.isFinite(rent) ? Math.min(Math.max(rent, 0), upper[origins.count + c]) : 0;
  }
  problem.gluts.forEach((b, i) => {
    const alone = !hasRoute(market, problem.live, b);
    const rough = alone ? problem.deadPrice[b] - goodPrice[buyers.good[b]] : 0;
    x[origins.count + controls.length + i] = start?.glut?.[b] ?? rough;
  });
}
