import { reactions } from "@didym/core/reactions";
import { describe, expect, it } from "vitest";
import { summitWords } from "./index.js";

const [english, chinese] = [summitWords("en"), summitWords("zh")];

/** Every text, the functions among them called with figures and the letter X. */
function texts(value: unknown, path = ""): [string, string][] {
  if (typeof value === "string") return [[path, value]];
  if (typeof value === "function") {
    const said: unknown = (value as (...args: unknown[]) => unknown)(...Array(4).fill("X"));
    return texts(said, `${path}()`);
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => texts(item, `${path}.${key}`));
}

describe("words of the summit", () => {
  it("have Chinese in the Chinese ones and none in the English ones", () => {
    const han = /\p{Script=Han}/u;
    expect(texts(english).filter(([, text]) => han.test(text))).toEqual([]);
    const same = new Set([".coalitions.progress()", ".origin.equation", ".comma"]);
    expect(texts(chinese).filter(([path, text]) => !han.test(text) && !same.has(path))).toEqual([]);
  });

  it("use Chinese punctuation in Chinese sentences and leave nothing unsaid", () => {
    expect(texts(chinese).filter(([, text]) => /\p{Script=Han}[,;!?]/u.test(text))).toEqual([]);
    expect([...texts(english), ...texts(chinese)].filter(([, text]) => /undefined|NaN/u.test(text))).toEqual(
      [],
    );
  });

  it("name every answer of the menu", () => {
    for (const { id } of reactions) expect(Object.keys(english.rules)).toContain(id);
  });
});
