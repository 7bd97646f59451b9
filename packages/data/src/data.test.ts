import { checkData, grader, gradeTables, packEvidence, readData, unpackTable, type Row } from "@didym/core";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { compileData } from "./compile-data.js";
import { readDataFolder } from "./read-data-folder.js";

const files = readDataFolder(join(dirname(fileURLToPath(import.meta.url)), "../../../data"));
const read = readData(files);
const rows = (table: string): readonly Row[] => read.tables.get(table)!.rows;
const evidence = [...read.tables.values()].filter((table) => table.file.startsWith("evidence/"));
const figures = evidence.flatMap((table) => table.rows.map((row) => ({ table: table.name, row })));

describe("the data", () => {
  it("holds: every source, unit and row it refers to exists", () => {
    expect(checkData(files)).toEqual([]);
  });

  it("is all declared in the package", () => {
    const declared = new Set(read.schema!.resources.map((resource) => resource.path));
    expect(Object.keys(files).filter((path) => path.startsWith("evidence/") && !declared.has(path))).toEqual(
      [],
    );
    expect(evidence.length).toBeGreaterThanOrEqual(21);
    expect(figures.length).toBeGreaterThan(4000);
  });

  it("gives every source a publisher, a title and a date, and says which have no address", () => {
    for (const row of rows("sources")) {
      expect([row["publisher"], row["title"], row["date"]]).not.toContain(null);
      expect(row["url"] === null).toBe(row["address"] === "none");
    }
  });

  it("gives every figure a source and a grade, and every value a unit and a year", () => {
    for (const { table, row } of figures) {
      expect(row["source_id"], `${table} ${String(row["id"])}`).not.toBeNull();
      expect(row["grade"], `${table} ${String(row["id"])}`).not.toBeNull();
      if (typeof row["value"] !== "number") continue;
      expect([row["unit"], row["year"]], `${table} ${String(row["id"])}`).not.toContain(null);
    }
  });

  it("ships no table whose source has terms of use", () => {
    const restricted = new Set(
      rows("sources")
        .filter((row) => row["redistribution"] === "derived-only")
        .map((row) => row["source_id"]),
    );
    expect(restricted).toEqual(new Set(["BGS_WMS", "COMTRADE_CHN", "P-CRIMINGEO", "P-QENNIS"]));
    const cites = (row: Row): boolean =>
      (row["source_id"] as readonly string[]).some((id) => restricted.has(id));
    expect(figures.filter(({ table, row }) => table !== "derived" && cites(row))).toEqual([]);
    for (const row of rows("derived")) {
      expect(["sum", "share", "unit-value", "ratio", "product"]).toContain(row["measure"]);
      expect(row["derivation"]).not.toBeNull();
      expect(row["basis"]).toBe("computed");
    }
  });

  it("grades no row of the chain better than its sources allow", () => {
    const grade = grader(read.tables);
    const beyond = [...read.tables.values()]
      .filter(({ name }) => name.startsWith("chain-") || name === "assumptions")
      .flatMap((table) => table.rows.map((row) => ({ table, row })))
      .filter(({ row }) => typeof row["grade"] === "string" && (row["source_id"] as string[] | null)?.length)
      .filter(
        ({ table, row }) => String(row["grade"]) < grade(table.name, { ...row, basis: "measured" }).grade,
      )
      .map(({ table, row }) => `${table.name} ${String(row["id"])}`);
    expect(beyond).toEqual([]);
  });

  it("carries the grades that the rule gives", () => {
    expect(gradeTables(files)).toEqual({});
    const grades = new Set(figures.map(({ row }) => row["grade"]));
    expect(grades).toEqual(new Set(["A", "B", "C", "D"]));
  });

  it("gives each exception a reason in both languages and a figure it concerns", () => {
    const used = new Set(figures.map(({ row }) => row["grade_reason"]));
    for (const row of rows("grade_exceptions")) {
      expect([row["reason_en"], row["reason_zh"]]).not.toContain(null);
      if (row["scope"] === "row") expect(used, String(row["id"])).toContain(row["id"]);
    }
  });

  it("adds up each whole basket to a hundred within the rounding of its table", () => {
    const sums = new Map<string, number>();
    for (const row of rows("baskets"))
      sums.set(String(row["deposit_id"]), (sums.get(String(row["deposit_id"])) ?? 0) + Number(row["value"]));
    for (const [deposit, sum] of sums) {
      expect(sum, deposit).toBeGreaterThan(96);
      expect(sum, deposit).toBeLessThan(104);
    }
  });
});

describe("claims and conflicts", () => {
  it("hold the 44 claims of the debate and three that the model is asked to test, each in both languages with a verdict and its evidence", () => {
    const themes = rows("claims").map((row) => row["theme"]);
    expect(
      ["upstream", "midstream", "policy"].map((theme) => themes.filter((t) => t === theme).length),
    ).toEqual([12, 8, 27]);
    for (const row of rows("claims")) {
      for (const field of ["claim_zh", "explanation_zh"])
        expect(String(row[field]), String(row["id"])).toMatch(/\p{Script=Han}/u);
      for (const field of ["claim_en", "explanation_en"])
        expect(String(row[field]), String(row["id"])).not.toMatch(/\p{Script=Han}/u);
    }
  });

  it("give the same verdict to the same claim", () => {
    const verdict = (id: string): unknown => rows("claims").find((row) => row["id"] === id)?.["verdict"];
    expect(verdict("U8")).toBe(verdict("CL15"));
    expect(verdict("U5")).toBe(verdict("CL19"));
    expect(verdict("U2")).toBe(verdict("CL16"));
  });

  it("use no word that takes a side", () => {
    const loaded =
      /weaponi|coerci|hostage|strangl|aggress|bully|stranglehold|desperate|collapse|hoax|regime|threat|胁迫|武器化|霸凌|讹诈|卡脖子|围堵|遏制/iu;
    const texts = ["claims", "conflicts", "events", "policies", "members", "cases"].flatMap((table) =>
      rows(table).flatMap((row) => Object.values(row).map(String)),
    );
    expect(texts.filter((text) => loaded.test(text))).toEqual([]);
  });

  it("show the known conflicts with at least two rivals and a reading", () => {
    const ids = rows("conflicts").map((row) => row["id"]);
    for (const id of [
      "australia-output-2024",
      "world-reserves",
      "china-separation-share",
      "utilisation-abroad",
      "australia-concentrate-to-china",
      "dysprosium-price-2025",
      "us-concentrate-mirror",
      "recycled-in-oxide-output",
    ]) {
      expect(ids).toContain(id);
    }
    for (const row of rows("conflicts")) {
      expect((row["rows"] as readonly string[]).length, String(row["id"])).toBeGreaterThanOrEqual(2);
      expect(row["used"], String(row["id"])).not.toBeNull();
    }
  });
});

describe("the compiled data", () => {
  const compiled = compileData(files);

  it("unpacks to the tables and carries its hashes", () => {
    const { evidence: packed, trade, chains } = compiled;
    expect(unpackTable(packed.tables["prices"])).toEqual(rows("prices"));
    expect(unpackTable(trade.tables["trade"])).toEqual(rows("trade"));
    expect(trade.hash).toBe(packed.hash);
    for (const { hash } of [packed, ...chains]) expect(hash).toMatch(/^[0-9a-f]{16}$/u);
  });

  it("is the same twice and changes with a single digit", () => {
    expect(JSON.stringify(compileData(files))).toBe(JSON.stringify(compiled));
    const path = "evidence/reserves.csv";
    const other = compileData({ ...files, [path]: files[path].replace("1900000", "1900001") });
    expect(other.evidence.hash).not.toBe(compiled.evidence.hash);
    expect(other.chains[0].hash).not.toBe(compiled.chains[0].hash);
  });

  it.each(["claims.csv", "conflicts.csv", "studies/studies.csv"])(
    "keeps the hash of runs where words of %s change, which no run reads",
    (path) => {
      const other = compileData({ ...files, [path]: files[path].replace(/ of /u, " in ") });
      expect(other.evidence.hash).not.toBe(compiled.evidence.hash);
      expect(other.chains).toEqual(compiled.chains);
    },
  );

  it("keeps what the page loads at once under 128 kB, gzipped", () => {
    expect(gzipSync(JSON.stringify(compiled.evidence), { level: 9 }).length).toBeLessThan(128_000);
  });

  it("refuses broken data with the place", () => {
    const path = "evidence/reserves.csv";
    const broken = { ...files, [path]: files[path].replace("1900000", "19OOOOO") };
    expect(() => compileData(broken)).toThrow("WRONG_TYPE");
  });

  it("packs every table that the package declares", () => {
    expect(Object.keys(packEvidence(read, "").tables)).toEqual(
      read.schema!.resources.map((resource) => resource.name),
    );
  });
});
