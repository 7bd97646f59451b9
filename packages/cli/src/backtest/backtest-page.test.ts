import { summarise, type Backtest, type BacktestRow } from "@didym/core/backtest";
import { describe, expect, it } from "vitest";
import { backtestPage } from "./backtest-page.js";
import { caseWords, tallyWords, verdictWords } from "./backtest-words.js";
import { caseNotes, noteText } from "./case-notes.js";
import { overviewTable } from "./overview-table.js";
import { kindOf } from "./series-kind.js";

const row = (part: Partial<BacktestRow>): BacktestRow => ({
  case: "licences-2025",
  series: "inside-Dy",
  what: { en: "Dy oxide inside", zh: "境内氧化镝" },
  date: "2025",
  unit: "USD/kg",
  predicted: 105,
  observed: 100,
  error: Math.log(1.05),
  sources: ["S", "T"],
  grade: "B",
  ...part,
});
const rows: readonly BacktestRow[] = [
  row({ own: 100 }),
  row({
    series: "europe-Dy",
    what: { en: "Dy oxide in Europe", zh: "欧洲氧化镝" },
    predicted: 800,
    own: 400,
  }),
  row({
    series: "magnets-USA",
    what: { en: "magnets", zh: "磁体" },
    unit: "t/y",
    predicted: 66_666,
    observed: 60_000,
    error: 0.11,
  }),
  row({ case: "quota-2010", what: { en: "Dy oxide, March 2012", zh: "2012年3月氧化镝" } }),
];
const backtest: Backtest = {
  rows,
  summary: summarise(rows),
  fitted: [{ parameter: "choke", value: 160, case: "quota-2010" }],
};
const page = backtestPage(backtest, "en");
const section = (name: string): string =>
  page.split(/^## /mu).find((part) => part.startsWith(caseWords[name].en)) ?? "";

describe("the page of the back-tests", () => {
  it("keeps means, peaks and volumes of a case apart", () => {
    const heads = [...section("licences-2025").matchAll(/^### (.*)$/gmu)].map(([, head]) => head);
    expect(heads).toEqual(["Mean prices", "Peaks, offers and thin markets", "Volumes"]);
    const heads2010 = [...section("quota-2010").matchAll(/^### (.*)$/gmu)].map(([, head]) => head);
    expect(heads2010).toEqual(["Mean prices"]);
  });

  it("begins with how near each case came, and says what was known beforehand", () => {
    const { rows: tallies } = overviewTable(backtest.summary);
    expect(tallies).toEqual([
      ["licences-2025", 3, 1, 1, 0, 1],
      ["quota-2010", 1, 1, 0, 0, 0],
    ]);
    expect(page.split("## ")[0]).toContain(`| ${caseWords["licences-2025"].en} | 3 | 1 | 1 | 0 | 1 |`);
    expect(section("licences-2025")).toContain("- **What was known beforehand.** Volumes are given");
  });

  it("names a series as its own case does", () => {
    expect(section("licences-2025")).toContain("| Dy oxide inside |");
    expect(section("licences-2025")).not.toContain("March 2012");
    expect(section("quota-2010")).toContain("| Dy oxide, March 2012 |");
  });

  it("sets the model's own values beside carried ones, and only there", () => {
    expect(section("licences-2025")).toContain("with the model's own values");
    expect(section("licences-2025")).toContain("| Dy oxide in Europe | 2025 | USD/kg | 800 | 400 | 100 |");
    expect(section("quota-2010")).not.toContain("own values |");
  });

  it("has as many cells in every row of a table as in its head", () => {
    for (const language of ["en", "zh"] as const)
      for (const table of backtestPage(backtest, language).matchAll(/(?:^\|.*\|$\n?)+/gmu)) {
        const widths = table[0]
          .trim()
          .split("\n")
          .map((line) => line.split("|").length);
        expect(new Set(widths).size).toBe(1);
      }
  });

  it("gives figures in two digits, so that the last bits do not move the page", () => {
    expect(page).toContain("| 67000 |");
    expect(
      backtestPage(
        { ...backtest, rows: rows.map((one) => ({ ...one, predicted: one.predicted * (1 + 1e-9) })) },
        "en",
      ),
    ).toBe(page);
  });

  it("says what was fitted, where anything was", () => {
    expect(page).toContain("| `choke` | 160 | quota-2010 |");
    expect(backtestPage({ ...backtest, fitted: [] }, "en")).not.toContain("Fitted parameters");
  });

  it("is in Chinese where that is asked", () => {
    const chinese = backtestPage(backtest, "zh");
    expect(chinese).toContain("# 回测");
    expect(chinese).toContain("### 平均价格");
    expect(chinese).not.toContain("Mean prices");
  });
});

describe("its words", () => {
  it("count every verdict once", () => {
    const { summary } = backtest;
    const { en, zh } = tallyWords(summary);
    expect(en).toBe(
      "Of 4 series 2 came within 10%, 1 within 25%, 0 within a factor of two, and 1 were missed.",
    );
    expect(zh).toContain("4个序列");
    const counts = [...en.matchAll(/\d+(?= (?:came|within|were))|\b\d+ were/gu)].map(([n]) =>
      parseInt(n, 10),
    );
    expect(counts.reduce((sum, n) => sum + n, 0)).toBe(summary.length);
  });

  it("have a verdict in words for every case, in both languages", () => {
    for (const [name, words] of Object.entries(caseWords)) {
      expect(words.zh).toMatch(/\p{Script=Han}/u);
      expect(noteText(caseNotes[name]).en).toContain("Verdict: ");
      expect(noteText(caseNotes[name]).zh).toContain("评判：");
    }
    expect(Object.keys(caseNotes).sort()).toEqual(Object.keys(caseWords).sort());
    for (const words of Object.values(verdictWords)) expect(words.zh).not.toBe(words.en);
  });

  it("take series for what they are", () => {
    expect(kindOf({ series: "peak-La", unit: "USD/kg" })).toBe("peaks");
    expect(kindOf({ series: "quote-Dy", unit: "USD/kg" })).toBe("peaks");
    expect(kindOf({ series: "europe-Y", unit: "USD/kg" })).toBe("peaks");
    expect(kindOf({ series: "abroad-La", unit: "USD/kg" })).toBe("means");
    expect(kindOf({ series: "price-NdPr", unit: "USD/kg" })).toBe("means");
    expect(kindOf({ series: "europe-magnets", unit: "t/y" })).toBe("volumes");
  });
});
