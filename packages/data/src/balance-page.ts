import { balanceBaseYear, type BalancedFigure, type Baseline } from "@didym/core/baseline";
import { loadChain, type Chain, type ChainFile } from "@didym/core/chain";
import { markdownTable } from "./markdown-table.js";

/** The page `docs/balance.md`: what the figures of the base year say of each other, and what the balance made of them. */
export function balancePage(file: ChainFile): string {
  const chain = loadChain(file);
  const { baseline } = balanceBaseYear(chain);
  const low = balanceBaseYear(loadChain(file, lowRecovery(file)));
  const lowFigures = new Map(low.baseline.figures.map((figure) => [figure.id, figure]));
  const checks = new Set(chain.base?.figures.filter((figure) => figure.role === "check").map((figure) => figure.id));
  const implied = baseline.figures.filter((figure) => figure.implied !== undefined);
  return `${[
    "# The balanced base year",
    INTRODUCTION.trim(),
    "## Figures that must agree",
    gapTable(implied.filter((figure) => !checks.has(figure.id)), lowFigures),
    "## Figures and readings that are only compared",
    gapTable(implied.filter((figure) => checks.has(figure.id)), lowFigures),
    "## Levels, uses, yields and unsold tonnes",
    plainTable(baseline.figures.filter((figure) => figure.implied === undefined)),
    "## What becomes of each good",
    goodsTable(chain, baseline),
  ].join("\n\n")}\n`;
}

/** Recoveries of separation at the low end of their ranges. */
function lowRecovery(file: ChainFile): Record<string, number> {
  const rows = file.tables.assumptions.filter((row) => row.id.startsWith("recovery."));
  return Object.fromEntries(rows.map((row) => [row.id, row.low]));
}

const INTRODUCTION = `
Written by the program from \`data/chain/rare-earths\` and \`data/assumptions\`; a test fails when this page and the data differ. Tonnes in
the base year: oxides and concentrates as rare-earth oxide (REO), metals and magnets as product.

Each figure was found on its own, and together they contradict each other. The balance changes all of them as little as it can, a figure
of grade A far less than one of grade D, until every tonne has an origin and a buyer. \`implied\` is what the other figures give for the same
sum before the balance, \`gap\` is implied over found, and the gap in brackets is the same where separation recovers as little as its range allows. \`moved\` is
balanced over found.
`;

function gapTable(figures: readonly BalancedFigure[], low: ReadonlyMap<string, BalancedFigure>): string {
  const rows = figures.map((figure) => {
    const implied = figure.implied ?? figure.found;
    const lowGap = change((low.get(figure.id)?.implied ?? implied) / figure.found);
    const gap = change(implied / figure.found);
    return [
      figure.what,
      figure.unit,
      figure.grade,
      quantity(figure.found),
      quantity(implied),
      gap === lowGap ? gap : `${gap} (${lowGap})`,
      quantity(figure.balanced),
      change(figure.balanced / figure.found),
      figure.sources.join(", "),
      figure.reason,
    ];
  });
  const header = ["figure", "unit", "grade", "found", "implied", "gap", "balanced", "moved", "sources", "how it is read"];
  return markdownTable(header, rows, new Set([3, 4, 5, 6, 7]));
}

function plainTable(figures: readonly BalancedFigure[]): string {
  const rows = figures.map((figure) => [
    figure.id,
    figure.unit,
    figure.grade,
    quantity(figure.found),
    quantity(figure.balanced),
    change(figure.balanced / figure.found),
    figure.sources.join(", "),
    figure.reason,
  ]);
  return markdownTable(["figure", "unit", "grade", "found", "balanced", "moved", "sources", "why"], rows, new Set([3, 4, 5]));
}

function goodsTable(chain: Chain, { nodes, origins, uses, flows }: Baseline): string {
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const rows = chain.goods.map(({ id }) => {
    const made = sum(nodes.map((node) => node.level * (node.outputs[id] ?? 0)));
    const china = sum(nodes.map((node) => (node.region === "CHN" ? node.level * (node.outputs[id] ?? 0) : 0)));
    const mine = origins.filter((origin) => origin.good === id);
    return [
      id,
      quantity(made),
      `${Math.round((100 * china) / made)}%`,
      quantity(sum(mine.map((origin) => origin.recycled))),
      quantity(sum(mine.map((origin) => origin.disposal))),
      quantity(sum(nodes.map((node) => node.level * (node.inputs[id] ?? 0)))),
      quantity(sum(uses.map((use) => use.goods[id] ?? 0))),
      quantity(sum(flows.map((flow) => (flow.good === id && flow.from !== flow.to ? flow.quantity : 0)))),
      (mine.find((origin) => origin.region === "CHN") ?? mine[0])?.price.toFixed(2) ?? "",
    ];
  });
  const header = ["good", "made", "of it in China", "old scrap", "unsold", "used in works", "final use", "traded", "price USD/kg"];
  return markdownTable(header, rows, new Set([1, 2, 3, 4, 5, 6, 7, 8]));
}

/** Four significant digits; small numbers keep their decimals. */
function quantity(value: number): string {
  if (Math.abs(value) >= 1000) return String(Math.round(value / 10) * 10);
  return String(Number(value.toPrecision(3)));
}

function change(ratio: number): string {
  const percent = 100 * (ratio - 1);
  const rounded = Math.abs(percent) < 10 ? percent.toFixed(1) : percent.toFixed(0);
  return /^-?0\.0$/u.test(rounded) ? "0%" : `${percent > 0 ? "+" : ""}${rounded}%`;
}
