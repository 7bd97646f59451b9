import type { PublishedFigure, StudyResult } from "@didym/core/studies";
import { describe, expect, it } from "vitest";
import { studiesPage } from "./studies-page.js";
import { agreementWords, groupWords, hereText, publishedText } from "./study-words.js";

const published = (part: Partial<PublishedFigure> = {}): PublishedFigure => ({
  row: "r",
  value: 10,
  low: null,
  high: null,
  unit: "%",
  qualifier: "exact",
  sources: ["S", "T"],
  grade: "C",
  ...part,
});
const text = (words: string) => ({ en: words, zh: `${words}文` });
const result = (part: Partial<StudyResult>): StudyResult => ({
  id: "one",
  group: "cut-80",
  study: text("Study"),
  figure: text("loss"),
  experiment: text("a stop"),
  why: text("Other question."),
  published: published(),
  here: 4.56789,
  agreement: "apart",
  ...part,
});

describe("figures as they are printed", () => {
  it("show a value, a range, a bound or a sign", () => {
    expect(publishedText(published())).toBe("10");
    expect(publishedText(published({ value: 17.350315 }))).toBe("17.4");
    expect(publishedText(published({ value: null, low: 7, high: 15, qualifier: "range" }))).toBe("7–15");
    expect(publishedText(published({ value: null, low: 8, high: 8, qualifier: "range" }))).toBe("8");
    expect(publishedText(published({ value: null, low: 9, qualifier: "range" }))).toBe("9");
    expect(publishedText(published({ qualifier: "at-least" }))).toBe("≥ 10");
    expect(publishedText(published({ qualifier: "at-most" }))).toBe("≤ 10");
    expect(publishedText(published({ value: -1.3, qualifier: "at-most" }))).toBe("0 … -1.3");
    expect(publishedText(published({ value: null, high: -1000, qualifier: "at-most" }))).toBe("≤ -1000");
    expect(publishedText(published({ value: -1, qualifier: "sign" }))).toBe("−");
    expect(publishedText(published({ value: 1, qualifier: "sign" }))).toBe("+");
    expect(publishedText(published({ value: null }))).toBe("");
  });

  it("are found here in two digits, or not at all", () => {
    expect(hereText(4.56789)).toBe("4.6");
    expect(hereText(301.8)).toBe("300");
    expect(hereText(-0.00064)).toBe("-0.00064");
    expect(hereText(null)).toBeNull();
  });
});

describe("the page of published studies", () => {
  const page = studiesPage(
    [
      result({}),
      result({ figure: text("gain"), here: null, agreement: null }),
      result({ figure: text("price"), why: text("Other data.") }),
      result({ group: "lead-times", agreement: "within" }),
    ],
    "en",
  );

  it("has a section a group, with a table and an explanation for each row", () => {
    expect([...page.matchAll(/^## (.*)$/gmu)].map(([, head]) => head)).toEqual([
      groupWords["cut-80"].en,
      groupWords["lead-times"].en,
    ]);
    expect(page).toContain(
      "| 1. Study: loss | 10 | 4.6 | % | apart, by more than a factor of two | C | S, T |",
    );
    expect(page).toContain("| 2. Study: gain | 10 | – | % | no answer here | C | S, T |");
  });

  it("explains rows that differ for one reason once, by their numbers", () => {
    expect(page).toContain("**1, 2.** What is run here: a stop. Other question.");
    expect(page).toContain("**3.** What is run here: a stop. Other data.");
    expect(page.match(/Other question\./gu)).toHaveLength(2);
  });

  it("does not move with the last bits", () => {
    const rows = [result({})];
    const moved = rows.map((row) => ({ ...row, here: row.here! * (1 + 1e-9) }));
    expect(studiesPage(moved, "en")).toBe(studiesPage(rows, "en"));
  });

  it("is in Chinese where that is asked", () => {
    const chinese = studiesPage([result({})], "zh");
    expect(chinese).toContain(`## ${groupWords["cut-80"].zh}`);
    expect(chinese).toContain(agreementWords.apart.zh);
    expect(chinese).toContain("Study文：loss文");
  });
});
