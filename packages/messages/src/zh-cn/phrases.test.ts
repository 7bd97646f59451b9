import { describe, expect, it } from "vitest";
import { catalogue } from "../catalogue-of.js";
import { inChinese } from "./phrases.js";

const { errors } = catalogue("zh");

describe("phrases of found and expected", () => {
  it("are said in Chinese, with their figures and names", () => {
    expect(inChinese("integer 0…65535")).toBe("0 至 65535 的整数");
    expect(inChinese("key name stands twice")).toBe("键 name 出现两次");
  });

  it("leave names, paths and bounds as they stand", () => {
    for (const word of ["price-floor", "oxide.NdPr", ">= 2024", "a file of mine", "constructor"])
      expect(inChinese(word)).toBe(word);
  });

  it("stand in the sentences of errors", () => {
    expect(
      errors.INVALID_SYNTAX.message({
        code: "INVALID_SYNTAX",
        details: { reason: "Expected double-quoted property name" },
      }),
    ).toBe("文本无法读取：此处应为双引号括起的属性名。");
    expect(
      errors.INVALID_ARGUMENT.message({
        code: "INVALID_ARGUMENT",
        path: "--seed",
        found: "number",
        expected: "integer ≥ 0",
      }),
    ).toBe("--seed 不接受 number；应为：不小于 0 的整数。");
  });
});
