import { beforeAll, describe, expect, it } from "vitest";
import type { Chain } from "@didym/core/chain";
import type { Cause, CauseStep } from "@didym/core/why";
import { causeLinks, causeText } from "@didym/messages";
import { laboratory } from "./laboratory.js";

let chain: Chain;
beforeAll(async () => {
  ({ chain } = await laboratory({}));
});

const step = (over: Partial<CauseStep>): CauseStep => ({
  reference: "",
  metric: "price",
  names: { good: "oxide.Dy", region: "USA" },
  unit: "USD/kg",
  before: 100.4,
  after: 100.6,
  ...over,
});
const causeOf = (over: Partial<Cause["reach"]>, steps: readonly CauseStep[] = []): Cause => ({
  lever: "duty",
  kind: "tariff",
  reach: { at: "border", goods: ["oxide.Dy"], from: ["CHN"], to: ["USA"], ...over },
  steps,
});
const linkOf = (over: Partial<CauseStep>, language: "en" | "zh" = "en") =>
  causeLinks(causeOf({}, [step(over)]), chain, language)[1];

describe("a chain of causes in words", () => {
  it("names elements as common words, places with their article, and both languages", () => {
    expect(linkOf({})).toBe(
      "the price of dysprosium oxide in the United States rises from 100.4 to 100.6 USD/kg (+0.2%)",
    );
    expect(linkOf({}, "zh")).toContain("美国的氧化镝价格由 100.4 升至 100.6 USD/kg");
    expect(linkOf({ names: { good: "concentrate.bayan-obo", region: "members" } })).toContain(
      "Bayan Obo concentrate in the members",
    );
  });

  it("shows as many digits as tell two figures apart", () => {
    expect(linkOf({ before: 100, after: 200 })).toContain("from 100 to 200");
    expect(linkOf({ before: 152_200, after: 151_600 })).toContain("from 152,200 to 151,600");
    expect(linkOf({ before: 0, after: 1520 })).not.toContain("%");
  });

  it("shows shares in percent with their points, and no unit for an index", () => {
    const share = linkOf({ metric: "self-sufficiency", unit: "1", before: 0.268, after: 0.431 });
    expect(share).toContain("from 26.8% to 43.1% (+16.3 percentage points)");
    const names = { stage: "oxide", region: "EU" };
    expect(linkOf({ metric: "hhi", names, unit: "1", before: 9000, after: 8000 })).toMatch(
      /oxides for the EU \(HHI\) falls from 9,000 to 8,000 \(−11\.1%\)/u,
    );
  });

  it("names whole stages and groups of regions by one word, and counts on three names", () => {
    const magnets = chain.goods.filter(({ stage }) => stage === "magnet").map(({ id }) => id);
    const seats = chain.seats.flatMap(({ regions }) => regions);
    const [act] = causeLinks(causeOf({ goods: magnets, to: seats }), chain, "en");
    expect(act).toMatch(/magnets from China dearer to the members/u);
    const oxides = ["oxide.NdPr", "oxide.Dy", "oxide.Tb", "oxide.Sm"];
    expect(causeLinks(causeOf({ goods: oxides }), chain, "en")[0]).toContain("and others");
    expect(causeLinks(causeOf({ goods: [], from: [] }), chain, "zh")[0]).toContain("其他方");
  });

  it("is one sentence that begins with the lever's address", () => {
    const text = causeText(causeOf({}, [step({})]), chain, "en");
    expect(text).toMatch(/^duty: a duty makes .*\(\+0\.2%\)\.$/u);
  });
});
