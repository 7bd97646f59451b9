import type { Verdict } from "@didym/core/backtest";
import type { Text } from "@didym/messages";

export const verdictWords: Readonly<Record<Verdict, Text>> = {
  close: { en: "close, within 10%", zh: "接近，10%以内" },
  near: { en: "near, within 25%", zh: "较近，25%以内" },
  off: { en: "off, within a factor of two", zh: "偏离，两倍以内" },
  missed: { en: "missed, by more than a factor of two", zh: "未中，超过两倍" },
};

export const caseWords: Readonly<Record<string, Text>> = {
  "quota-2010": {
    en: "2010–2012: China's export quotas, on a reduced chain",
    zh: "2010—2012年：中国出口配额（简化供应链）",
  },
  "licences-2025": {
    en: "2025 to spring 2026: licences, observed exports as the control",
    zh: "2025年至2026年春：出口许可，以实际出口量为控制",
  },
  "nowcast-2025": {
    en: "2025 from the base year 2024 and policies in force",
    zh: "由2024基年与现行政策推算2025年",
  },
};

/** What each case can say and cannot, and why it misses where it does. */
export const caseNotes: Readonly<Record<string, Text>> = {
  "quota-2010": {
    en: "One region sells (China), four buy; ores and separation are one process with the elements in fixed proportions, and output elsewhere is left out. The short-run elasticity and the choke are fitted on the mean prices abroad in 2011 and used for nothing else; many inputs of 2009 are assumed (grade D in `data/backtests`). The fit ends at the least elastic of the values tried and the prices of 2011 are still missed: a quota in tonnes gives the same rent on every tonne, so lanthanum and cerium come near what was observed in 2010 and 2012 while europium, terbium and dysprosium stay far below. Equal dollar rents are not what happened; the rise was nearer to proportional. Prices inside China rose as well, where the model lets them fall: stricter mining and stock-building are not in it. The highest quotes are shown apart: part of them was speculation, which no annual equilibrium holds.",
    zh: "简化为一方（中国）出售、四方购买；采矿与分离合为一道工序，各元素比例固定，未计其他地区产量。短期弹性与窒息价仅以2011年境外平均价拟合，不作他用；2009年的投入多为假设（`data/backtests` 中的D级）。拟合落在所试数值中弹性最小者，2011年的价格仍未命中：以吨计的配额使每吨租金相同，故镧、铈在2010与2012年接近观测，而铕、铽、镝远低于观测。等额美元租金并非实际情形，实际涨幅更接近按比例。境内价格实际亦上涨，模型则使其下降：整顿开采与囤货不在模型内。最高报价单列：其中部分为投机，年度均衡不含此类因素。",
  },
  "licences-2025": {
    en: "China's exports of magnets are held to the observed volume of the month, as if it lasted a year; oxides stand under the licences of the scenario in force. Nothing is fitted here, and NdPr is left out: it rose without a licence. What comes out: prices inside China stay flat or fall, as observed. What does not: the model has one price a region, so the volume-weighted price abroad is predicted far above the observed one (a few tonnes at European quotations, most near the Chinese price), while the quotations for terbium and yttrium are missed from below, since no binding volume for yttrium to Europe is in the evidence. A licence moves all destinations alike in the model; the observed cut of May 2025 fell on the United States first.",
    zh: "中国磁体出口限定为当月实际数量，并视同持续一年；氧化物适用现行情景中的许可。此处不作拟合；镨钕未受许可而上涨，不列入。模型得出：境内价格持平或回落，与观测一致。未能得出：模型一地一价，故境外加权均价的预测远高于观测（仅少量按欧洲报价成交，多数接近中国价格）；铽、钇报价则低估，因依据中没有对欧钇出口的约束数量。模型中许可对各目的地一视同仁，而2025年5月的下降首先落在美国。",
  },
  "nowcast-2025": {
    en: "One year ahead from the balanced base year, under policies in force. The largest miss is the mine in the United States: the model lets it fall with its sales to China, while the owner kept mining and stored concentrate. Australia and Myanmar differ in part because the base year follows other figures than the source of 2025.",
    zh: "由平衡后的基年在现行政策下推算一年。最大的未中是美国矿山：模型使其随对华销售下降而减产，而业主继续采矿并囤存精矿。澳大利亚与缅甸的差异部分源于基年所取数字与2025年来源不同。",
  },
};
