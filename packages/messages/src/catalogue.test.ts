import { describe, expect, it } from "vitest";
import { catalogue, en, shown, zhCn } from "./index.js";

const facts = {
  code: "X",
  path: "a.b",
  found: "f",
  expected: ["e", 2],
  nearest: "n",
  details: { reason: "r", command: "run" },
};

/** Every word of a catalogue, functions called with plain arguments. */
function wordsIn(value: unknown, path = ""): [string, string][] {
  if (typeof value === "string") return [[path, value]];
  if (typeof value === "function") return [];
  return Object.entries(value as object).flatMap(([key, item]) => wordsIn(item, `${path}.${key}`));
}

describe("catalogues", () => {
  it("are chosen by language", () => {
    expect(catalogue("en")).toBe(en);
    expect(catalogue("zh")).toBe(zhCn);
  });

  it("have the same entries", () => {
    expect(wordsIn(zhCn).map(([path]) => path)).toEqual(wordsIn(en).map(([path]) => path));
  });

  it("have Chinese in the Chinese one and none in the English one", () => {
    const han = /\p{Script=Han}/u;
    expect(wordsIn(en).filter(([, text]) => han.test(text))).toEqual([]);
    const needNoHan = /\.(?:equation|source|title)$/u;
    expect(wordsIn(zhCn).filter(([path, text]) => !needNoHan.test(path) && !han.test(text))).toEqual([]);
  });

  it.each(["en", "zh"] as const)(
    "have a sentence for every error, with and without facts (%s)",
    (language) => {
      for (const [code, text] of Object.entries(catalogue(language).errors)) {
        for (const issue of [facts, { code }]) {
          const message = text.message(issue);
          expect(message, code).toMatch(language === "en" ? /[.?]$/u : /[。？]$/u);
          expect(message, code).not.toMatch(/undefined|\[object/u);
          expect(text.hint?.(issue) ?? "", code).not.toMatch(/undefined|\[object| {2}/u);
        }
        expect(text.page.length, code).toBeGreaterThan(5);
      }
    },
  );
});

describe("more than one equilibrium", () => {
  const apart = { year: 2031, good: "oxide.NdPr", region: "JPN", price: 92.34567, otherPrice: 61 };

  it.each([
    ["en", /fits in 2030, 2031; .*: 92\.35 USD\/kg here, 61 there\.$/u],
    ["zh", /^2030, 2031 年存在不止一个均衡.*92\.35 美元\/千克/u],
  ] as const)("names the years, and where the two lie furthest apart (%s)", (language, form) => {
    const words = catalogue(language).errors.AMBIGUOUS;
    const said = words.message({ code: "AMBIGUOUS", details: { years: [{ year: 2030 }, apart] } });
    expect(said).toMatch(form);
    expect(said).toContain("price[oxide.NdPr,JPN,2031]");
    expect(words.message({ code: "AMBIGUOUS", details: { years: [{ year: 2030 }] } })).not.toMatch(/price/u);
  });
});

describe("values in words", () => {
  it.each<[unknown, string]>([
    [undefined, "–"],
    [null, "–"],
    ["x", "x"],
    [1.5, "1.5"],
    [true, "true"],
    [["a", 1], "a, 1"],
    [{ a: 1 }, '{"a":1}'],
  ])("%j is %s", (value, text) => {
    expect(shown(value)).toBe(text);
  });
});
