import type { JudgedClaim } from "@didym/core/claims";
import { callMain, repositoryRoot } from "@didym/testing";
import { describe, expect, it } from "vitest";
import { claimsPage } from "../claims/claims-page.js";

const { code, stdout } = await callMain(["claims", "--json"]);
const ledger = JSON.parse(stdout) as JudgedClaim[];

describe("didym claims", () => {
  it("answers with every claim, its evidence, sources and verdict, in both languages", () => {
    expect(code).toBe(0);
    expect(ledger.length).toBeGreaterThanOrEqual(44);
    for (const { claim, evidence, sources, explanation } of ledger) {
      for (const text of [claim.en, claim.zh, evidence, explanation.en, explanation.zh])
        expect(text).not.toBe("");
      expect(claim.zh).toMatch(/\p{Script=Han}/u);
      expect(sources.length).toBeGreaterThan(0);
    }
  });

  it("gives the model's figure where it can test the claim", () => {
    const tested = ledger.flatMap(({ modelTest }) => modelTest ?? []);
    expect(tested.length).toBeGreaterThan(10);
    for (const { value, compared, holds, scenario, question } of tested) {
      expect(question.en).toMatch(/\?$/u);
      expect(question.zh).toMatch(/^[^?]*\p{Script=Han}.*？$/u);
      expect(Number.isFinite(value)).toBe(true);
      expect(Number.isFinite(compared)).toBe(true);
      expect(holds).not.toBeNull();
      expect(scenario).toMatch(/^[a-z0-9 -]+$/u);
    }
    const base = ledger.find(({ id }) => id === "MC01")?.modelTest;
    expect(base).toMatchObject({ scenario: "status-quo", compared: 0.72 });
    expect(base?.value).toBeGreaterThan(0.5);
  });

  it("gives one claim, in Chinese too, and the nearest id for one that is not there", async () => {
    const one = await callMain(["claims", "mc02", "--lang", "zh"]);
    expect(one.code).toBe(0);
    expect(one.stdout).toContain("产能利用率");
    const missing = await callMain(["claims", "MC99", "--json"]);
    expect(missing.code).not.toBe(0);
    expect(missing.stderr + missing.stdout).toContain("UNKNOWN_NAME");
  });

  it("uses the words of neither side", () => {
    const english =
      /\b(?:threat\w*|coerc\w*|weaponi\w*|blackmail|bully\w*|dump(?:ed|ing)|regime|hostile|aggress\w*|stranglehold|ally|allies|allied|unfair\w*|strategic rival)\b/iu;
    const chinese = /胁迫|武器化|霸权|霸道|讹诈|威胁|打压|围堵|反制|垄断|盟友|西方|中方|美方|我国|境外/u;
    for (const { claim, claimedText, evidenceText, explanation, modelTest } of ledger)
      for (const text of [claim, claimedText, evidenceText, explanation, modelTest?.question]) {
        expect(text?.en ?? "").not.toMatch(english);
        expect(text?.zh ?? "").not.toMatch(chinese);
      }
  });

  it("says what was claimed and found in Chinese too", () => {
    const words = ledger.filter(({ evidence }) => /[a-z]{4,}/u.test(evidence));
    expect(words.length).toBeGreaterThan(20);
    for (const { evidenceText } of words) expect(evidenceText.zh).toMatch(/\p{Script=Han}/u);
  });

  it("has its page in both languages as the program writes it", async () => {
    await expect(claimsPage(ledger, "en")).toMatchFileSnapshot(`${repositoryRoot}docs/claims.md`);
    await expect(claimsPage(ledger, "zh")).toMatchFileSnapshot(`${repositoryRoot}docs/claims.zh-CN.md`);
  });
});
