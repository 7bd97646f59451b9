import { describe, expect, it } from "vitest";
import type { SummitAnswer } from "@didym/core/summit";
import type { Text } from "@didym/messages";
import { choiceTable, restTable, splitTable } from "./choice-tables.js";
import type { Shown } from "./columns.js";
import { summaryTable } from "./summary.js";
import { clubWords, itemWords, ruleWords, stanceWords } from "./words.js";

const reason = (item: string, amount: number) => ({ item, amount });
const choice = {
  stance: "hedge" as const,
  instead: "commit" as const,
  gain: 120,
  indifferent: false,
  for: [reason("payments.price-floor", 300)],
  against: [reason("security", -180)],
};
const seats = <T>(value: T): Record<"USA" | "JPN", T> => ({ USA: value, JPN: value });

/** An answer as a scan gives it; only what the sentences read. */
const answer: Shown = {
  scenario: "package",
  unit: "MUSD",
  players: ["USA", "JPN"],
  profiles: 4,
  distinct: 4,
  response: {
    rule: "licence-squeeze",
    by: "CHN",
    from: 2027,
    to: 2028,
    played: {},
    menu: [
      { response: "none", cost: 12, credible: false },
      { response: "price-war", cost: 0, credible: true },
    ],
  },
  threshold: seats(1),
  assumptions: {},
  payoffs: {},
  lines: {},
  items: {},
  stable: [""],
  largestStable: [""],
  potentiallyStable: [],
  transfers: { coalition: "USA,JPN", transfers: seats(0), moved: 240, outsideMoney: 200 },
  shapley: seats(-20),
  path: [
    {
      mover: "JPN",
      from: "commit",
      to: "hedge",
      gain: 120,
      item: "payments.price-floor",
      amount: 300,
      reasons: choice.for,
    },
  ],
  start: [],
  endPoints: [{ coalition: "deal:USA", orders: 12, cycles: 0 }],
  pivotal: [],
  likelihood: [{ coalition: "", odds: 0.93 }],
  likelihoodDraws: 10_000,
  breakEven: seats({ hedge: null, deal: 0.2 }),
  commitBetter: seats({ hedge: "never" as const, deal: "above" as const }),
  choices: { ifAllJoin: seats(choice), ifNobodyJoins: seats(choice) },
  dealCeiling: { assumed: 50, ifAllJoin: seats(30), ifNobodyJoins: { USA: 64, JPN: -3 } },
  split: seats({ total: 100, open: 70, clubs: { "duty-free": 20, "pooled-finance": 10 } }),
  rests: ["deal:USA"],
  farsighted: ["deal:USA", "USA,JPN"],
};

const en = { words: (text: Text) => text.en };
const zh = { words: (text: Text) => text.zh };
const said = (asked: Shown, words: typeof en) =>
  new Map(summaryTable(asked, words).rows.map(([question, told]) => [String(question), String(told)]));
const plain = /MUSD|CHN|USA|JPN|deal:/gu;

describe("the summary in words", () => {
  it("answers every question in both languages, without names from inside the program", () => {
    for (const words of [en, zh])
      for (const [question, told] of said(answer, words)) {
        expect(question.length).toBeGreaterThan(3);
        expect(told.length).toBeGreaterThan(1);
        expect(told).not.toMatch(/undefined|NaN|consumer-surplus|licence-squeeze/u);
      }
    for (const told of said(answer, zh).values())
      expect(told.replaceAll(plain, "").replaceAll("price-floor", "")).not.toMatch(/[a-z]{3}/u);
  });

  it("says who moves first, where to, for how much and why", () => {
    const told = said(answer, en).get("Does the table hold if all join?")!;
    expect(told).toBe(
      "No. JPN moves first, to stay out: it gains 120 MUSD, most of all through payments for price-floor.",
    );
    const held = said({ ...answer, stable: ["USA,JPN"] }, en).get("Does the table hold if all join?");
    expect(held).toBe("Yes: nobody gains by leaving alone.");
  });

  it("says what rests on a figure that nobody knows", () => {
    const told = said(answer, en).get("What may a deal cost?")!;
    expect(told).toContain("assumed are 50 MUSD a year");
    expect(told).toContain("USA 64");
    expect(told).not.toContain("JPN");
    const never = { ...answer, dealCeiling: { ...answer.dealCeiling, ifNobodyJoins: seats(-1) } };
    expect(said(never, en).get("What may a deal cost?")).toContain("pays for nobody");
  });

  it("tells what only members have from what is open to all", () => {
    const told = said(answer, en).get("What is only for members?")!;
    expect(told).toContain("200 MUSD together");
    expect(told).toContain("duty-free access to members 40");
    expect(told).toContain("pooled money 20");
    expect(told).toContain("The rest, 140");
    const none = { ...answer, split: seats({ total: 100, open: 100, clubs: {} }) };
    expect(said(none, en).get("What is only for members?")).toContain("nothing in the package");
  });

  it.each(["none", "licence-squeeze", "first-mover-squeeze", "price-war"])("names the answer %s", (rule) => {
    const other = { ...answer, response: { ...answer.response, rule } };
    for (const [words, key] of [
      [en, "en"],
      [zh, "zh"],
    ] as const)
      expect([...said(other, words).values()].join()).toContain(ruleWords(rule)[key]);
  });
});

describe("an answer from outside that does not matter", () => {
  it("is said to be one", () => {
    const menu = answer.response.menu.map((entry) => ({ ...entry, cost: 0, credible: true }));
    const told = said({ ...answer, response: { ...answer.response, menu } }, en);
    expect(told.get("And the answer from outside?")).toContain("as well off as any other");
  });
});

describe("tables in words", () => {
  it("say what each would rather do, and what a deal may cost it", () => {
    const [usa] = choiceTable(answer, en).rows;
    expect(usa).toEqual([
      "USA",
      "stay out",
      120,
      "payments for price-floor (300)",
      "smaller losses if supply stops (-180)",
      30,
      64,
    ]);
    const tied = { ...answer.choices, ifAllJoin: seats({ ...choice, indifferent: true }) };
    expect(choiceTable({ ...answer, choices: tied }, en).rows[0]?.[1]).toBe("does not mind");
  });

  it("split gains into columns that add up", () => {
    for (const [, total, open, ...clubs] of splitTable(answer, en).rows)
      expect(clubs.reduce((sum: number, part) => sum + Number(part), Number(open))).toBe(total);
  });

  it("list where it can rest, and leave the table out where that is not known", () => {
    const [table] = restTable(answer, en);
    expect(table?.rows).toEqual([
      ["deal:USA", "yes", "yes"],
      ["USA,JPN", "", "yes"],
    ]);
    const { rests: _rests, farsighted: _farsighted, ...large } = answer;
    expect(restTable(large, en)).toEqual([]);
  });

  it("have words for every stance, club good and item, in both languages", () => {
    const texts = [
      ...Object.values(stanceWords),
      ...Object.values(clubWords),
      ...["consumer-surplus", "duty", "concession", "security", "place-of-profit", "end-stock"].map(
        itemWords,
      ),
    ];
    for (const { en: english, zh: chinese } of texts) {
      expect(english).toMatch(/[a-z]{3}/u);
      expect(chinese).toMatch(/\p{Script=Han}/u);
    }
  });
});

/** The answer's shape is the library's own: a field that goes missing fails to compile. */
export type Complete = SummitAnswer extends Shown ? true : never;
