import {
  escapeText,
  light,
  lineChart,
  stackedBars,
  stageSankey,
  stackTable,
  lineTable,
  type ChartTable,
} from "@didym/charts";
import type { Shell } from "../../shell.js";
import { accountsData } from "./charts/accounts.js";
import { exposureData, priceData, supplyData } from "./charts/lines.js";
import { stagesData } from "./charts/stages.js";
import { changeText } from "./change-words.js";
import { changesOf } from "../../state/edits.js";
import type { HeadlineItem } from "./headline.js";
import { leverTable } from "./lever-table.js";
import type { LabView } from "./view.js";

/** A self-contained report of what the page shows: headline, changes, pictures with tables, versions, and how to compute it again. */
export function reportHtml(
  shell: Shell,
  view: LabView,
  items: readonly HeadlineItem[],
  command: string,
): string {
  const { words, book, page, description } = shell;
  const size = { width: 720, height: 340 };
  const title = book.scenario(page.edits.base);
  const lines = [priceData(view), supplyData(view), exposureData(view)];
  const accounts = accountsData(view);
  const stages = stagesData(view);
  const pictures = [
    ...lines.map((data) =>
      part(
        data.title,
        data.summary,
        lineChart(data, size, light),
        lineTable(data, words.lab.figures.yearHeader),
      ),
    ),
    part(
      accounts.title,
      accounts.summary,
      stackedBars(accounts, size, light),
      stackTable(accounts, words.lab.figures.partyHeader),
    ),
    part(stages.title, stages.summary, stageSankey(stages, size, light)),
  ];
  const changes = changesOf(page.edits).map(
    (change) => `<li>${escapeText(changeText(change, view.answer.levers, words, book))}</li>`,
  );
  const headline = items.map(
    (item) =>
      `<tr><th scope="row">${escapeText(item.title)}</th><td>${escapeText(item.value)}</td><td>${escapeText(item.change)}</td></tr>`,
  );
  const { model, data } = description.versions;
  const { lines: levers, sources } = leverTable(view, shell);
  const heads = words.lab.leverTable;
  const leverRows = levers.map(({ name, settings, years, status, assumption, notes }) => [
    name,
    settings,
    years,
    status,
    assumption,
    notes.join(", "),
  ]);
  const leverTexts = tableHtml({
    headers: [heads.lever, heads.settings, heads.years, heads.status, heads.assumption, heads.notes],
    rows: leverRows,
  });
  const bands = view.bands === undefined ? words.lab.bands.none : "";
  return `<!doctype html>
<html lang="${page.language === "zh" ? "zh-CN" : "en"}"><head><meta charset="utf-8"><title>${escapeText(title)}</title><style>${style}</style></head><body>
<h1>${escapeText(title)}</h1>
<p>${escapeText(words.page.honesty.text)}</p>
<table>${headline.join("")}</table>
<p>${escapeText(bands)}</p>
<p>${escapeText(words.lab.changes(changes.length))}</p><ul>${changes.join("")}</ul>
${pictures.join("\n")}
<section><h2>${escapeText(words.lab.levers)}</h2>${leverTexts}</section>
<section><h2>${escapeText(words.lab.sources)}</h2><ol>${sources.map((text) => `<li>${escapeText(text)}</li>`).join("")}</ol></section>
<p><code>${escapeText(command)}</code></p>
<p>${escapeText(words.page.end.model(model, data))} ${escapeText(words.page.origin.run(view.answer.hash))}</p>
</body></html>
`;
}

const style =
  "body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1a1f24;background:#fff}table{border-collapse:collapse;font-size:.85rem}th,td{text-align:start;padding:.2rem .5rem;border-bottom:1px solid #c8d0d8}svg{max-width:100%;height:auto}th,td{vertical-align:top}@page{margin:18mm;@bottom-right{content:counter(page) ' / ' counter(pages)}}@media print{section{break-inside:avoid-page}}";

function part(title: string, summary: string, picture: string, table?: ChartTable): string {
  return `<section><h2>${escapeText(title)}</h2>${picture}<p>${escapeText(summary)}</p>${table ? tableHtml(table) : ""}</section>`;
}

function tableHtml({ headers, rows }: ChartTable): string {
  const head = headers.map((header) => `<th scope="col">${escapeText(header)}</th>`).join("");
  const body = rows.map(
    (row) =>
      `<tr>${row.map((cell) => `<td>${escapeText(typeof cell === "number" ? String(Number(cell.toPrecision(5))) : cell)}</td>`).join("")}</tr>`,
  );
  return `<table><thead><tr>${head}</tr></thead><tbody>${body.join("")}</tbody></table>`;
}
