import { barChart, light } from "@didym/charts";
import { pageWords } from "@didym/messages";
import { describe, expect, it } from "vitest";
import { nameBook } from "../../format/names.js";
import { numbersOf } from "../../format/numbers.js";
import { defaults } from "../../state/page-state.js";
import { describe as describeModel } from "../../worker/describe.js";
import type { Job } from "../../worker/protocol.js";
import { realLaboratory } from "../../worker/real-laboratory.fixture.js";
import { leverName, whyData } from "./charts/why.js";
import type { LabView } from "./view.js";
import { answerLab } from "./worker/answer-lab.js";
import { answerWhy } from "./worker/answer-why.js";

const laboratory = realLaboratory();
const document = laboratory.library["washington-2026"]!;
const metric = "price[oxide.NdPr,JPN,2030]";

function observed(cancelAfter = Infinity): { job: Job; told: [number, number][] } {
  const told: [number, number][] = [];
  const job: Job = {
    get cancelled() {
      return told.length >= cancelAfter;
    },
    progress: (done, total) => told.push([done, total]),
    breathe: () => Promise.resolve(),
  };
  return { job, told };
}

const { job, told } = observed();
const why = (await answerWhy(laboratory, { document, metric }, job))!;

describe("why, in the worker", () => {
  it("splits the difference from the policies in force, and tells of every run", () => {
    expect(why.contributions.map(({ lever }) => lever)).toEqual([
      "price-floor",
      "tariff",
      "cooperation",
      "export-licence",
    ]);
    const sum = why.contributions.reduce((total, { value }) => total + value, 0);
    expect(sum).toBeCloseTo(why.total, 9);
    expect(why.with - why.without).toBeCloseTo(why.total, 12);
    expect(told).toHaveLength(16);
    expect(told.at(-1)).toEqual([15, 16]);
  });

  it("is the figure that the Lab shows, with and without", () => {
    const reference = "price[oxide.NdPr,JPN]";
    const look = { region: "JPN", year: 2030, elements: [], mapGood: "oxide.NdPr" };
    const lab = answerLab(laboratory, { document, references: [reference], ...look });
    const at = lab.years.indexOf(2030);
    expect(why.with).toBeCloseTo(lab.rows[reference]!.values[at]!, 6);
    expect(why.without).toBeCloseTo(lab.rows[reference]!.against![at]!, 6);
    expect(lab.beyond).toBe(why.contributions.length);
  });

  it("says in both languages how each lever gets there, and is plain data", () => {
    expect(structuredClone(why)).toEqual(why);
    expect(why.chains.length).toBeGreaterThan(1);
    for (const { links } of why.chains)
      for (const { en, zh } of links) {
        expect(en).toMatch(/\w/u);
        expect(zh).toMatch(/\p{Script=Han}/u);
        expect(en + zh).not.toMatch(/NaN|undefined/u);
      }
  });

  it("ends where nobody waits any more, and refuses a figure without meaning", async () => {
    const stopped = observed(2);
    expect(await answerWhy(laboratory, { document, metric }, stopped.job)).toBeUndefined();
    expect(stopped.told).toHaveLength(2);
    await expect(
      answerWhy(laboratory, { document, metric: "nonsense[2030]" }, observed().job),
    ).rejects.toMatchObject({ issues: [{ code: "UNKNOWN_METRIC" }] });
  });
});

describe("why, drawn", () => {
  const words = pageWords("en");
  const book = nameBook(describeModel(laboratory), "en", words);
  const view: LabView = {
    answer: answerLab(laboratory, {
      document,
      references: [],
      region: "JPN",
      year: 2030,
      elements: [],
      mapGood: "oxide.NdPr",
    }),
    look: defaults.look,
    year: 2030,
    language: "en",
    words,
    texts: undefined,
    book,
    numbers: numbersOf("en"),
    parties: [],
    against: book.scenario("status-quo"),
  };

  it("shows every lever by size and all together, and says the largest", () => {
    const data = whyData(view, why, "Price");
    const sizes = data.bars.slice(0, -1).map(({ value }) => Math.abs(value));
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    expect(data.bars.at(-1)).toMatchObject({ id: "together", value: why.total });
    expect(data.summary).toContain(data.bars[0]!.label);
    expect(barChart(data, { width: 600, height: 220 }, light)).not.toMatch(/NaN|undefined/u);
  });

  it("names a lever by its kind, with its id only where that adds something", () => {
    expect(leverName(view, "price-floor")).toBe("Price floor");
    const inForce = view.answer.levers.find(({ kind, id }) => kind === "tariff" && id !== "tariff")!;
    expect(leverName(view, inForce.id)).toBe(`Tariff (${inForce.id})`);
  });
});
