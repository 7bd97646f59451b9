import type { UnitWords } from "./unit-words.js";

export const unitsZhCn: UnitWords = {
  "USD/kg": "美元/千克",
  t: "吨",
  thousandTonnes: { label: "万吨", factor: 1 / 10_000 },
  tonnesAYear: "吨/年",
  thousandTonnesAYear: "万吨/年",
  money: [
    { label: "万美元", factor: 1 / 10, from: 0 },
    { label: "亿美元", factor: 1 / 100_000, from: 100_000 },
  ],
  aYear: (money) => `${money}/年`,
  points: "个百分点",
  months: "个月",
  years: "年",
  musd: "百万美元",
  musdAYear: "百万美元/年",
  "USD/t": "美元/吨",
  index: "0至10000",
};
