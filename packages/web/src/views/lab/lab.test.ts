import { lineChart, stackedBars, stageSankey, light, stackTotal } from "@didym/charts";
import { catalogue, pageWords, type Language } from "@didym/messages";
import { describe, expect, it } from "vitest";
import { nameBook } from "../../format/names.js";
import { numbersOf } from "../../format/numbers.js";
import { openScenario, setValue } from "../../state/edits.js";
import { defaults } from "../../state/page-state.js";
import { toDocument } from "../../state/to-document.js";
import { describe as describeModel } from "../../worker/describe.js";
import { realLaboratory } from "../../worker/real-laboratory.fixture.js";
import { accountsData } from "./charts/accounts.js";
import { exposureData, priceData, supplyData } from "./charts/lines.js";
import { mapData } from "./charts/map.js";
import { stagesData } from "./charts/stages.js";
import { changeText, stepText } from "./change-words.js";
import { compareData } from "./compare.js";
import { causeOf } from "./cures.js";
import { headline, leadText } from "./headline.js";
import { nodeOrigin, headlineParts } from "./mark-origin.js";
import { computedOrigin, withYear } from "./origin.js";
import { outsideHistory, plausibilityText } from "./plausibility.js";
import { answersOfChina, presetGroups } from "./presets.js";
import { labReferences, ref } from "./references.js";
import { at, changeWords, pointWords, type LabView } from "./view.js";
import { answerLab } from "./worker/answer-lab.js";

const laboratory = realLaboratory();
const description = describeModel(laboratory);
const parties = ["JPN", "USA", "AUS", "CHN"];
const question = {
  document: laboratory.library["washington-2026"] ?? {},
  references: labReferences(defaults.look, parties),
  region: "JPN",
  year: 2030,
  elements: ["Nd", "Pr"],
  mapGood: "oxide.NdPr",
};
const answer = answerLab(laboratory, question);

function viewIn(language: Language): LabView {
  const words = pageWords(language);
  const book = nameBook(description, language, words);
  return {
    answer,
    look: defaults.look,
    year: 2030,
    language,
    words,
    texts: catalogue(language),
    book,
    numbers: numbersOf(language),
    parties,
    against: book.scenario(answer.against),
  };
}
const view = viewIn("en");
const versions = { model: "0", data: "1" };

describe("the answer of the Lab", () => {
  it("holds every figure that is asked for, for both runs, and is plain data", () => {
    expect(Object.keys(answer.rows)).toEqual(question.references);
    expect(structuredClone(answer)).toEqual(answer);
    expect(answer.against).toBe("status-quo");
    expect(answer.rows[ref.price("oxide.NdPr", "JPN")]?.values).toHaveLength(answer.years.length);
  });

  it("of the status quo differs in nothing from itself", () => {
    const same = answerLab(laboratory, { ...question, document: laboratory.library["status-quo"] ?? {} });
    for (const [reference, { values, against }] of Object.entries(same.rows))
      expect(against, reference).toEqual(values);
    const said = headline({ ...view, answer: same });
    expect(
      said.every(
        ({ change, direction }) => change === "as under Policies in force in mid-2026" && direction === 0,
      ),
    ).toBe(true);
    expect(accountsData({ ...view, answer: same }).rows).toEqual([]);
  });
});

describe("what leaves the seen", () => {
  const quote = (price: number) => ({ price, period: "2011-09", source: "S" });
  const prices = answer.years.map((year) => at(view, ref.price("oxide.NdPr", "JPN"), year).value!);
  const say = (code: string, issues: ReturnType<typeof outsideHistory>) =>
    plausibilityText(
      issues.find((issue) => issue.code === code)!,
      view,
      (figure) => figure.toFixed(0),
    );

  it("is told where a price lies beyond every quote, at its furthest year, and not else", () => {
    const inside = { "oxide.NdPr": { low: quote(1), high: quote(1e6) } };
    expect(outsideHistory(view, inside)).toEqual([]);
    const [low, high] = [Math.min(...prices), Math.max(...prices)];
    const found = outsideHistory(view, { "oxide.NdPr": { low: quote(low + 1), high: quote(high - 1) } });
    expect(found.map(({ code }) => code)).toEqual(["PRICE_ABOVE_HISTORY", "PRICE_BELOW_HISTORY"]);
    const peak = answer.years[prices.indexOf(high)]!;
    expect(found[0]!.details?.["year"]).toBe(peak);
    expect(say("PRICE_ABOVE_HISTORY", found)).toMatch(
      new RegExp(`in Japan in ${String(peak)} lies above`, "u"),
    );
    expect(say("PRICE_BELOW_HISTORY", found)).toMatch(/2011-09/u);
  });

  it("is told of an assumption beyond its evidence, whose cure is to take it back", () => {
    const address = "parameters.demand.ev.elasticity-short";
    const edits = setValue(openScenario("status-quo"), address, "0.9");
    const { warnings } = laboratory.read(toDocument(edits, laboratory.library));
    const issue = warnings.find(({ code }) => code === "BEYOND_RANGE");
    expect(issue).toMatchObject({ found: 0.9 });
    expect(causeOf(issue!, edits)).toMatchObject({ type: "set", address });
    expect(plausibilityText(issue!, view, String)).toBeUndefined();
  });
});

describe("the headline", () => {
  it.each(["en", "zh"] as const)("says values, directions and words that agree (%s)", (language) => {
    const said = headline(viewIn(language));
    expect(said).toHaveLength(6);
    for (const item of said) {
      const { value = 0, against = 0 } = at(view, item.reference);
      if (item.direction !== 0) expect(Math.sign(value - against), item.id).toBe(item.direction);
      expect(item.value).not.toMatch(/NaN|undefined/u);
    }
  });

  it.each([
    ["en", /^Japan, 2030: NdPr oxide costs [\d.]+ USD\/kg, (?:up|down) [\d.]+% against Policies in force/u],
    ["zh", /^2030年日本：氧化镨钕价格为[\d.]+美元\/千克，比2026年年中已生效的政策(?:高|低)/u],
  ] as const)("says the answer in sentences first (%s)", (language, form) => {
    const own = viewIn(language);
    const items = headline(own);
    const said = leadText(own, items);
    expect(said.first).toMatch(form);
    const lead = `${said.first} ${said.rest}`;
    for (const id of ["dependence", "shortage", "cost"])
      expect(lead).toContain(items.find((item) => item.id === id)?.brief);
    expect(lead).not.toMatch(/NaN|undefined/u);
    const unused = { ...own, look: { ...own.look, good: "oxide.none" } };
    expect(leadText(unused, headline(unused)).first).toMatch(/not used here|不使用/u);
  });

  it("has words for more, less and equal", () => {
    expect(changeWords({ value: 110, against: 100 }, view)).toMatch(/^up 10%/u);
    expect(changeWords({ value: 90, against: 100 }, view)).toMatch(/^down 10%/u);
    expect(changeWords({ value: 100.001, against: 100 }, view)).toMatch(/^as under/u);
    expect(changeWords({ value: undefined, against: 1 }, view)).toBe("not used here");
    expect(pointWords({ value: 0.5, against: 0.45 }, view)).toMatch(/^5 percentage points more/u);
  });
});

describe("pictures", () => {
  it.each(["en", "zh"] as const)(
    "are drawn from the answer, with summaries and no holes (%s)",
    (language) => {
      const shown = viewIn(language);
      const size = { width: 600, height: 320 };
      const pictures = [
        ...[priceData(shown), supplyData(shown), exposureData(shown)].map(
          (data) => [data.summary, lineChart(data, size, light)] as const,
        ),
        [accountsData(shown).summary, stackedBars(accountsData(shown), size, light)] as const,
        [stagesData(shown).summary, stageSankey(stagesData(shown), size, light)] as const,
      ];
      for (const [summary, picture] of pictures) {
        expect(summary.length).toBeGreaterThan(15);
        expect(picture).not.toMatch(/NaN|undefined/u);
        expect(picture).toContain("data-value");
      }
    },
  );

  it("account for all of welfare: items and what is left add up", () => {
    for (const row of accountsData(view).rows) {
      const { value = 0, against = 0 } = at(view, ref.money("welfare", row.id));
      expect(stackTotal(row)).toBeCloseTo(value - against, 3);
    }
  });

  it("give every mark an origin", () => {
    const stages = stagesData(view);
    for (const node of stages.nodes)
      expect(nodeOrigin(view, node.id, stages, versions)?.value).toMatch(/\d/u);
    for (const link of stages.links)
      expect(nodeOrigin(view, `${link.source}>${link.target}`, stages, versions)?.title).toMatch(/→/u);
    const map = mapData(view, description.regions, new Set(["JPN"]), undefined);
    const flow = map.flows[0];
    expect(nodeOrigin(view, `${flow?.from ?? ""}>${flow?.to ?? ""}`, map, versions)?.reference).toMatch(
      /^imports-from\[.*2030\]$/u,
    );
    const accounts = accountsData(view);
    for (const row of accounts.rows)
      expect(headlineParts(view, `${row.id}:total`, accounts, versions)?.reference).toMatch(/^welfare/u);
    expect(nodeOrigin(view, "nobody", map, versions)).toBeUndefined();
  });
});

describe("the origin of a computed figure", () => {
  it("tells unit, year, equation, run, versions and the levers acting", () => {
    const origin = computedOrigin(view, ref.price("oxide.NdPr", "JPN"), 2030, versions);
    expect(origin).toMatchObject({
      unit: "USD/kg",
      year: 2030,
      kind: "computed",
      reference: "price[oxide.NdPr,JPN,2030]",
    });
    expect(origin?.equation).toMatch(/Σ/u);
    expect(origin?.drivers?.join()).toMatch(/price-floor/u);
    expect(origin?.run).toContain(answer.hash.slice(0, 12));
    expect(computedOrigin(view, "price[none,JPN]", 2030, versions)).toBeUndefined();
    expect(withYear("unmet[region=JPN]", 2031)).toBe("unmet[region=JPN,2031]");
  });
});

describe("comparing", () => {
  it("puts all kept scenarios on one scale, and differences around nothing", () => {
    const kept = [0, 1].map((k) => ({ hash: String(k), label: String(k), document: {}, answer }));
    const [first, second] = compareData(view, kept, "price", false);
    expect(first?.domain).toEqual(second?.domain);
    expect(first?.series[0]?.against).toBeDefined();
    const difference = compareData(view, kept, "price", true)[0];
    const row = answer.rows[ref.price("oxide.NdPr", "JPN")];
    expect(difference?.series[0]?.values[6]).toBe((row?.values[6] ?? 0) - (row?.against?.[6] ?? 0));
  });
});

describe("changes in words", () => {
  it("name lever, field and value; steps name what is undone", () => {
    const set = { type: "set", address: "price-floor.at", value: "130" } as const;
    expect(changeText(set, answer.levers, view.words, view.book)).toBe("Price floor, Floor: 130");
    expect(
      changeText(
        { ...set, address: "tariff.goods", value: "magnet.*" },
        answer.levers,
        view.words,
        view.book,
      ),
    ).toBe("Tariff, Goods: Magnet");
    expect(changeText({ type: "without", id: "tariff" }, answer.levers, view.words, view.book)).toBe(
      "without Tariff",
    );
    expect(changeText({ type: "response", name: "none" }, answer.levers, view.words, view.book)).toBe(
      "China's answer: none",
    );
    expect(stepText("lever price-floor.at", answer.levers, view.words, view.book)).toBe("Price floor, Floor");
    expect(stepText("preset status-quo", [], view.words, view.book)).toMatch(/^open Policies in force/u);
    expect(stepText("view lab", [], view.words, view.book)).toBe("go to Lab");
  });

  it("find the change an issue comes from", () => {
    const edits = {
      base: "x",
      set: { "tariff.rate": "lots" },
      without: ["gone"],
      added: [{ id: "added-tariff", kind: "tariff", fields: {} }],
      response: undefined,
    };
    expect(causeOf({ code: "WRONG_TYPE", path: "levers[1].tariff.rate" }, edits)).toMatchObject({
      address: "tariff.rate",
    });
    expect(causeOf({ code: "UNKNOWN_ADDRESS", path: 'set["tariff.rate"]' }, edits)).toMatchObject({
      type: "set",
    });
    expect(causeOf({ code: "UNKNOWN_ADDRESS", path: "without[0]", found: "gone" }, edits)).toMatchObject({
      type: "without",
    });
    expect(causeOf({ code: "AMBIGUOUS", details: { year: 2030 } }, edits)).toBeUndefined();
  });
});

describe("presets", () => {
  it("begin with what is in force, then the proposals; parts of what is in force are none", () => {
    const [first, second, others] = presetGroups(description);
    expect(first?.names).toEqual(["status-quo"]);
    expect(second?.names).toEqual(expect.arrayContaining(["washington-2026", "washington-tariffs"]));
    expect(others?.names).not.toContain("us-duties");
    expect(answersOfChina(description)).toContain("china-squeeze");
  });
});
