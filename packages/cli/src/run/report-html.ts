import { escapeText } from "@didym/charts";
import type { Language, Text } from "@didym/messages";
import type { Table } from "../command/answer.js";
import type { Context } from "../command/context.js";
import { issueMessage } from "../errors/issue-text.js";
import { cellText } from "../output/cell-text.js";
import { countryTable } from "./country-table.js";
import { reportWords as words } from "./report-words.js";
import { headlineTable } from "./run-tables.js";
import { reportCharts } from "./report-charts.js";
import { reportSources, type ReportSource } from "./report-sources.js";
import type { SolvedScenario } from "./solve-scenario.js";

const style = `body{margin:0 auto;max-width:72rem;padding:1.5rem;font:16px/1.5 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;color:#1a1f24;background:#fff}
table{border-collapse:collapse;width:100%;font-size:.9rem}th,td{padding:.3rem .5rem;border-bottom:1px solid #dde2e7;text-align:right;white-space:nowrap}
caption{text-align:left;padding:.3rem .5rem}th:first-child,td:first-child,th:nth-child(2),td:nth-child(2){text-align:left}figure{margin:0}figcaption{font-weight:600}svg{max-width:100%;height:auto}
.charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(20rem,1fr));gap:1.5rem}.scroll{overflow-x:auto}.switch{position:absolute;opacity:0}
label{display:inline-block;margin-right:1rem;padding:.3rem .8rem;border:1px solid #55606b;border-radius:.3rem;cursor:pointer}section[lang]{display:none}
#en:checked~section[lang=en],#zh:checked~section[lang=zh]{display:block}#en:checked~label[for=en],#zh:checked~label[for=zh]{background:#0b62a4;color:#fff}
.switch:focus-visible~label{outline:2px solid #b4530a}li{margin:.2rem 0}@media print{label,.switch{display:none}}`;

/**
 * One page that needs nothing else: figures, charts, levers, warnings and sources, in both languages; no script, no time of day.
 *
 * @param range spread of the headlines over draws of the assumptions, where they were drawn.
 */
export async function reportHtml(
  solved: SolvedScenario,
  against: SolvedScenario | undefined,
  context: Context,
  range?: Table,
): Promise<string> {
  const sources = await reportSources(solved.scenario);
  const versions = await context.versions();
  const title = escapeText(solved.scenario.title[context.language]);
  const section = (language: Language) =>
    `<section lang="${language === "zh" ? "zh" : "en"}">${body(solved, against, sources, language, context, range)}<p><small>Didym ${escapeText(versions.didym)} · ${escapeText(versions.data)} · ${solved.hash}</small></p></section>`;
  const checked = (language: Language) => (context.language === language ? " checked" : "");
  return `<!doctype html>
<html lang="${context.language === "zh" ? "zh-CN" : "en"}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title}</title><style>${style}</style></head><body>
<input class="switch" type="radio" name="language" id="en"${checked("en")}><input class="switch" type="radio" name="language" id="zh"${checked("zh")}><label for="en">English</label><label for="zh">简体中文</label>
${section("en")}
${section("zh")}
</body></html>
`;
}

function body(
  solved: SolvedScenario,
  against: SolvedScenario | undefined,
  sources: readonly ReportSource[],
  language: Language,
  context: Context,
  range: Table | undefined,
): string {
  const { scenario, result } = solved;
  const say = (text: Text) => escapeText(text[language]);
  const list = (items: readonly string[]) => `<ul>${items.map((item) => `<li>${item}</li>`).join("")}</ul>`;
  const levers = scenario.levers.map(
    ({ id, kind, from, to }) =>
      `<code>${escapeText(id)}</code>${id === kind ? "" : ` (${escapeText(kind)})`}: ${say(words.from)} ${from} ${say(words.to)} ${to}`,
  );
  const warnings = [
    ...new Set(solved.warnings.map((issue) => escapeText(issueMessage(issue, context.messages)))),
  ];
  const { mass, value, money, welfare } = result.identities;
  const violations = Object.entries({ mass, value, money, welfare }).map(
    ([name, most]) => `${name} ${most.toExponential(1)}`,
  );
  return [
    `<h1>${say(scenario.title)}</h1>`,
    scenario.description === undefined ? "" : `<p>${say(scenario.description)}</p>`,
    against === undefined ? "" : `<p>${say(words.against)}: ${say(against.scenario.title)}</p>`,
    `<h2>${say(words.figures)}</h2>${tableHtml(
      headlineTable(result, against?.result, (text) => text[language]),
      language,
    )}`,
    against === undefined
      ? ""
      : `<h2>${say(words.countries)}</h2>${tableHtml(
          countryTable(result, against.result, (text) => text[language]),
          language,
        )}`,
    range === undefined ? "" : `<h2>${say(words.range)}</h2>${tableHtml(range, language)}`,
    `<h2>${say(words.charts)}</h2><div class="charts">${reportCharts(result, against?.result, language).join("")}</div>`,
    against === undefined ? "" : `<p>${say(words.dotted)}</p>`,
    `<h2>${say(words.levers)}</h2>${list(levers)}`,
    warnings.length === 0 ? "" : `<h2>${say(words.warnings)}</h2>${list(warnings)}`,
    `<h2>${say(words.trust)}</h2><p>${say(words.caution)}</p><p>${say(words.identities)}: ${violations.join(", ")}</p><p>${say(words.holds)} <code>didym summit ${escapeText(scenario.name)}</code></p>`,
    `<h2>${say(words.sources)}</h2>${list(sources.map(sourceHtml))}`,
  ].join("\n");
}

function tableHtml({ title, columns, rows }: Table, language: Language): string {
  const head = columns.map((column) => `<th scope="col">${escapeText(column.title[language])}</th>`).join("");
  const lines = rows.map(
    (row) =>
      `<tr>${row.map((cell, i) => `<td>${escapeText(cellText(cell, columns[i]))}</td>`).join("")}</tr>`,
  );
  const caption = title === undefined ? "" : `<caption>${escapeText(title[language])}</caption>`;
  return `<div class="scroll"><table>${caption}<thead><tr>${head}</tr></thead><tbody>${lines.join("")}</tbody></table></div>`;
}

function sourceHtml({ id, title, publisher, date, address }: ReportSource): string {
  const name = `${escapeText(title)}. ${escapeText(publisher)}${date === "" ? "" : `, ${escapeText(date)}`}`;
  const safe = /^https?:\/\//u.test(address);
  return `<code>${escapeText(id)}</code> ${safe ? `<a href="${escapeText(address)}" rel="noreferrer">${name}</a>` : name}`;
}
