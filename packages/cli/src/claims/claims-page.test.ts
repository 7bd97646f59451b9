import type { AskedTest, JudgedClaim } from "@didym/core/claims";
import { describe, expect, it } from "vitest";
import { testWords, verdictWords } from "./claim-words.js";
import { claimsPage, themes } from "./claims-page.js";
import { judgeClaims, runsOf } from "./judge-claims.js";
import { parseSide } from "@didym/core/claims";
import { valueOf } from "@didym/core/results";

const claim = (part: Partial<JudgedClaim> = {}): JudgedClaim => ({
  id: "U1",
  theme: "upstream",
  claim: { en: "A claim.", zh: "一条论断。" },
  claimed: "5%",
  claimedText: { en: "5%", zh: "百分之五" },
  evidence: "4%",
  evidenceText: { en: "4% (one source)", zh: "4%（一个来源）" },
  explanation: { en: "Near it.", zh: "接近。" },
  sources: ["S", "T"],
  verdict: "partly",
  modelTest: null,
  ...part,
});
const test = (part: Partial<AskedTest> = {}): AskedTest => ({
  question: { en: "Is a below half?", zh: "a是否低于一半？" },
  scenario: "status-quo",
  expression: "a[x,2024] < 0.5",
  value: 0.46123,
  compared: 0.5,
  holds: true,
  ...part,
});

describe("the page of the ledger", () => {
  const english = claimsPage([claim(), claim({ id: "M1", theme: "midstream", modelTest: test() })], "en");
  const chinese = claimsPage([claim()], "zh");

  it("has a section a theme and a part a claim, with all that is said of it", () => {
    for (const { en } of Object.values(themes)) expect(english).toContain(`## ${en}`);
    expect(english).toContain("### U1. A claim.");
    expect(english).toContain("- **Claimed**: 5%");
    expect(english).toContain("- **Best evidence**: 4% (one source)");
    expect(english).toContain("- **Verdict**: partly supported. Near it.");
    expect(english).toContain("- **Sources**: S, T");
  });

  it("gives the model's answer only where there is a test, apart from the verdict", () => {
    expect(english.match(/Model's test/gu)).toHaveLength(1);
    expect(english).toContain("Is a below half? yes: 0.46 against 0.5 (`a[x,2024] < 0.5`)");
  });

  it("is Chinese throughout where that is asked", () => {
    expect(chinese).toContain("### U1. 一条论断。");
    expect(chinese).toContain("百分之五");
    expect(chinese).toContain("4%（一个来源）");
    expect(chinese).not.toContain("one source");
    expect(chinese).toContain("- **裁定**：部分有依据。接近。");
  });

  it("says where a claim names no figure", () => {
    expect(claimsPage([claim({ claimed: null, claimedText: null })], "en")).toContain(
      "**Claimed**: no figure",
    );
  });
});

describe("words of verdicts and tests", () => {
  it("differ by language and by verdict", () => {
    const english = Object.values(verdictWords).map(({ en }) => en);
    expect(new Set(english).size).toBe(english.length);
    for (const { en, zh } of Object.values(verdictWords)) expect(zh).not.toBe(en);
  });

  it("say whether a claim holds, does not, or has no meaning in the model", () => {
    expect(testWords(test()).en).toBe("yes: 0.46 against 0.5");
    expect(testWords(test({ holds: false })).zh).toBe("否：0.46，对0.5");
    expect(testWords(test({ value: 1748385.7, compared: -2723 })).en).toBe("yes: 1,700,000 against -2,700");
    for (const part of [{ value: null }, { compared: null }, { holds: null }])
      expect(testWords(test(part)).en).toBe("no meaning in the model");
  });
});

describe("judging claims", () => {
  const plain = {
    ...claim(),
    modelTest: undefined,
    test: "production[oxide.NdPr,CHN,2024] > production[oxide.NdPr,USA,2024]",
    question: { en: "Does China make more?", zh: "中国产量是否更多？" },
  };

  it("runs what the tests ask for, and leaves the verdict alone", async () => {
    const [judged, without] = await judgeClaims([plain, { ...plain, test: undefined }]);
    expect(judged.modelTest).toMatchObject({ holds: true, scenario: "status-quo" });
    expect(judged.modelTest!.value).toBeGreaterThan(judged.modelTest!.compared!);
    expect(judged.verdict).toBe("partly");
    expect(without.modelTest).toBeNull();
  });

  it("runs each scenario once, as far as it is looked at", async () => {
    const runs = await runsOf([parseSide("price[oxide.Dy,JPN,2025] / price[oxide.Dy,CHN,2026]")]);
    expect([...runs.keys()]).toEqual(["status-quo"]);
    const run = runs.get("status-quo")!;
    expect(run.years.at(-1)).toBe(2026);
    expect(valueOf(run, "price[oxide.Dy,JPN,2025]")).toBeGreaterThan(0);
  });

  it("asks a table of seats where a test does, once a figure", async () => {
    const asked: string[] = [];
    const test = "seats-better-off[deal]@washington-2026 > 0.5";
    const [judged] = await judgeClaims([{ ...plain, test }], undefined, ({ reference, scenario }) => {
      asked.push(`${reference}@${scenario}`);
      return Promise.resolve(0.75);
    });
    expect(judged.modelTest).toMatchObject({ value: 0.75, holds: true, scenario: "washington-2026" });
    expect(asked).toEqual(["seats-better-off[deal]@washington-2026"]);
    const wrong = judgeClaims([{ ...plain, test: "seats-better-off[commit] > 0.5" }]);
    await expect(wrong).rejects.toMatchObject({ issues: [{ code: "INVALID_SYNTAX" }] });
  });

  it("stops where it is asked to", async () => {
    await expect(judgeClaims([plain], () => true)).rejects.toThrow();
  });
});
