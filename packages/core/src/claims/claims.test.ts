import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { readClaims } from "./claim.js";
import {
  evaluateClaimTest,
  evaluateSide,
  figuresOf,
  figuresOfSide,
  parseClaimTest,
  parseSide,
} from "./claim-test.js";

const at =
  (values: Record<string, number | undefined>) => (figure: { reference: string; scenario: string }) =>
    values[`${figure.reference}@${figure.scenario}`];

describe("a claim's test", () => {
  it("reads references, their scenario, numbers, ratios and differences", () => {
    expect(parseClaimTest("a[x,1] / b[y,2]@other >= 0.85")).toEqual({
      expression: "a[x,1] / b[y,2]@other >= 0.85",
      left: {
        figure: { reference: "a[x,1]", scenario: "status-quo" },
        sign: "/",
        second: { reference: "b[y,2]", scenario: "other" },
      },
      sign: ">=",
      right: { number: 0.85 },
    });
    const test = parseClaimTest("a[x] - b[x] < c[x]@z", "own");
    expect(figuresOf(test)).toEqual([
      { reference: "a[x]", scenario: "own" },
      { reference: "b[x]", scenario: "own" },
      { reference: "c[x]", scenario: "z" },
    ]);
  });

  it.each([
    "",
    "a[x]",
    "a[x] < ",
    "a < 1",
    "a[x] < 1 < 2",
    "a[x] / b[x] / c[x] < 1",
    "a[x]@B < 1",
    "a[x] = 1",
  ])("refuses %j", (text) => {
    expect(() => parseClaimTest(text)).toThrow("INVALID_SYNTAX");
  });

  it("gives both sides and whether the claim holds", () => {
    const values = at({ "a[x]@status-quo": 3, "b[x]@s": 4 });
    expect(evaluateClaimTest(parseClaimTest("a[x] / b[x]@s >= 0.75"), values)).toEqual({
      scenario: "status-quo s",
      expression: "a[x] / b[x]@s >= 0.75",
      value: 0.75,
      compared: 0.75,
      holds: true,
    });
    expect(evaluateClaimTest(parseClaimTest("a[x] - b[x]@s > 0"), values)).toMatchObject({
      value: -1,
      holds: false,
    });
  });

  it("gives nothing where a figure has no meaning", () => {
    for (const text of ["a[x] < 1", "b[x] / a[x] < 1", "b[x] / c[x] < 1"])
      expect(
        evaluateClaimTest(parseClaimTest(text), at({ "b[x]@status-quo": 1, "c[x]@status-quo": 0 })),
      ).toMatchObject({ value: null, holds: null });
  });

  it("holds in one direction or the other for any two figures", () => {
    const number = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(number, number, (a, b) => {
        const holds = (sign: string) =>
          evaluateClaimTest(
            parseClaimTest(`a[x] ${sign} b[x]`),
            at({ "a[x]@status-quo": a, "b[x]@status-quo": b }),
          ).holds;
        expect(holds("<")).toBe(a < b);
        expect(holds(">=")).toBe(!(a < b));
        expect(holds(">")).toBe(!(holds("<=") === true));
      }),
      { seed: 7 },
    );
  });
});

describe("the ledger", () => {
  it("reads rows of its table", () => {
    const row = {
      id: "A",
      theme: "policy",
      claim_en: "c",
      claim_zh: "论",
      claimed: null,
      claimed_zh: null,
      best: "b",
      best_zh: "据",
      source_id: ["S", "T"],
      verdict: "partly",
      explanation_en: "e",
      explanation_zh: "说",
      test_en: null,
      test_zh: null,
      model_test: null,
    };
    const tested = { model_test: "a[x] < 1", test_en: "q?", test_zh: "问？" };
    expect(readClaims({ rows: [row, { ...row, claimed: "5%", best_zh: null, ...tested }] })).toEqual([
      {
        id: "A",
        theme: "policy",
        claim: { en: "c", zh: "论" },
        claimed: null,
        evidence: "b",
        claimedText: null,
        evidenceText: { en: "b", zh: "据" },
        explanation: { en: "e", zh: "说" },
        sources: ["S", "T"],
        verdict: "partly",
        test: undefined,
        question: undefined,
      },
      expect.objectContaining({
        claimed: "5%",
        claimedText: { en: "5%", zh: "5%" },
        evidenceText: { en: "b", zh: "b" },
        test: "a[x] < 1",
        question: { en: "q?", zh: "问？" },
      }),
    ]);
  });
});

describe("one side of a test", () => {
  it("stands alone: a number, a figure, or two joined", () => {
    expect(parseSide("5")).toEqual({ number: 5 });
    const quotient = parseSide("a[x] / b[x]@s", "own");
    expect(figuresOfSide(quotient)).toEqual([
      { reference: "a[x]", scenario: "own" },
      { reference: "b[x]", scenario: "s" },
    ]);
    expect(evaluateSide(quotient, at({ "a[x]@own": 6, "b[x]@s": 4 }))).toBe(1.5);
    expect(evaluateSide(quotient, at({ "a[x]@own": 6, "b[x]@s": 0 }))).toBeUndefined();
    expect(evaluateSide(parseSide("5"), at({}))).toBe(5);
  });
});
