import { describe, expect, it } from "vitest";
import type { FoundRow } from "../baseline/found-year.js";
import type { Chain } from "../chain/chain.js";
import { rowWords } from "./row-words.js";

const named = (id: string, en: string, zh: string) => ({ id, name: { en, zh } });
const chain = {
  goods: [named("oxide.Dy", "dysprosium oxide", "氧化镝")],
  regions: [named("CHN", "China", "中国")],
  endUses: [named("ev", "EV traction", "电动汽车驱动")],
} as unknown as Chain;
const row = (part: Partial<FoundRow>): FoundRow => ({
  id: "r",
  kind: "price",
  regions: "CHN",
  value: 1,
  unit: "USD/kg",
  sources: [],
  grade: "D",
  reason: "",
  ...part,
});

describe("the words of a row", () => {
  it("are its own name where it has one", () => {
    expect(rowWords(row({ kind: "project", name: "A mine" }), chain).en).toBe("A mine");
  });

  it.each<[Partial<FoundRow>, string, string]>([
    [{ good: "oxide.Dy" }, "Price of dysprosium oxide, China", "氧化镝价格，中国"],
    [{ good: "oxide.Dy", regions: "*" }, "Price of dysprosium oxide, all others", "氧化镝价格，其余各地"],
    [{ kind: "wedge", good: "oxide.*" }, "Duty or tax on oxide.*, China", "oxide.*的关税或税，中国"],
    [{ kind: "cost", technology: "mine-x" }, "Cost of mine-x, China", "mine-x 的成本，中国"],
    [
      { kind: "growth", endUse: "ev", year: 2030, regions: "*" },
      "Demand of EV traction in 2030 over the base year, all others",
      "2030年电动汽车驱动需求与基年之比，其余各地",
    ],
  ])("say what it is about: %j", (part, en, zh) => {
    expect(rowWords(row(part), chain)).toEqual({ en, zh });
  });
});
