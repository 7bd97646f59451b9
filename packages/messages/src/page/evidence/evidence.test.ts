import { describe, expect, it } from "vitest";
import { evidenceWords, glossary } from "./index.js";

function wordsIn(value: unknown, path = ""): [string, string][] {
  if (typeof value === "string") return [[path, value]];
  if (typeof value === "function")
    return [[path, String((value as (...x: string[]) => unknown)("1", "2", "3", "4"))]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => wordsIn(item, `${path}.${key}`));
}

const han = /\p{Script=Han}/u;

describe("words of the Evidence view", () => {
  const [english, chinese] = [wordsIn(evidenceWords("en")), wordsIn(evidenceWords("zh"))];

  it("have Chinese in the Chinese ones and none in the English ones", () => {
    expect(english.filter(([, text]) => han.test(text))).toEqual([]);
    expect(chinese.filter(([, text]) => !han.test(text) && !/^(?:CSV|\P{L}*)$/u.test(text))).toEqual([]);
    expect(chinese.filter(([, text]) => /\p{Script=Han}[,;!?]/u.test(text))).toEqual([]);
  });

  it("name the same columns and tables in both languages", () => {
    for (const part of ["fields", "tables"] as const)
      expect(Object.keys(evidenceWords("zh")[part])).toEqual(Object.keys(evidenceWords("en")[part]));
  });

  it("explain each term in both languages, each once", () => {
    for (const { term, meaning } of glossary) {
      expect(han.test(term.zh) && han.test(meaning.zh), term.en).toBe(true);
      expect(han.test(term.en + meaning.en), term.en).toBe(false);
    }
    expect(new Set(glossary.map(({ term }) => term.en)).size).toBe(glossary.length);
  });
});
