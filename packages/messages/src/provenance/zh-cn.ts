import type { FactWords } from "./fact-words.js";

export const factsZhCn: FactWords = {
  price: ({ good, where }) => `${good}价格，${where}`,
  growth: ({ endUse, year, where }) => `${year}年${endUse}需求与基年之比，${where}`,
  wedge: ({ good, where }) => `${good}的关税或税，${where}`,
  cost: ({ technology, where }) => `${technology} 的成本，${where}`,
  elsewhere: "其余各地",
};
