import { describe, expect, it } from "vitest";
import { en } from "../en.js";
import type { ActFacts, CauseFacts } from "./why-words.js";
import { whyWords } from "./index.js";

const act: ActFacts = { kind: "", form: "", goods: "GOODS", from: "SELLER", to: "BUYER" };
const facts: CauseFacts = {
  metric: "price",
  good: "GOOD",
  region: "PLACE",
  partner: "SELLER",
  stage: "STAGE",
  endUse: "USE",
  kind: "",
  lever: "",
  before: "10",
  after: "12",
  unit: "USD/kg",
  change: "+20.0%",
  moved: "2",
  rises: true,
};

describe.each(["en", "zh"] as const)("words of causes, %s", (language) => {
  const words = whyWords(language);

  it("say of every kind of lever what it does", () => {
    const texts = Object.keys(en.levers).map((kind) => words.act({ ...act, kind }));
    expect(new Set(texts).size).toBe(texts.length);
    for (const text of texts) expect(text.length).toBeGreaterThan(10);
    expect(words.act({ ...act, kind: "price-floor", form: "border-adjusted" })).not.toBe(
      words.act({ ...act, kind: "price-floor", form: "contract-for-difference" }),
    );
  });

  it("name who, to whom and what where a lever is at a border", () => {
    for (const kind of ["tariff", "export-licence", "export-ban", "bilateral-deal"])
      for (const name of ["GOODS", "SELLER", "BUYER"]) expect(words.act({ ...act, kind })).toContain(name);
  });

  it("say of every metric that it rose, and that it fell, in other words", () => {
    for (const metric of Object.keys(en.metrics)) {
      const [up, down] = [true, false].map((rises) => words.link({ ...facts, metric, rises }));
      expect(up, metric).not.toBe(down);
      expect(up).toContain("PLACE");
      expect(up).not.toMatch(/undefined/u);
    }
  });

  it("give sums of money by their difference, other figures by both ends", () => {
    expect(words.link({ ...facts, metric: "welfare" })).not.toContain("12");
    expect(words.link(facts)).toContain("10");
    expect(words.link(facts)).toContain("+20.0%");
    expect(words.link({ ...facts, change: "" })).not.toMatch(/[()（）]/u);
    expect(words.link({ ...facts, before: "12" })).not.toContain("+20.0%");
  });

  it("join names and links", () => {
    expect(words.list(["A"], false)).toBe("A");
    expect(words.list(["A", "B"], false)).toMatch(/^A.+B$/u);
    expect(words.list(["A", "B"], true).length).toBeGreaterThan(words.list(["A", "B"], false).length - 4);
    expect(words.chain("lever", "act", ["one", "two"])).toMatch(/lever.*act.*one.*two/u);
  });
});
