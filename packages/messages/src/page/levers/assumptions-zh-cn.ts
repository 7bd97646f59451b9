/** What the built-in scenarios assume, from the words of their files; a test sees that none is missing. */
export const assumptionsZhCn: Readonly<Record<string, string>> = {
  "Volume as the approval rate of June 2025; length chosen.": "数量取2025年6月的批准率；期限为自行选定。",
  "The US rate of 2026, by all members.": "取美国2026年的税率，由全体成员采用。",
  "Size and pace.": "规模与进度为假设。",
  "Level and term as in the US and Japanese contracts; coverage and key are choices.":
    "水平与期限同美国和日本的合同；覆盖范围与分摊方式为自行选定。",
  "Depth of the cooperation.": "合作的深度为假设。",
  "Year and length of the outage.": "停产的年份与长度为假设。",
  "The year from which the upside is shared.": "开始分享上行收益的年份为假设。",
  "The whole sum spent at the floor.": "假设全部款项按下限价花完。",
  "The floor of the contracts in force.": "取现行合同的下限。",
  "The approval rate reached on 27 June 2025 taken for the year and all materials. Months on record for dysprosium are lower (none in May, 17 t in August, 4 t in October 2025).":
    "以2025年6月27日达到的批准率代表全年和所有材料。有记录的镝的月份更低（2025年5月为零，8月17吨，10月4吨）。",
  "The approval rate of June 2025 under the April controls.": "取四月管制下2025年6月的批准率。",
  "The 2024 price of 58 USD/kg and 0.33 kg of oxide a kg at 62 USD/kg more.":
    "2024年价格58美元/千克，每千克含氧化物0.33千克，每千克氧化物另加62美元。",
  "The 2024 price of 36 USD/kg and 0.33 kg of oxide a kg at 62 USD/kg more.":
    "2024年价格36美元/千克，每千克含氧化物0.33千克，每千克氧化物另加62美元。",
  "Reviews halted for one quarter of the year; flows after January 2026 were not found.":
    "假设审查在一年中停了一个季度；未找到2026年1月之后的流量。",
  "One third for rare earths, 0.66 USD per AUD, 51 USD/kg.":
    "三分之一用于稀土，1澳元合0.66美元，51美元/千克。",
  "One quarter without controls and three at 17 of 333 t; the same kept for 2026.":
    "一个季度没有管制，三个季度按333吨中的17吨计；2026年维持不变。",
  "Licences take as long as those of April 2025.": "许可所需时间与2025年4月的相同。",
  "Licences are granted in the end and take about 45 working days; goods in waiting cost 8% a year.":
    "许可最终都会批准，约需45个工作日；货物等待的成本为每年8%。",
  "Length of the stop.": "断供的长度为假设。",
  "Halfway from the approval rate of June 2025 to none refused, since licences were general ones for selected exporters from November 2025; volumes of 2026 were not found.":
    "取2025年6月批准率与全部批准之间的中点，因为自2025年11月起对选定出口商发放通用许可；未找到2026年的数量。",
  "Goods, amount and years.": "产品、数量与年份为假设。",
  "Counted from 2026; the legal start was not found, the ban stood by October 2025.":
    "自2026年起计；未找到法律生效日，禁令在2025年10月已经存在。",
  "All magnets to the USA fell by 20.3% in 2025; taken for the controlled kinds and kept for 2026 (first quarter 2026 lower still).":
    "2025年对美磁体出口总量下降20.3%；以此代表受管制的种类，2026年维持不变（2026年第一季度更低）。",
  "A benchmark taken as a rule, for each good of the stages listed but cerium-grade magnets, which no other region sells.":
    "把一项基准当作规则，适用于所列环节的每种产品，但铈磁体除外，因为没有其他地区出售。",
  "83.7 INR per USD (no rate among the sources).": "1美元合83.7印度卢比（来源中没有汇率）。",
  "60 of 365 days in three years, for three oxides.": "三年内365天中的60天，三种氧化物。",
  "35,000 CNY/t at 7.19 CNY per USD; other reports say 20% of the value. Levied by a non-state authority.":
    "每吨35,000元人民币，1美元合7.19元；另有报道称为货值的20%。由非国家机构征收。",
  "30 points in force from 12 May 2025 spread over the year (234 of 365 days); what followed the November 2025 arrangement was not found.":
    "自2025年5月12日起生效的30个百分点摊到全年（365天中的234天）；未找到2025年11月安排之后的情况。",
  "1.19 t of oxide a tonne of metal at 110 USD/kg and 3.75 USD/kg of conversion.":
    "每吨金属用1.19吨氧化物，按110美元/千克计，另加转换费3.75美元/千克。",
};

/** A built-in scenario's assumption in Chinese; undefined for words that are not built in. */
export function assumptionInChinese(words: string): string | undefined {
  return Object.hasOwn(assumptionsZhCn, words) ? assumptionsZhCn[words] : undefined;
}
