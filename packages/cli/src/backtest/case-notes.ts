import type { Text } from "@didym/messages";

/** What a reader must know of a case before its figures. */
export interface CaseNote {
  /** What is run, and what is given to it. */
  readonly run: Text;
  /** What of the outcome was known or used: where the case is no independent test. */
  readonly known: Text;
  /** What it says of the model, and why it misses where it does. */
  readonly verdict: Text;
}

export const noteWords = {
  run: { en: "What is run", zh: "运行内容" },
  known: { en: "What was known beforehand", zh: "事先已知" },
  verdict: { en: "Verdict", zh: "评判" },
} satisfies Record<keyof CaseNote, Text>;

export const caseNotes: Readonly<Record<string, CaseNote>> = {
  "quota-2010": {
    run: {
      en: "One region sells (China), four buy, and one mine outside China that was being rebuilt may enter; ores and separation are one process with the elements in fixed proportions. Two controls are given: the export quota in tonnes over all elements, and China's recorded output, which fell as mining was restricted.",
      zh: "一方（中国）出售、四方购买，另有一座正在重建的中国以外矿山可以进入；采矿与分离合为一道工序，各元素比例固定。给定两项控制：以吨计的出口总配额，以及随整顿开采而下降的中国有记录产量。",
    },
    known: {
      en: "The short-run elasticity and the choke (a multiple of each element's base price) are fitted on the mean prices outside China of 2011 and on nothing else, so those prices are no test; that they are missed even so is a finding. Many inputs of 2009 are assumed (grade D in `data/backtests`).",
      zh: "短期弹性与窒息价（各元素基期价格的倍数）仅以2011年中国以外平均价拟合，故该年价格不构成检验；即便如此仍未中，这本身就是结果。2009年投入多为假设（`data/backtests` 中的D级）。",
    },
    verdict: {
      en: "The case fails on most series. The year of the spike is missed by a factor of three to five, and the choke ends at the largest multiple tried: no annual equilibrium at a plausible elasticity reaches prices that partly rested on speculation and on buying ahead. The years around it are told better: 2010 within a factor of two, most of 2012 within a factor of two to three, and prices inside China rise, as they did, once stricter mining is a control. A quota in tonnes gives every tonne the same rent, so cheap lanthanum and cerium rise too much in 2010 and heavy elements too little. The quota is predicted full where three fifths of it were used: smuggling and stores are not in the model. The mine outside China comes in the year it came, with half as much again as it made. Value of imports: customs count a kilogram of product, the model a kilogram of oxide.",
      zh: "多数序列未中，本案例不成功。价格暴涨之年低估三至五倍，窒息价取到所试最大倍数：在合理弹性下，年度均衡无法达到部分源于投机与提前囤购的价格。前后年份较好：2010年在两倍以内，2012年多在两至三倍以内；将整顿开采作为控制后，境内价格如实上涨。以吨计的配额使每吨租金相同，故廉价的镧、铈在2010年涨幅过大，重稀土过小。模型预测配额用满，实际只用约六成：走私与库存不在模型内。中国以外矿山投产年份相符，产量多出一半。进口价值：海关按产品公斤计，模型按氧化物公斤计。",
    },
  },
  "licences-2025": {
    run: {
      en: "China's exports are held to what was observed: magnets in total and, where recorded, dysprosium, terbium and yttrium, each month as if it lasted a year; other goods stand under the licences of the scenario in force. In May 2025 no dysprosium was shipped; a year of nothing is not a month of nothing, so that zero is left to the case of the stop. Elasticity and choke come unchanged from the quotas of 2010; beside them stand the predictions with the model's own values.",
      zh: "中国出口限定为观测值：磁体总量，以及有记录的镝、铽、钇；每月视同持续一年；其余产品适用现行情景中的许可。2025年5月镝出口为零；一年为零不同于一月为零，故该零值留待断供案例。弹性与窒息价原样取自2010年配额案例，旁列模型自身取值的预测。",
    },
    known: {
      en: "Volumes are given, so only prices and the split of magnets among buyers are predicted. The licence share of 2026 (80%, grade D) was set in this release from general licences, when the quotations of January 2026 were known: figures of 2026 are no independent test.",
      zh: "数量为给定，故所预测者仅为价格及磁体在买方间的分配。2026年许可比例（80%，D级）系本版依通用许可设定，当时已知2026年1月报价：2026年的数值不构成独立检验。",
    },
    verdict: {
      en: "Prices inside China are near in most months and within a factor of two in all, nearer with the model's own values. Outside, the model has one price a region and lets the last tonne set it: where a volume binds, the predicted mean is two to four times what most tonnes of dysprosium fetched, and far more for yttrium, near the European quotations instead, while the volume-weighted price outside China stayed near the Chinese one. With the recorded yttrium volume its European price is in the right order of size, from above with the carried values and from below with the model's own. The trough of May and June 2025 is too deep and its prices far too high, since stores carried users through two months (the case of the stop has them); from July on magnets to each country are mostly within a half. The carried values do worse than the model's own: the episode of 2010 identifies little about 2025.",
      zh: "境内价格多数月份较近，各月均在两倍以内，按模型自身取值更近。中国以外方面，模型一地一价且由最后一吨定价：数量约束起作用时，预测均价为镝多数成交价的二至四倍，钇则高得多，接近欧洲报价，而实际加权均价接近中国价格。采用钇的记录数量后，其欧洲价格量级相符：沿用取值偏高，自身取值偏低。2025年5至6月的低谷过深、价格过高，因库存支撑了两个月（见断供案例）；7月起对各国磁体多在五成以内。沿用取值不及模型自身取值：2010年事件对2025年所能识别者有限。",
    },
  },
  "stop-2025": {
    run: {
      en: "The month whose record is zero is not a year of zero, so it is solved as a stop of two months from the market before the licences: stores first, short-run elasticities, capacity as it is; the third month is after the stop.",
      zh: "出口记录为零的是一个月而非一年，故按许可前的市场作为期两个月的断供求解：先用库存，短期弹性，产能不变；第三个月为断供之后。",
    },
    known: {
      en: "Nothing is fitted: the model's own values. Exports of April were not found and are taken as stopped from the announcement of 4 April. The case was added after the event, since the one by years cannot hold a month of nothing.",
      zh: "不作拟合，采用模型自身取值。4月出口未查到，按4月4日公告起停运处理。本案例系事后加入，因按年的案例无法容纳单月为零。",
    },
    verdict: {
      en: "By the second month the European quotation of terbium is near and that of dysprosium too high by a factor of two; the first month is too high for dysprosium, since goods on the way arrived for some weeks and the model has none. Inside China prices fall in the model as long as nothing leaves and return at once; they hardly moved, since nobody expected the stop to last. The model's market recovers in the month in which shipments do; quotations outside China took until the end of the year.",
      zh: "至第二个月，铽的欧洲报价接近，镝偏高一倍；第一个月镝偏高，因在途货物仍到达数周而模型没有在途。断供期间模型中中国境内价格下跌，恢复后立即回升；实际几乎未动，因无人预期长期断供。模型市场随发运当月恢复，中国以外报价则至年底方回落。",
    },
  },
  "nowcast-2025": {
    run: {
      en: "One year ahead from the balanced base year under policies in force.",
      zh: "由平衡后的基年在现行政策下推算一年。",
    },
    known: {
      en: "Nothing is fitted, but the policies in force were written with the record of 2025 at hand: US sales of concentrate to China are as they were; the licence on magnets to the United States is the fall recorded there, so exports to the United States are no independent test; the licence share of dysprosium and terbium is the approval rate of June 2025.",
      zh: "不作拟合，但现行政策系在已有2025年记录时写入：美国对华精矿销售按实际；对美磁体许可即为所记录的降幅，故对美出口不构成独立检验；镝、铽许可比例取2025年6月的批准率。",
    },
    verdict: {
      en: "World mine output, China's output and exports of magnets, and the three prices come close or near. The largest miss is the mine in the United States: its separation and its sales are predicted, but the owner went on mining at full rate and stored about half, which no plant of the model does without a buyer; a scenario can add a `stockpile`. Australia and Myanmar differ in part because the base year follows other figures than the source of 2025.",
      zh: "世界与中国矿产量、磁体出口及三项价格接近或较近。最大的未中是美国矿山：其分离与销售可预测，但业主满负荷开采并囤存约一半，模型中的矿山无买方即不如此；可在情景中加入 `stockpile`。澳大利亚与缅甸的差异部分源于基年所取数字与2025年来源不同。",
    },
  },
};

/** A case in one paragraph. */
export function noteText({ run, known, verdict }: CaseNote): Text {
  return {
    en: `${run.en} ${known.en} ${noteWords.verdict.en}: ${verdict.en}`,
    zh: `${run.zh}${known.zh}${noteWords.verdict.zh}：${verdict.zh}`,
  };
}
