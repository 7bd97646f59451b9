import { balanceBaseYear, type BalancedFigure, type Baseline } from "@didym/core/baseline";
import { loadChain, type Chain, type ChainFile } from "@didym/core/chain";
import { markdownTable } from "./markdown-table.js";

/** The page `docs/balance.md`: what the figures of the base year say of each other, and what the balance made of them. */
export function balancePage(file: ChainFile): string {
  const chain = loadChain(file);
  const { baseline } = balanceBaseYear(chain);
  const low = balanceBaseYear(loadChain(file, lowRecovery(file)));
  const lowFigures = new Map(low.baseline.figures.map((figure) => [figure.id, figure]));
  const checks = new Set(
    chain.base?.figures.filter((figure) => figure.role === "check").map((figure) => figure.id),
  );
  const implied = baseline.figures.filter((figure) => figure.implied !== undefined);
  return `${[
    "# The balanced base year",
    INTRODUCTION.trim(),
    "## Figures that must agree",
    gapTable(
      implied.filter((figure) => !checks.has(figure.id)),
      lowFigures,
    ),
    "## Figures and readings that are only compared",
    gapTable(
      implied.filter((figure) => checks.has(figure.id)),
      lowFigures,
    ),
    "## What the feed of China's separators holds",
    FEED.trim(),
    feedTable(chain, baseline, low.baseline),
    "## Prices by another road",
    "USD/kg without tax: what another quote gives, and the price that the base year uses.",
    plainTable(baseline.figures.filter((figure) => figure.unit === "USD/kg")),
    "## Levels, uses, yields and unsold tonnes",
    plainTable(baseline.figures.filter(isPlain)),
    "## What becomes of each good",
    goodsTable(chain, baseline),
  ].join("\n\n")}\n`;
}

/** Recoveries of separation at the low end of their ranges. */
function lowRecovery(file: ChainFile): Record<string, number> {
  const rows = file.tables.assumptions.filter((row) => row.id.startsWith("recovery."));
  return Object.fromEntries(rows.map((row) => [row.id, row.low]));
}

function isPlain(figure: BalancedFigure): boolean {
  return figure.implied === undefined && figure.unit !== "USD/kg";
}

const INTRODUCTION = `
Written by the program from \`data/chain/rare-earths\` and \`data/assumptions\`; a test fails when this page and the data differ. Tonnes in
the base year: oxides and concentrates as rare-earth oxide (REO), metals and magnets as product.

Each figure was found on its own, and together they contradict each other. The balance changes all of them as little as it can, a figure
of grade A far less than one of grade D, until every tonne has an origin and a buyer. \`implied\` is what the other figures give for the same
sum before the balance, \`gap\` is implied over found, and the gap in brackets is the same where separation recovers as little as its range allows. \`moved\` is
balanced over found.
`;

const FEED = `
Oxides recovered from each feed as found, at low recovery in brackets, and as balanced. The totals stand against the reported output of
NdPr oxide less what is recycled, and the reported use of dysprosium and terbium oxide less what is recycled.
`;

const SHOWN = ["oxide.NdPr", "oxide.Dy", "oxide.Tb", "oxide.Gd", "oxide.LaCe"];

function feedTable(chain: Chain, balanced: Baseline, low: Baseline): string {
  const kind = new Map(chain.technologies.map((technology) => [technology.id, technology.kind]));
  const found = (chain.base?.nodes ?? []).filter(
    (node) => node.region === "CHN" && kind.get(node.technology) === "separation",
  );
  const after = new Map(balanced.nodes.map((node) => [node.id, node]));
  const lowYield = lowYields(chain, low);
  const cell = (before: number, least: number, then: number): string =>
    before === 0 ? "" : `${quantity(before)} (${quantity(least)}) → ${quantity(then)}`;
  const rows = found.map((node) => {
    const then = after.get(node.id);
    return [
      node.id,
      `${quantity(node.level)} → ${quantity(then?.level ?? 0)}`,
      ...SHOWN.map((good) => {
        const made = node.level * (node.outputs[good] ?? 0);
        return cell(made, made * lowYield, (then?.level ?? 0) * (then?.outputs[good] ?? 0));
      }),
    ];
  });
  const total = SHOWN.map((good) => {
    const sum = (nodes: readonly { level: number; outputs: Readonly<Record<string, number>> }[]): number =>
      nodes.reduce((all, node) => all + node.level * (node.outputs[good] ?? 0), 0);
    const made = sum(found);
    return cell(made, made * lowYield, sum(found.map((node) => after.get(node.id) ?? node)));
  });
  const reported = SHOWN.map((good) => reportedPrimary(chain, good));
  const header = ["feed", "t REO", ...SHOWN];
  return markdownTable(
    header,
    [...rows, ["all", "", ...total], ["reported less recycled", "", ...reported]],
    new Set([...header.keys()].slice(1)),
  );
}

/** Recovery at the low end over recovery as assumed. */
function lowYields(chain: Chain, low: Baseline): number {
  const node = low.nodes.find((row) => row.technology === "separation-bayan-obo");
  const found = chain.base?.nodes.find((row) => row.id === node?.id);
  return (node?.outputs["oxide.NdPr"] ?? 1) / (found?.outputs["oxide.NdPr"] ?? 1);
}

/** Output (of NdPr) or use (of Dy and Tb) that the figures report for China, less the recycled oxide they report. */
function reportedPrimary(chain: Chain, good: string): string {
  const name = good.replace("oxide.", "");
  const value = (...ids: string[]): number | undefined =>
    ids
      .map((id) => chain.base?.figures.find((figure) => figure.id === id)?.value)
      .find((found) => found !== undefined);
  const whole = value(`china-${name}-oxide-output`, `china-${name}-oxide-use`);
  const recycled = value(`china-${name}-oxide-recycled`, `china-${name}-recycled`);
  return whole === undefined || recycled === undefined ? "" : quantity(whole - recycled);
}

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
  const header = [
    "figure",
    "unit",
    "grade",
    "found",
    "implied",
    "gap",
    "balanced",
    "moved",
    "sources",
    "how it is read",
  ];
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
  return markdownTable(
    ["figure", "unit", "grade", "found", "balanced", "moved", "sources", "why"],
    rows,
    new Set([3, 4, 5]),
  );
}

function goodsTable(chain: Chain, { nodes, origins, uses, flows }: Baseline): string {
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const rows = chain.goods.map(({ id }) => {
    const made = sum(nodes.map((node) => node.level * (node.outputs[id] ?? 0)));
    const china = sum(
      nodes.map((node) => (node.region === "CHN" ? node.level * (node.outputs[id] ?? 0) : 0)),
    );
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
  const header = [
    "good",
    "made",
    "of it in China",
    "old scrap",
    "unsold",
    "used in works",
    "final use",
    "traded",
    "price USD/kg",
  ];
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
