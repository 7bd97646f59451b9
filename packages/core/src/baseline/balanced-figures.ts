import type { Text } from "../chain/chain.js";
import type { BalancedFigure } from "./baseline.js";
import { FigureLabels } from "./figure-labels.js";
import { nodeOutput, parseTerms, type Term, type TermWorld } from "./figure-terms.js";
import type { FoundOrigin, FoundUse, Provenance } from "./found-year.js";

interface Balanced {
  readonly world: TermWorld;
  readonly labels: FigureLabels;
  readonly found: Float64Array;
  readonly values: Float64Array;
}

/** Every figure of the balance: what was found, what it became, and why it moved or was assumed. Quantities in t/y. */
export function balancedFigures(
  world: TermWorld,
  found: Float64Array,
  values: Float64Array,
): BalancedFigure[] {
  const balance: Balanced = { world, labels: new FigureLabels(world.chain), found, values };
  const { year } = world;
  return [
    ...year.figures.map((figure) => {
      const terms = parseTerms(figure.terms, world);
      const sums = { found: figure.value, balanced: sumOf(terms, values), implied: sumOf(terms, found) };
      return { ...row(figure.id, figure.what, figure.unit, figure), ...sums };
    }),
    ...year.nodes.map((node) => ({
      ...row(`level.${node.id}`, balance.labels.level(node.id, node.region), "t", node),
      ...quantity(balance, `level:${node.id}`),
    })),
    ...yields(balance),
    ...year.uses.map((use) => useFigure(balance, use)),
    ...year.origins.flatMap((origin) => originFigures(balance, origin)),
    ...quoteFigures(balance),
  ];
}

type Row = Omit<BalancedFigure, "found" | "balanced">;

function row(id: string, { en, zh }: Text, unit: string, { grade, sources, reason }: Provenance): Row {
  return { id, what: en, whatZh: zh, unit, grade, sources, reason };
}

function quantity({ world, found, values }: Balanced, key: string): { found: number; balanced: number } {
  const variable = world.quantities.at(key)!;
  return { found: found[variable], balanced: values[variable] };
}

function sumOf(terms: readonly Term[], values: Float64Array): number {
  return terms.reduce((sum, [variable, coefficient]) => sum + coefficient * values[variable], 0);
}

function originFigures(
  balance: Balanced,
  { region, good, disposal, recycled }: FoundOrigin,
): BalancedFigure[] {
  const parts = [["disposal", disposal] as const, ["recycled", recycled] as const];
  return parts.flatMap(([kind, about]) => {
    if (about === undefined) return [];
    const label = balance.labels[kind](region, good);
    return [
      {
        ...row(`${kind}.${region}.${good}`, label, "t", about),
        ...quantity(balance, `${kind}:${region}:${good}`),
      },
    ];
  });
}

function useFigure(balance: Balanced, use: FoundUse): BalancedFigure {
  const { endUse, good } = use;
  const parts = Object.keys(use.shares).map((region) => quantity(balance, `use:${endUse}:${region}:${good}`));
  const balanced = parts.reduce((sum, part) => sum + part.balanced, 0);
  return {
    ...row(`use.${endUse}.${good}`, balance.labels.use(endUse, good), "t", use),
    found: use.quantity,
    balanced,
  };
}

/** Quotes that prices of the base year are compared with; `balanced` is the price used. */
function quoteFigures({ world, labels }: Balanced): BalancedFigure[] {
  const { origins, quotes } = world.year;
  return quotes.flatMap((quote) => {
    const used = origins.find((origin) => origin.region === quote.region && origin.good === quote.good);
    if (used === undefined) return [];
    const about = row(quote.id, labels.quote(quote.region, quote.good), "USD/kg", quote);
    return [{ ...about, found: quote.price, balanced: used.price }];
  });
}

/** Yields of feeds whose basket is not known, t per t. */
function yields(balance: Balanced): BalancedFigure[] {
  const { world, labels, values } = balance;
  return world.year.nodes
    .filter((node) => node.outputSpread !== undefined)
    .flatMap((node) => {
      const level = quantity(balance, `level:${node.id}`).balanced;
      const reason = "Basket of the feed assumed; the balance moves it towards reported use";
      return Object.entries(node.outputs).map(([good, coefficient]) => ({
        ...row(`yield.${node.id}.${good}`, labels.yield(node.id, good), "t/t", {
          grade: "D",
          sources: node.sources,
          reason,
        }),
        found: coefficient,
        balanced: sumOf(nodeOutput(world, node, good), values) / level,
      }));
    });
}
