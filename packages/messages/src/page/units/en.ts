import type { UnitWords } from "./unit-words.js";

export const unitsEn: UnitWords = {
  "USD/kg": "USD/kg",
  t: "t",
  thousandTonnes: { label: "kt", factor: 1 / 1_000 },
  tonnesAYear: "t a year",
  thousandTonnesAYear: "kt a year",
  money: [
    { label: "kUSD", factor: 1, from: 0 },
    { label: "MUSD", factor: 1 / 1_000, from: 1_000 },
    { label: "BUSD", factor: 1 / 1_000_000, from: 1_000_000 },
  ],
  aYear: (money) => `${money} a year`,
  points: "pp",
  months: "months",
  years: "years",
  musd: "MUSD",
  musdAYear: "MUSD a year",
  "USD/t": "USD/t",
  index: "0 to 10,000",
};
