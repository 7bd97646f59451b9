import type { BalancedFigure } from "./baseline.js";
import { nodeOutput, parseTerms, type Term, type TermWorld } from "./figure-terms.js";
import type { Provenance } from "./found-year.js";

/** Every figure of the balance: what was found, what it became, and why it moved or was assumed. Quantities in t/y. */
export function balancedFigures(
  world: TermWorld,
  found: Float64Array,
  values: Float64Array,
): BalancedFigure[] {
  const at = (key: string): { found: number; balanced: number } => {
    const variable = world.quantities.at(key)!;
    return { found: found[variable], balanced: values[variable] };
  };
  const { year } = world;
  return [
    ...year.figures.map((figure) => {
      const terms = parseTerms(figure.terms, world);
      return {
        ...row(figure.id, figure.what, figure.unit, figure),
        found: figure.value,
        balanced: sumOf(terms, values),
        implied: sumOf(terms, found),
      };
    }),
    ...year.nodes.map((node) => ({
      ...row(`level.${node.id}`, `Level of ${node.id}`, "t", node),
      ...at(`level:${node.id}`),
    })),
    ...yields(world, values),
    ...year.uses.map((use) => useFigure(world, use, values)),
    ...year.origins.flatMap(({ region, good, disposal, recycled }) => [
      ...(disposal === undefined
        ? []
        : [
            {
              ...row(`disposal.${region}.${good}`, `Unsold ${good} in ${region}`, "t", disposal),
              ...at(`disposal:${region}:${good}`),
            },
          ]),
      ...(recycled === undefined
        ? []
        : [
            {
              ...row(`recycled.${region}.${good}`, `Old scrap of ${good} in ${region}`, "t", recycled),
              ...at(`recycled:${region}:${good}`),
            },
          ]),
    ]),
  ];
}

function sumOf(terms: readonly Term[], values: Float64Array): number {
  return terms.reduce((sum, [variable, coefficient]) => sum + coefficient * values[variable], 0);
}

type Row = Omit<BalancedFigure, "found" | "balanced">;

function row(id: string, what: string, unit: string, { grade, sources, reason }: Provenance): Row {
  return { id, what, unit, grade, sources, reason };
}

function useFigure(
  world: TermWorld,
  use: TermWorld["year"]["uses"][number],
  values: Float64Array,
): BalancedFigure {
  const balanced = Object.keys(use.shares).reduce(
    (sum, region) => sum + values[world.quantities.at(`use:${use.endUse}:${region}:${use.good}`)!],
    0,
  );
  return {
    ...row(`use.${use.endUse}.${use.good}`, `World use of ${use.good} in ${use.endUse}`, "t", use),
    found: use.quantity,
    balanced,
  };
}

/** Yields of feeds whose basket is not known, t per t. */
function yields(world: TermWorld, values: Float64Array): BalancedFigure[] {
  return world.year.nodes
    .filter((node) => node.outputSpread !== undefined)
    .flatMap((node) => {
      const level = values[world.quantities.at(`level:${node.id}`)!];
      return Object.entries(node.outputs).map(([good, coefficient]) => {
        const made = sumOf(nodeOutput(world, node, good), values);
        const about: Provenance = {
          grade: "D",
          sources: node.sources,
          reason: "Basket of the feed assumed; the balance moves it towards reported use",
        };
        return {
          ...row(`yield.${node.id}.${good}`, `Yield of ${good} in ${node.id}`, "t/t", about),
          found: coefficient,
          balanced: made / level,
        };
      });
    });
}
