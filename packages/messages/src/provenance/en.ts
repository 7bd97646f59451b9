import type { FactWords } from "./fact-words.js";

export const factsEn: FactWords = {
  price: ({ good, where }) => `Price of ${good}, ${where}`,
  growth: ({ endUse, year, where }) => `Demand of ${endUse} in ${year} over the base year, ${where}`,
  wedge: ({ good, where }) => `Duty or tax on ${good}, ${where}`,
  cost: ({ technology, where }) => `Cost of ${technology}, ${where}`,
  elsewhere: "all others",
};
