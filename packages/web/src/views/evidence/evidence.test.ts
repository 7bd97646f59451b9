import { barChart, light } from "@didym/charts";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { PackedEvidence } from "@didym/core/evidence";
import { pageWords, type Language } from "@didym/messages";
import { evidenceWords } from "@didym/messages/evidence";
import { describe, expect, it } from "vitest";
import { pageEvidence, pageLedger } from "../../../build/page-evidence.js";
import { nameBook } from "../../format/names.js";
import { numbersOf } from "../../format/numbers.js";
import { describe as describeModel } from "../../worker/describe.js";
import { realLaboratory } from "../../worker/real-laboratory.fixture.js";
import { errorsPicture } from "./charts/errors.js";
import { shortLabels } from "./charts/short-labels.js";
import { readConflicts, rowsById } from "./data/conflict.js";
import { figureReader } from "./data/figure-reader.js";
import { findRows, holds } from "./data/find-rows.js";
import type { Ledger } from "./data/ledger.js";
import { longId, shortId } from "./data/row-id.js";
import { readSources, sourceBibtex, sourceGbt } from "./data/source.js";
import { readStudies } from "./data/study.js";
import { isFigures, unpackTables } from "./data/tables.js";
import { readChoice, writeChoice } from "./evidence-choice.js";
import { evidenceHeadline } from "./headline.js";
import { balancedRow, movedBy } from "./data/balanced-row.js";
import { balanceFound, balancePicture, balanceRows } from "./parts/balance-rows.js";
import { everyRow, summaryRows } from "./parts/backtest-rows.js";
import { claimRows, claimsFound, testText } from "./parts/claim-rows.js";
import { mixedRows, tableHeaders, tableRows } from "./parts/figure-rows.js";
import { sourceHeaders, sourceRows } from "./parts/source-rows.js";
import { figureOrigin, type EvidenceView } from "./view.js";

const laboratory = realLaboratory();
const tables = new Map([...unpackTables(pageEvidence("evidence")), ...unpackTables(pageEvidence("trade"))]);
const ledger = JSON.parse(pageLedger()) as Ledger;
const compiled = new URL("../../../../data/dist/compiled/translations.json", import.meta.url);
const translations = JSON.parse(readFileSync(compiled, "utf8")) as Readonly<Record<string, string>>;
const description = describeModel(laboratory);
const { figures, year } = laboratory.base;

function viewIn(language: Language): EvidenceView {
  const [page, words, numbers] = [pageWords(language), evidenceWords(language), numbersOf(language)];
  const book = nameBook(description, language, page);
  const translated: EvidenceView["translated"] = (text) => {
    const chinese = language === "zh" ? translations[text] : undefined;
    return chinese === undefined ? { text, lang: "en" } : { text: chinese, lang: "zh-CN" };
  };
  const reader = figureReader({ language, words, book, numbers, tables, translated });
  const sources = readSources(tables.get("sources")!);
  return {
    language,
    words,
    page,
    book,
    numbers,
    tables,
    sources,
    conflicts: readConflicts(tables),
    rows: rowsById(tables),
    balanced: new Map(figures.map((figure) => [figure.id, figure])),
    reader,
    translated,
  };
}
const en = viewIn("en");
const zh = viewIn("zh");
const all = findRows(tables, readChoice({}), en.reader);

describe("a figure's words", () => {
  const wordsOf = (table: string): string[] => tables.get(table)!.rows.map((row) => en.reader.what(row));

  it("tell outlooks of one year apart, and domestic from export prices", () => {
    expect(wordsOf("demand").some((text) => text.endsWith("STEPS"))).toBe(true);
    expect(wordsOf("demand").some((text) => text.endsWith("NZE"))).toBe(true);
    expect(wordsOf("demand").some((text) => text.includes("history"))).toBe(false);
    expect(new Set(wordsOf("prices").map((text) => text.split(", ").at(-1))).size).toBeGreaterThan(2);
  });
});

describe("figures as the page fetches them", () => {
  it("are the compiled ones, row by row, with their ids", () => {
    for (const name of ["evidence", "trade"]) {
      const path = fileURLToPath(new URL(`../../../../data/dist/compiled/${name}.json`, import.meta.url));
      const compiled = JSON.parse(readFileSync(path, "utf8")) as PackedEvidence;
      for (const [table, { fields, columns }] of Object.entries(compiled.tables)) {
        const own = tables.get(table);
        if (own === undefined) continue;
        for (const [k, { name: field }] of fields.entries()) {
          const at = own.fields.findIndex((one) => one.name === field);
          if (at >= 0)
            expect(
              own.rows.map(({ cells }) => cells[at]),
              `${table}.${field}`,
            ).toEqual(columns[k]);
        }
      }
    }
  });

  it("write ids by the row's own cells, and read back what was written", () => {
    const cells = ["oxide.La", 2007, "FOB-CHN", ["A", "B"], null, "x"];
    for (const id of ["price.oxide.La.2007.FOB-CHN.A;B", "price.oxide_La.2007.x", "", "oxide.La"])
      expect(longId(shortId(id, cells), cells)).toBe(id);
    expect(shortId("price.oxide.La.2007.FOB_CHN", cells)).toBe("price.$0.$1.~2");
  });

  it("have a grade and a known source each, or are an assumption", () => {
    expect(all.length).toBeGreaterThan(5000);
    for (const { id, grade, sources, table } of all) {
      expect(grade, id).toMatch(/^[ABCD]$/u);
      for (const source of sources) expect(en.sources.has(source), `${id} ${source}`).toBe(true);
      if (sources.length === 0) expect(table.name, id).toMatch(/^(?:assumptions|chain-)/u);
    }
  });
});

describe("reading rows", () => {
  it("names every column and table in both languages, and shows one language at a time", () => {
    for (const view of [en, zh])
      for (const table of [...tables.values()].filter(isFigures)) {
        const names = view.reader.columns(table).map((k) => table.fields[k]!.name);
        for (const name of names) expect(name).not.toMatch(view.language === "en" ? /_zh$/u : /_en$/u);
        const headers = tableHeaders(view, table);
        expect(new Set(headers).size, `${table.name}: ${headers.join()}`).toBe(headers.length);
        if (view === zh) for (const header of headers) expect(header, table.name).toMatch(/\p{Script=Han}/u);
        expect(view.words.tables[table.name], table.name).toBeDefined();
      }
  });

  it("gives every number its origin: unit, grade and source or assumption", () => {
    for (const row of all.filter((_, k) => k % 7 === 0))
      for (const cell of tableRows(en, row.table, [row])[0]!.cells.filter(({ number }) => number === true)) {
        expect(cell.origin!.value, row.id).toBe(cell.text);
        expect(cell.origin!.grade, row.id).toMatch(/^[ABCD]: /u);
        expect(
          (cell.origin!.sources ?? []).length > 0 ||
            cell.origin!.assumption !== undefined ||
            row.grade !== "D",
          row.id,
        ).toBe(true);
        expect(cell.text).not.toMatch(/NaN|undefined|null/u);
      }
  });

  it("finds by every word, table and grade", () => {
    const find = (change: Partial<ReturnType<typeof readChoice>>) =>
      findRows(tables, { ...readChoice({}), ...change }, zh.reader);
    expect(find({ table: "reserves", search: "澳大利亚" }).length).toBeGreaterThan(0);
    expect(find({ table: "reserves", search: "australia" })).toEqual([]);
    expect(find({ grade: "D" }).every(({ grade }) => grade === "D")).toBe(true);
    expect(find({ table: "nothing" })).toEqual([]);
    expect(holds("price of dysprosium", "DYSPROSIUM  price")).toBe(true);
  });

  it("tells rivals and which of them is used", () => {
    for (const { rows, used } of en.conflicts) {
      const claims = ledger.claims.map(({ id }) => id);
      expect(rows.filter((id) => !en.rows.has(id) && !claims.includes(id))).toEqual([]);
      expect(used.filter((id) => !rows.includes(id))).toEqual([]);
    }
    const row = en.rows.get("mine.AUS.2024.REO.USGS_MCS2025")!;
    expect(figureOrigin(en, row, en.reader.main(row)!).text).toMatch(
      /Other sources say: 29,000 t REO, US Geological Survey \(used by the model\)/u,
    );
  });

  it("lists rows of all tables by what they have in common", () => {
    const rows = mixedRows(en, all);
    expect(rows).toHaveLength(all.length);
    for (const { cells } of rows) expect(cells[0]!.text).not.toBe("");
  });
});

describe("balance", () => {
  it("says how far each figure moved, the most moved first", () => {
    const found = balanceFound(en, figures, { grade: "", search: "", order: "moved" });
    const moves = found.map((figure) => Math.abs(movedBy(figure) ?? 0));
    expect(moves).toEqual([...moves].sort((a, b) => b - a));
    expect(balanceFound(en, figures, { grade: "", search: "", order: "chain" })).toEqual(figures);
    for (const { id, cells } of balanceRows(zh, year, figures)) {
      const figure = figures.find((one) => one.id === id)!;
      expect(cells[3]!.raw).toBe(figure.balanced);
      expect(cells[3]!.origin).toMatchObject({ unit: figure.unit, year });
      expect(cells.filter(({ number, origin }) => number === true && origin === undefined)).toEqual([]);
    }
  });

  it("stands beside the rows of the chain that it works on", () => {
    for (const [name, field] of [
      ["chain-figures", "value"],
      ["chain-nodes", "level"],
      ["chain-uses-world", "quantity"],
      ["chain-disposal", "quantity"],
    ] as const) {
      const table = tables.get(name)!;
      const at = table.fields.findIndex((one) => one.name === field);
      const linked = table.rows.filter((row) => balancedRow(row, en.balanced) !== undefined);
      expect(linked.length, name).toBeGreaterThan(0);
      for (const row of linked) {
        const figure = balancedRow(row, en.balanced)!;
        expect(Math.abs(figure.found - Number(row.cells[at])), row.id).toBeLessThanOrEqual(
          1e-6 * Math.abs(figure.found) + 1e-9,
        );
      }
      expect(tableHeaders(en, table)).toContain("Moved");
    }
    expect(tableHeaders(en, tables.get("reserves")!)).not.toContain("Moved");
  });

  it("draws the largest moves in both languages", () => {
    for (const view of [en, zh]) {
      const picture = balancePicture(view, figures);
      expect(picture.summary).not.toMatch(/NaN|undefined/u);
      for (const width of [260, 900]) {
        const size = { width, height: 300 };
        expect(barChart(shortLabels(picture, size, light), size, light)).not.toMatch(/NaN|undefined/u);
      }
    }
  });
});

describe("claims, back-tests and studies", () => {
  it("hold what the program found, in both languages", () => {
    for (const view of [en, zh]) {
      expect(claimRows(view, ledger, ledger.claims)).toHaveLength(ledger.claims.length);
      for (const claim of ledger.claims) {
        const text = testText(view, claim);
        expect(text === undefined, claim.id).toBe(claim.modelTest === null);
        expect(text ?? "").not.toMatch(/NaN|undefined/u);
      }
    }
    expect(
      claimsFound(ledger, { verdict: "contradicted", search: "" }).every(
        ({ verdict }) => verdict === "contradicted",
      ),
    ).toBe(true);
    expect(claimsFound(ledger, { verdict: "", search: "U1 44 mt" }).length).toBeGreaterThan(0);
  });

  it("show every miss and every figure of a back-test", () => {
    const { rows, summary, cases } = ledger.backtests;
    for (const name of Object.keys(cases)) {
      const shown = summaryRows(en, ledger, name);
      const own = summary.filter((one) => one.case === name);
      expect(shown.filter(({ cells }) => cells[4]!.strong === true)).toHaveLength(
        own.filter(({ verdict }) => verdict === "missed").length,
      );
      expect(everyRow(zh, ledger, name)).toHaveLength(rows.filter((row) => row.case === name).length);
      const picture = errorsPicture(zh, ledger, name);
      expect(picture.bars.map(({ value }) => value)).toEqual(
        own.map(({ rmseLog }) => rmseLog).sort((a, b) => b - a),
      );
    }
  });

  it("compare a study's printed figure with ours, where there are studies", () => {
    for (const { id, row, here, agreement, group } of readStudies(tables)) {
      expect(en.rows.has(row), `${id}: ${row}`).toBe(true);
      expect(Number.isFinite(here.value)).toBe(true);
      expect(ledger.studies.agreements[agreement].zh).toMatch(/\p{Script=Han}/u);
      expect(ledger.studies.groups[group]).toBeDefined();
    }
    expect(readStudies(new Map())).toEqual([]);
  });

  it("add up to the headline", () => {
    const items = evidenceHeadline(en, ledger, { year, figures });
    const missed = ledger.backtests.summary.filter(({ verdict }) => verdict === "missed").length;
    expect(items.find(({ id }) => id === "missed")!.value).toBe(
      `${String(missed)} of ${String(ledger.backtests.summary.length)}`,
    );
    expect(items.map(({ id }) => id)).toEqual(["figures", "sources", "assumed", "moved", "claims", "missed"]);
  });
});

describe("sources", () => {
  it("are listed with how many figures cite them, the most cited first", () => {
    const rows = sourceRows(en, "");
    const counts = rows.map(({ cells }) => Number(cells[5]!.raw));
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
    for (const { cells } of rows) expect(cells).toHaveLength(sourceHeaders(en).length);
    for (const { cells } of rows) expect(cells[0]!.href ?? "https://x").toMatch(/^https?:\/\//u);
  });

  it("are cited in BibTeX and GB/T 7714, with nothing that ends a field", () => {
    const source = {
      id: "X1",
      title: "50% of {all} & more \\x",
      publisher: "A_B",
      date: "2026-02-06",
      dateBasis: "published",
      url: "https://x.org/a%20b",
      kind: "primary",
      licence: "",
    };
    expect(sourceBibtex(source)).toBe(
      "@misc{X1,\n  author = {{A\\_B}},\n  title = {{50\\% of all \\& more x}},\n  year = {2026},\n  date = {2026-02-06},\n  howpublished = {\\url{https://x.org/a%20b}},\n}",
    );
    expect(sourceGbt(source)).toBe("A_B. 50% of {all} & more \\x[EB/OL]. (2026-02-06). https://x.org/a%20b.");
    expect(sourceGbt({ ...source, url: "", dateBasis: "accessed" })).toBe(
      "A_B. 50% of {all} & more \\x[Z]. [2026-02-06].",
    );
    for (const one of new Set(en.sources.values()))
      expect(sourceBibtex(one)).not.toMatch(/undefined|\{\{\}\}/u);
  });
});

describe("what is looked at", () => {
  it("is written only where it differs, and read back", () => {
    expect(writeChoice({ part: "figures", table: "" })).toEqual({
      "evidence.part": undefined,
      "evidence.table": undefined,
      "evidence.search": undefined,
      "evidence.grade": undefined,
    });
    const choice = { table: "prices", grade: "C" as const, search: "镝 dy" };
    const written = Object.fromEntries(
      Object.entries(writeChoice(choice)).filter(
        (entry): entry is [string, string] => entry[1] !== undefined,
      ),
    );
    expect(readChoice(written)).toMatchObject(choice);
    expect(
      readChoice({ "evidence.part": "nothing", "evidence.grade": "Z", "evidence.search": "x".repeat(900) }),
    ).toMatchObject({ part: "figures", grade: "" });
    expect(readChoice({ "evidence.search": "x".repeat(900) }).search).toHaveLength(200);
  });
});

describe("the evidence in Chinese", () => {
  it("says what a row is about without a run of four English words", () => {
    const run = /(?<![\w-])(?:[A-Za-z][a-z]+ ){3,}[a-z]{2,}/u;
    const figures = [...tables.values()].filter(isFigures).flatMap(({ rows }) => rows);
    expect(figures.length).toBeGreaterThan(3000);
    expect([...new Set(figures.map((row) => zh.reader.what(row)).filter((text) => run.test(text)))]).toEqual(
      [],
    );
  });
});
