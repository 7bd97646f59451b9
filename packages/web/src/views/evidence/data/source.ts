import { cellOf, textOf, type EvidenceRow, type EvidenceTable } from "./tables.js";

export interface Source {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly date: string;
  /** `published`, `accessed` or `estimated`. */
  readonly dateBasis: string;
  readonly url: string;
  readonly kind: string;
  readonly licence: string;
}

/** Sources by id and by the other names they are cited under. */
export function readSources(table: EvidenceTable): ReadonlyMap<string, Source> {
  return new Map(
    table.rows.flatMap((row) => {
      const source = readSource(row);
      const aliases = cellOf(row, "aliases");
      const names = typeof aliases === "object" && aliases !== null ? aliases : [];
      return [source.id, ...names].map((id) => [id, source] as const);
    }),
  );
}

function readSource(row: EvidenceRow): Source {
  const text = (field: string): string => textOf(cellOf(row, field));
  return {
    id: text("source_id"),
    title: text("title"),
    publisher: text("publisher"),
    date: text("date"),
    dateBasis: text("date_basis"),
    url: /^https?:\/\//u.test(text("url")) ? text("url") : "",
    kind: text("kind"),
    licence: text("licence"),
  };
}

/** Publisher, title, date: what is read beside a figure. */
export function citation({ publisher, title, date, url }: Source): string {
  return [publisher, title, date, url].filter((part) => part !== "").join(", ");
}

/** A citation as a BibTeX entry. */
export function sourceBibtex(source: Source): string {
  const fields = [
    ["author", `{${latex(source.publisher)}}`],
    ["title", `{${latex(source.title)}}`],
    ["year", source.date.slice(0, 4)],
    ...(source.dateBasis === "published" ? [["date", source.date]] : []),
    ...(source.dateBasis === "accessed" ? [["urldate", source.date]] : []),
    ...(source.url === ""
      ? []
      : [["howpublished", `\\url{${source.url.replace(/[{}\\]/gu, encodeURIComponent)}}`]]),
  ];
  const lines = fields.map(([name, value]) => `  ${name ?? ""} = {${value ?? ""}},`);
  return `@misc{${source.id},\n${lines.join("\n")}\n}`;
}

const latex = (text: string): string =>
  text.replace(/[{}\\]/gu, "").replace(/[&%$#_]/gu, (sign) => `\\${sign}`);

/** GB/T 7714-2015: an electronic resource, or another document where there is no address. */
export function sourceGbt(source: Source): string {
  const online = source.url !== "";
  const dated = source.dateBasis === "accessed" ? `[${source.date}]` : `(${source.date})`;
  const head = `${source.publisher}. ${source.title}[${online ? "EB/OL" : "Z"}]. ${dated}.`;
  return online ? `${head} ${source.url}.` : head;
}
