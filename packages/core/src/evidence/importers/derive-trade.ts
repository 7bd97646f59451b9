import type { Issue } from "../../errors/issue.js";
import type { ImportedFigure, TradeFigure } from "./imported.js";

/** Partners must add up to the printed world total within this share of it. */
const completeness = 0.01;

/** Partners below this share of the mass stand in the sums only. */
const smallestShare = 0.005;

/**
 * The sums, shares and unit values that stand in for a table under terms of use, computed from the table a user brings:
 * by reporter, flow, heading and year, keyed as rows of `derived`. Annual rows only.
 * INCOMPLETE_PARTNERS warns where partners fall short of the world total; nothing is derived there.
 */
export function deriveTrade(figures: readonly ImportedFigure[]): {
  readonly figures: readonly ImportedFigure[];
  readonly warnings: readonly Issue[];
} {
  const groups = new Map<string, TradeFigure[]>();
  for (const figure of figures) {
    if (!isTrade(figure) || figure.period.length !== 4) continue;
    const key = [figure.flow, figure.reporter, figure.heading, figure.period].join(" ");
    groups.set(key, [...(groups.get(key) ?? []), figure]);
  }
  const derived: ImportedFigure[] = [];
  const warnings: Issue[] = [];
  for (const group of groups.values()) {
    const partners = group.filter(({ partner }) => partner !== "world");
    const world = group.find(({ partner }) => partner === "world");
    const [mass, value] = [total(partners, "value"), total(partners, "valueUsd")];
    const expected = world?.valueUsd ?? 0;
    if (world === undefined || Math.abs(value - expected) > completeness * expected) {
      warnings.push({
        code: "INCOMPLETE_PARTNERS",
        path: group[0].id,
        found: value,
        expected: world?.valueUsd ?? "world total",
      });
      continue;
    }
    derived.push(
      ...wholeFigures(partners[0], mass, value),
      ...partners.flatMap((figure) => partnerFigures(figure, mass)),
    );
  }
  return { figures: derived, warnings };
}

function isTrade(figure: ImportedFigure): figure is TradeFigure {
  return figure.table === "trade" && "heading" in figure;
}

function total(figures: readonly TradeFigure[], field: "value" | "valueUsd"): number {
  return figures.reduce((sum, figure) => sum + (figure[field] ?? 0), 0);
}

function wholeFigures(one: TradeFigure, mass: number, value: number): ImportedFigure[] {
  return [
    derivedFigure(one, `sum.${one.flow}-gross-weight`, "world", mass, "t"),
    derivedFigure(one, `sum.${one.flow}-value`, "world", value / 1e6, "MUSD"),
    ...(mass > 0
      ? [derivedFigure(one, `unit-value.${one.flow}`, "world", value / mass / 1000, "USD/kg")]
      : []),
  ];
}

function partnerFigures(figure: TradeFigure, mass: number): ImportedFigure[] {
  const { value, valueUsd, flow, partner } = figure;
  if (value === null || mass <= 0 || value < smallestShare * mass) return [];
  const share = derivedFigure(figure, `share.${flow}-gross-weight`, partner, (100 * value) / mass, "%");
  if (valueUsd === null) return [share];
  return [share, derivedFigure(figure, `unit-value.${flow}`, partner, valueUsd / value / 1000, "USD/kg")];
}

function derivedFigure(
  from: TradeFigure,
  what: string,
  partner: string,
  value: number,
  unit: ImportedFigure["unit"],
): ImportedFigure {
  return {
    table: "derived",
    id: `derived.${what}.${from.reporter}.${partner}.${from.heading}.${from.period}.${from.source}`,
    source: from.source,
    year: from.year,
    period: from.period,
    value,
    unit,
    weight: from.weight,
    valueUsd: null,
    basis: "computed",
    qualifier: "exact",
    line: from.line,
  };
}
