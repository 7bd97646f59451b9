import { IssueError, packEvidence, parseCsv, readData, type Issue, type PackedEvidence } from "@didym/core";
import { contentHash, runHash } from "./content-hash.js";

/** The tables that make up a chain, cells as text: `goods`, `technologies`, …, and `assumptions/parameters`. */
export interface ChainTables {
  readonly schema: "didym/chain-tables@1";
  readonly id: string;
  readonly version: string;
  readonly hash: string;
  readonly tables: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>;
}

export interface CompiledData {
  /** Every table but the bulky ones of trade, those of the chain, of the back-tests and of the studies, and the claims, which the page has judged. */
  readonly evidence: PackedEvidence;
  /** Flows of trade, the figures derived from them, the claims, the tables of the chain, of the back-tests and of the studies: read when asked for. */
  readonly trade: PackedEvidence;
  readonly chains: readonly ChainTables[];
  /** Chinese words of the tables by their English ones. */
  readonly translations: Readonly<Record<string, string>>;
}

/** Compiles a data folder read by `readDataFolder`; throws IssueError where the data does not hold. The hash of the evidence covers every file, that of a chain those its runs rest on. */
export function compileData(files: Readonly<Record<string, string>>): CompiledData {
  const read = readData(files);
  const hash = contentHash(files);
  const ofRuns = runHash(files);
  const issues: Issue[] = [...read.issues];
  const version = read.schema?.version ?? "0.0.0";
  const ids = new Set(
    Object.keys(files).flatMap((path) => /^chain\/([^/]+)\/[^/]+\.csv$/u.exec(path)?.[1] ?? []),
  );
  const chains = [...ids].sort().map((id): ChainTables => {
    const tables: Record<string, Record<string, string>[]> = {};
    for (const [prefix, folder] of [
      ["", `chain/${id}/`],
      ["assumptions/", "assumptions/"],
    ] as const) {
      for (const path of Object.keys(files)) {
        if (!path.startsWith(folder) || !path.endsWith(".csv")) continue;
        const parsed = parseCsv(files[path], path);
        issues.push(...parsed.issues);
        const header = parsed.header?.cells ?? [];
        tables[prefix + path.slice(folder.length, -".csv".length)] = parsed.records.map((record) =>
          Object.fromEntries(header.map((name, k) => [name, record.cells[k]])),
        );
      }
    }
    return { schema: "didym/chain-tables@1", id, version, hash: ofRuns, tables };
  });
  const [first, ...rest] = issues;
  if (first !== undefined) throw new IssueError([first, ...rest]);
  const onRequest = (table: string): boolean =>
    /^(?:trade|derived|assumptions|claims|chain-.*|backtest-.*|stud.*|grade_exceptions|place_names|cases)$/u.test(
      table,
    );
  return {
    evidence: packEvidence(read, hash, (table) => !onRequest(table) && table !== "translations"),
    trade: packEvidence(read, hash, onRequest),
    chains,
    translations: Object.fromEntries(
      (read.tables.get("translations")?.rows ?? []).map(({ en, zh }) => [String(en), String(zh)]),
    ),
  };
}
