import type { MarketEdit } from "../market/edit.js";
import type { LeverContext } from "./definition.js";

/** A content rule on what regions buy of a good; `covered` gives the covered share, 0–1, of a route. */
export interface ContentRule {
  readonly good: string;
  readonly importers: readonly string[];
  readonly share: number;
  /** The rule binds each importer, or all together. */
  readonly per: "region" | "group";
  readonly covered: (arc: number, importers: readonly string[]) => number;
}

/** c + (ρ − covered)·μ on every route to the importers, μ ≥ 0 complementary to Σ (ρ − covered)·flow ≤ 0; revenue-neutral. */
export function requireContent(edit: MarketEdit, context: LeverContext, rule: ContentRule): void {
  if (rule.share === 0) return;
  const groups = rule.per === "region" ? rule.importers.map((region) => [region]) : [rule.importers];
  for (const to of groups) {
    const members = edit.arcs({ goods: [rule.good], from: context.world.regions, to, internal: true });
    edit.control({
      id: `${context.id}:${rule.good}:${to.length === 1 ? to[0] : "group"}`,
      lever: context.id,
      limit: 0,
      cap: Infinity,
      on: "arc",
      members,
      coefficient: Float64Array.from(members, (arc) => rule.share - rule.covered(arc, to)),
      rentTo: "importer",
      neutral: true,
    });
  }
}
