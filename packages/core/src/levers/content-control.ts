import { IssueError } from "../errors/issue.js";
import type { MarketEdit } from "../market/edit.js";
import type { LeverContext } from "./definition.js";

/** A content rule on what regions buy of a good; `covered` gives the covered share, 0–1, of a route. */
export interface ContentRule {
  readonly good: string;
  readonly importers: readonly string[];
  readonly share: number;
  /** The rule binds each importer, or all together. */
  readonly per: "region" | "group";
  /** What buyers may pay per tonne of content that is missing instead, kUSD/t; without it there is no other way. */
  readonly buyOut: number | undefined;
  readonly covered: (arc: number, importers: readonly string[]) => number;
}

/**
 * c + (ρ − covered)·μ on every route to the importers, 0 ≤ μ ≤ buy-out complementary to Σ (ρ − covered)·flow ≤ 0; revenue-neutral below
 * the buy-out, which the importer's treasury keeps.
 *
 * @throws IssueError `INFEASIBLE` where no route brings the share and there is no buy-out: buyers could only go without the good.
 */
export function requireContent(edit: MarketEdit, context: LeverContext, rule: ContentRule): void {
  if (rule.share === 0 || rule.buyOut === 0) return;
  const groups = rule.per === "region" ? rule.importers.map((region) => [region]) : [rule.importers];
  for (const to of groups) {
    const members = edit.arcs({ goods: [rule.good], from: context.world.regions, to, internal: true });
    const coverage = Float64Array.from(members, (arc) => rule.covered(arc, to));
    if (rule.buyOut === undefined) refuseUnmet(edit, context, rule, to, members, coverage);
    edit.control({
      id: `${context.id}:${rule.good}:${to.length === 1 ? to[0] : "group"}`,
      lever: context.id,
      limit: 0,
      cap: rule.buyOut ?? Infinity,
      on: "arc",
      members,
      coefficient: coverage.map((share) => rule.share - share),
      rentTo: "importer",
      neutral: true,
    });
  }
}

/** Refuses a rule that asks for more than the best covered of the open routes has. */
function refuseUnmet(
  edit: MarketEdit,
  { id }: LeverContext,
  { good, share }: ContentRule,
  to: readonly string[],
  members: Int32Array,
  coverage: Float64Array,
): void {
  const open = coverage.filter((_, k) => isOpen(edit, members[k]));
  if (open.length === 0) return;
  const most = open.reduce((best, covered) => Math.max(best, covered), 0);
  if (most >= share) return;
  const details = {
    reason: "content-without-source",
    lever: id,
    good,
    region: to.join(","),
    share,
    most,
    year: edit.year,
  };
  throw new IssueError([
    { code: "INFEASIBLE", found: `${100 * share}%`, expected: `<= ${100 * most}%`, details },
  ]);
}

/** Whether something can flow: the route is not closed, and its origin has supply. */
function isOpen({ market }: MarketEdit, arc: number): boolean {
  const { arcs, origins, nodes } = market;
  if (arcs.logWeight[arc] === -Infinity) return false;
  const origin = arcs.origin[arc];
  if (origins.given[origin] > 0) return true;
  for (let k = 0; k < nodes.count; k++) {
    if (nodes.capacity[k] === 0) continue;
    for (let o = nodes.outStart[k]; o < nodes.outStart[k + 1]; o++)
      if (nodes.outOrigin[o] === origin && nodes.outCoefficient[o] > 0) return true;
  }
  return false;
}
