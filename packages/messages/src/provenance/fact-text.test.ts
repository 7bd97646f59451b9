import { describe, expect, it } from "vitest";
import type { Chain } from "@didym/core/chain";
import type { Fact } from "@didym/core/provenance";
import { factText } from "./fact-text.js";

const named = (id: string, en: string, zh: string) => ({ id, name: { en, zh } });
const chain = {
  goods: [named("oxide.Dy", "dysprosium oxide", "氧化镝")],
  regions: [named("CHN", "China", "中国")],
  endUses: [named("ev", "EV traction", "电动汽车驱动")],
} as unknown as Chain;

describe("the words of a row", () => {
  it("are its own name where it has one", () => {
    const what = { en: "A mine", zh: "某矿" };
    expect(factText({ kind: "project", what, names: { regions: "CHN" } }, chain, "zh")).toBe("某矿");
  });

  it("are none where it names nothing, as an assumption", () => {
    expect(factText({ kind: "assumption" }, chain, "en")).toBeUndefined();
  });

  it.each<[Fact["kind"], Partial<Fact["names"]>, string, string]>([
    ["price", { good: "oxide.Dy" }, "Price of dysprosium oxide, China", "氧化镝价格，中国"],
    [
      "price",
      { good: "oxide.Dy", regions: "*" },
      "Price of dysprosium oxide, all others",
      "氧化镝价格，其余各地",
    ],
    ["wedge", { good: "oxide.*" }, "Duty or tax on oxide.*, China", "oxide.*的关税或税，中国"],
    ["cost", { technology: "mine-x" }, "Cost of mine-x, China", "mine-x 的成本，中国"],
    [
      "growth",
      { endUse: "ev", year: 2030, regions: "*" },
      "Demand of EV traction in 2030 over the base year, all others",
      "2030年电动汽车驱动需求与基年之比，其余各地",
    ],
  ])("say what it is about: %s %j", (kind, names, en, zh) => {
    const fact = { kind, names: { regions: "CHN", ...names } };
    expect(factText(fact, chain, "en")).toBe(en);
    expect(factText(fact, chain, "zh")).toBe(zh);
  });
});
