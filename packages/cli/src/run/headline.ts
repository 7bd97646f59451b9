import type { Text } from "@didym/messages";

/** One row of the headline table: a metric reference without its year, in words. */
export interface Headline {
  readonly reference: string;
  readonly what: Text;
  readonly unit: string;
  /** True where only the difference from another run has meaning. */
  readonly differenceOnly?: boolean;
  /** Shown figure = figure × this (ratios in per cent, money in MUSD). */
  readonly factor: number;
}

const row = (reference: string, en: string, zh: string, unit: string, factor = 1): Headline => ({
  reference,
  what: { en, zh },
  unit,
  factor,
});

/** What a reader wants to know first, in the order of the chain: prices, output, dependence, money. */
export const headlines: readonly Headline[] = [
  row("price[oxide.NdPr,members]", "NdPr oxide price, members", "成员氧化镨钕价格", "USD/kg"),
  row("price[oxide.NdPr,CHN]", "NdPr oxide price, China", "中国氧化镨钕价格", "USD/kg"),
  row("price[oxide.Dy,members]", "Dy oxide price, members", "成员氧化镝价格", "USD/kg"),
  row("price[magnet.NdFeB-standard,members]", "standard magnet price, members", "成员标准磁体价格", "USD/kg"),
  row("production[oxide.NdPr,members]", "NdPr oxide output, members", "成员氧化镨钕产量", "t/y"),
  row("production[magnet.*,members]", "magnet output, members", "成员磁体产量", "t/y"),
  row("capacity[magnet.*,members]", "magnet capacity, members", "成员磁体产能", "t/y"),
  row(
    "self-sufficiency[magnet.*,members]",
    "magnets: own output over use, members",
    "成员磁体自给率",
    "%",
    100,
  ),
  row(
    "exposure[oxide,members,CHN,direct]",
    "oxides bought from China, members",
    "成员自中国购买的氧化物占比",
    "%",
    100,
  ),
  row(
    "exposure[oxide,members,CHN,embodied]",
    "oxides from China in what members use",
    "成员用品隐含的中国氧化物占比",
    "%",
    100,
  ),
  row(
    "exposure[magnet,members,CHN,direct]",
    "magnets bought from China, members",
    "成员自中国购买的磁体占比",
    "%",
    100,
  ),
  row("unmet[region=members]", "demand gone without, members", "成员未满足需求", "t/y"),
  row("fiscal-cost[members]", "paid by treasuries, members", "成员财政支出", "MUSD/y", 1e-3),
  row("revenue[members,duty]", "duties collected, members", "成员关税收入", "MUSD/y", 1e-3),
  { ...row("welfare[members]", "welfare, members", "成员福利", "MUSD/y", 1e-3), differenceOnly: true },
  { ...row("welfare[CHN]", "welfare, China", "中国福利", "MUSD/y", 1e-3), differenceOnly: true },
  { ...row("welfare[world]", "welfare, world", "全球福利", "MUSD/y", 1e-3), differenceOnly: true },
];

/** References of the headlines whose level has a meaning, not only the difference from another run. */
export const levelReferences: readonly string[] = headlines
  .filter(({ differenceOnly }) => differenceOnly !== true)
  .map(({ reference }) => reference);

/** Years a table shows: the second year after the base (the first of most packages), then about every five, and the last. */
export function shownYears(years: readonly number[]): number[] {
  const wanted = [years[0] + 2, years[0] + 6, years[0] + 11, years.at(-1)!];
  return [...new Set(wanted.filter((year) => years.includes(year)))];
}
