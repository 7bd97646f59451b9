import { leverOf, levers } from "@didym/core/levers";
import { describe, expect, it } from "vitest";
import { pageWords } from "./index.js";

function wordsIn(value: unknown, path = ""): [string, string][] {
  if (typeof value === "string") return [[path, value]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => wordsIn(item, `${path}.${key}`));
}

describe("words of the page", () => {
  const [english, chinese] = [wordsIn(pageWords("en")), wordsIn(pageWords("zh"))];

  it("have Chinese in the Chinese ones and none in the English ones", () => {
    const han = /\p{Script=Han}/u;
    expect(english.filter(([, text]) => han.test(text))).toEqual([]);
    const symbol = /^(?:[A+]+|CSV|SVG|PNG|BibTeX|GB\/T 7714|\P{L}*)$/u;
    expect(chinese.filter(([, text]) => !han.test(text) && !symbol.test(text))).toEqual([]);
  });

  it("use Chinese punctuation in Chinese sentences", () => {
    expect(chinese.filter(([, text]) => /\p{Script=Han}[,;!?]/u.test(text))).toEqual([]);
  });

  it("name every lever, field and choice there is", () => {
    const { kinds, fields, choices } = pageWords("en").levers;
    for (const { kind } of levers) {
      expect(Object.keys(kinds)).toContain(kind);
      for (const [field, { facts }] of Object.entries(leverOf(kind)!.fields)) {
        expect(Object.keys(fields), kind).toContain(field);
        for (const choice of facts.choices ?? [])
          expect(Object.keys(choices), `${kind}.${field}`).toContain(choice);
      }
    }
  });

  it("have at most five steps in the tour, as many in each language", () => {
    const steps = pageWords("en").lab.tour.steps.length;
    expect(steps).toBeLessThanOrEqual(5);
    expect(pageWords("zh").lab.tour.steps).toHaveLength(steps);
  });

  it("name places from where the reader stands in both languages", () => {
    for (const language of ["en", "zh"] as const) {
      const { headline, changes } = pageWords(language).lab;
      expect(headline.price("X", "Y", 2030)).toMatch(/X/u);
      expect(headline.price("X", "Y", 2030)).toMatch(/2030/u);
      expect(changes(1)).not.toBe(changes(3));
    }
  });
});
