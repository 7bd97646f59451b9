import type { ChartTable } from "@didym/charts";

export interface FigureFacts {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly note: string | undefined;
  readonly table: ChartTable;
  /** Run that the figures are of, in words. */
  readonly run: string | undefined;
  readonly versions: { readonly model: string; readonly data: string };
  readonly address: string;
  /** ISO date. */
  readonly date: string;
}

/** What goes beside a picture's CSV: what the columns are, of which run and figures, how to come back and what to cite. */
export function figureMetadata({
  id,
  title,
  summary,
  note,
  table,
  run,
  versions,
  address,
  date,
}: FigureFacts) {
  const columns = table.headers.map((header) => {
    const [, name = header, unit] = /^(.*?)(?: \(([^()]*)\))?$/u.exec(header) ?? [];
    return [header, { titleShort: name, ...(unit !== undefined && { unit }) }] as const;
  });
  return {
    chart: {
      title,
      subtitle: summary,
      ...(note !== undefined && { note }),
      citation: `Didym contributors. ${title}. Didym ${versions.model}, data ${versions.data}. ${address}`,
      originalChartUrl: address,
      licence: "CC-BY-4.0",
    },
    columns: Object.fromEntries(columns),
    file: `${id}.csv`,
    rows: table.rows.length,
    ...(run !== undefined && { run }),
    versions,
    dateDownloaded: date,
  };
}
