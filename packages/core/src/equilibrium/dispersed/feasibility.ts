import type { Issue } from "../../errors/issue.js";
import { hasRoute } from "./live-parts.js";
import type { Problem } from "./problem.js";

/** What no prices can satisfy, seen before any solve: the certificate names the purchase or limit that has no feasible flow. */
export function impossibility(problem: Problem): Issue | undefined {
  return impossiblePurchase(problem) ?? impossibleRelease(problem) ?? impossibleLimit(problem);
}

function infeasible(details: Readonly<Record<string, unknown>>): Issue {
  return { code: "INFEASIBLE", details };
}

/** A purchase into stock where nothing can be bought. */
function impossiblePurchase({ market, live }: Problem): Issue | undefined {
  const { buyers } = market;
  for (let b = 0; b < buyers.count; b++) {
    if (buyers.stockBuild[b] <= 0 || hasRoute(market, live, b)) continue;
    return infeasible({
      reason: "purchase-without-route",
      ...place(market, b),
      quantity: buyers.stockBuild[b],
    });
  }
  return undefined;
}

/** A release of stock where nobody uses the good at any price. */
function impossibleRelease({ market, gluts, capacity }: Problem): Issue | undefined {
  const { uses, nodes, buyers } = market;
  for (const b of gluts) {
    let used = uses.goodBuyer.includes(b);
    for (let k = 0; k < nodes.count && !used; k++) {
      for (let i = nodes.inStart[k]; i < nodes.inStart[k + 1]; i++) {
        if (nodes.inBuyer[i] === b && capacity[k] > 0) used = true;
      }
    }
    if (!used)
      return infeasible({
        reason: "release-without-use",
        ...place(market, b),
        quantity: -buyers.stockBuild[b],
      });
  }
  return undefined;
}

/** A limit below zero that no member can help to reach. */
function impossibleLimit({ market }: Problem): Issue | undefined {
  for (const control of market.controls) {
    if (control.limit >= 0 || control.cap < Infinity || control.coefficient.some((value) => value < 0))
      continue;
    return infeasible({ reason: "negative-limit", control: control.id, limit: control.limit });
  }
  return undefined;
}

function place({ buyers, regions, goods }: Problem["market"], b: number) {
  return { region: regions[buyers.region[b]], good: goods[buyers.good[b]] };
}
