import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseCsv } from "@didym/core";
import type { Scenario } from "@didym/core/scenario";
import { dataFolder } from "../data/data-folder.js";
import { laboratory } from "./laboratory.js";

export interface ReportSource {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly date: string;
  readonly address: string;
}

/** Where the levers' parameters and the base year's figures come from, in the order of the table of sources. */
export async function reportSources(scenario: Scenario): Promise<ReportSource[]> {
  const { chain, baseline } = await laboratory(scenario.parameters);
  const wanted = new Set([
    ...scenario.sources,
    ...scenario.levers.flatMap(({ sources }) => sources),
    ...baseline.figures.flatMap(({ sources }) => sources),
    ...(chain.assumptions ?? []).flatMap(({ source_id: id }) => id.split(";")),
  ]);
  return (await tableOfSources()).filter(({ names }) =>
    names.some((name) => name !== "" && wanted.has(name)),
  );
}

/** The table of sources, with all ids under which each is cited. */
export async function tableOfSources(): Promise<(ReportSource & { readonly names: readonly string[] })[]> {
  const text = await readFile(join(dataFolder(), "sources.csv"), "utf8");
  const { header, records } = parseCsv(text, "sources.csv");
  const column = (name: string) => header?.cells.indexOf(name) ?? -1;
  const [id, title, publisher, date, url, aliases] = [
    "source_id",
    "title",
    "publisher",
    "date",
    "url",
    "aliases",
  ].map(column);
  return records.map(({ cells }) => ({
    id: cells[id],
    title: cells[title],
    publisher: cells[publisher],
    date: cells[date] ?? "",
    address: cells[url] ?? "",
    names: [cells[id], ...(cells[aliases] ?? "").split(";")],
  }));
}
