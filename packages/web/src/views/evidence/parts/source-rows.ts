import { holds } from "../data/find-rows.js";
import { citation, type Source } from "../data/source.js";
import { isFigures } from "../data/tables.js";
import type { EvidenceView, Row } from "../view.js";

/** Sources by how many rows of figures cite them, the most cited first. */
export function sourceRows(view: EvidenceView, search: string): readonly Row[] {
  const cited = new Map<string, number>();
  for (const table of view.tables.values())
    for (const { sources } of isFigures(table) ? table.rows : [])
      for (const id of sources) {
        const known = view.sources.get(id)?.id ?? id;
        cited.set(known, (cited.get(known) ?? 0) + 1);
      }
  return [...new Set(view.sources.values())]
    .filter((source) => holds(`${source.id} ${citation(source)} ${source.licence}`.toLowerCase(), search))
    .sort((a, b) => (cited.get(b.id) ?? 0) - (cited.get(a.id) ?? 0))
    .map((source) => rowOf(view, source, cited.get(source.id) ?? 0));
}

function rowOf(view: EvidenceView, source: Source, figures: number): Row {
  const { words, reader } = view;
  const when =
    source.dateBasis === "published" ? source.date : `${source.date} (${reader.code(source.dateBasis)})`;
  return {
    id: source.id,
    cells: [
      source.url === ""
        ? { text: source.title, lang: "mul" }
        : { text: source.title, href: source.url, lang: "mul" },
      { text: "", cites: [source.id], raw: source.publisher },
      { text: when },
      { text: reader.code(source.kind) },
      { text: source.licence === "not-stated" ? "" : source.licence },
      { text: view.numbers.exact(figures), number: true, raw: figures },
      ...(source.url === ""
        ? [{ text: words.sources.none }]
        : [{ text: new URL(source.url).host, raw: source.url }]),
    ],
  };
}

export function sourceHeaders({ words }: EvidenceView): readonly string[] {
  const { title, publisher, date, kind, licence, cited } = words.sources;
  return [title, publisher, date, kind, licence, cited, words.link];
}
