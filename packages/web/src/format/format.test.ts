import { pageWords } from "@didym/messages";
import { describe, expect, it } from "vitest";
import { langOf } from "./lang.js";
import { measureOf, showFigure } from "./measure.js";
import { dateText, numbersOf } from "./numbers.js";

describe("figures with their units", () => {
  it.each([
    ["en", 92.345, "USD/kg", "92.3 USD/kg"],
    ["zh", 92.345, "USD/kg", "92.3美元/千克"],
    ["en", 148_900, "t/y", "149 kt a year"],
    ["zh", 148_900, "t/y", "14.9万吨/年"],
    ["en", 3_042, "t/y", "3,042 t a year"],
    ["en", 337_000, "kUSD/y", "337 MUSD a year"],
    ["zh", 337_000, "kUSD/y", "3.37亿美元/年"],
    ["zh", 33_700, "kUSD/y", "3,370万美元/年"],
    ["en", 0.534, "ratio", "53%"],
    ["en", 0.0123, "ratio", "1.2%"],
    ["en", -2, "pp", "\u22122 pp"],
  ] as const)("%s: %d %s is %s", (language, value, unit, shown) => {
    expect(showFigure(value, unit, language, pageWords(language).units)).toBe(shown);
  });

  it("share one scale where they are shown together", () => {
    const measure = measureOf("t/y", 200_000, "en", pageWords("en").units);
    expect([measure.label, measure.number(200_000), measure.number(500)]).toEqual([
      "kt a year",
      "200",
      "0.5",
    ]);
  });

  it("show as many decimals as the largest beside them, and nothing as nothing only where it is", () => {
    const { number } = measureOf("kUSD", 1_680_000, "en", pageWords("en").units);
    expect([1_680_000, -503_200, 9_460, 900, 0].map(number)).toEqual([
      "1.68",
      "\u22120.50",
      "0.01",
      "0.0009",
      "0",
    ]);
    expect([0.25, 1.5, 2, 1.4999].map((value) => numbersOf("en").fixed(value, 2))).toEqual([
      "0.25",
      "1.5",
      "2",
      "1.50",
    ]);
    expect(numbersOf("en").points(0.00638)).toBe("0.64");
  });

  it("never show minus nothing", () => {
    expect(numbersOf("en").plain(-1e-12)).toBe("0");
    expect(numbersOf("zh").compact(1_234_567)).toBe("123万");
    expect(numbersOf("en").points(-0.032)).toBe("3.2");
  });

  it("write dates as each language does", () => {
    expect(dateText("2026-01-12", "zh")).toBe("2026年1月12日");
    expect(dateText("2026-01-12", "en")).toBe("12 January 2026");
  });

  it("know the language of a source's title", () => {
    expect(langOf("商务部公告2025年第18号")).toBe("zh-CN");
    expect(langOf("US imports for consumption")).toBe("en");
  });
});
