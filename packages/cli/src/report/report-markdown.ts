import type { Language, Text } from "@didym/messages";
import type { Table } from "../command/answer.js";
import type { Context } from "../command/context.js";
import { issueMessage } from "../errors/issue-text.js";
import { markdownText } from "../output/table-text.js";
import { countryTable } from "../run/country-table.js";
import { reportSources, type ReportSource } from "../run/report-sources.js";
import { reportWords as words } from "../run/report-words.js";
import { headlineTable } from "../run/run-tables.js";
import type { SolvedScenario } from "../run/solve-scenario.js";

/** The policy brief in Markdown, in one language: what it does, what changes, who pays, how far to trust it, on which sources. */
export async function reportMarkdown(
  solved: SolvedScenario,
  against: SolvedScenario | undefined,
  context: Context,
  range?: Table,
): Promise<string> {
  const { language, words: say } = context;
  const { scenario, result } = solved;
  const versions = await context.versions();
  const other = against?.result;
  const tables = [
    headlineTable(result, other, say),
    ...(other === undefined ? [] : [countryTable(result, other, say)]),
  ];
  const sections = [
    heading(scenario, against, language),
    section(say(words.levers), list(leverLines(solved, language))),
    section(say(words.figures), tables.map((table) => `#${markdownText(table, say)}`).join("\n")),
    range === undefined ? "" : section(say(words.range), `#${markdownText(range, say)}`),
    warningSection(solved, context),
    section(say(words.trust), trustLines(solved, say)),
    section(say(words.sources), list((await reportSources(scenario)).map(sourceLine))),
    `Didym ${versions.didym} · ${versions.data} · ${solved.hash}\n`,
  ];
  return sections.filter((part) => part !== "").join("\n");
}

function heading(
  { title, description }: SolvedScenario["scenario"],
  against: SolvedScenario | undefined,
  language: Language,
): string {
  const lines = [
    `# ${title[language]}`,
    ...(description === undefined ? [] : [description[language]]),
    ...(against === undefined
      ? []
      : [`${words.against[language]}: ${against.scenario.title[language]} (\`${against.scenario.name}\`)`]),
  ];
  return `${lines.join("\n\n")}\n`;
}

const section = (title: string, text: string): string => `## ${title}\n\n${text}`;
const list = (items: readonly string[]): string => `${items.map((item) => `* ${item}`).join("\n")}\n`;

/** Levers by address, kind and years. */
function leverLines({ scenario }: SolvedScenario, language: Language): string[] {
  return scenario.levers.map(({ id, kind, from, to }) => {
    const name = id === kind ? `\`${id}\`` : `\`${id}\` (${kind})`;
    return `${name}: ${words.from[language]} ${from} ${words.to[language]} ${to}`;
  });
}

function warningSection({ warnings }: SolvedScenario, { messages, words: say }: Context): string {
  const lines = [...new Set(warnings.map((issue) => issueMessage(issue, messages)))];
  return lines.length === 0 ? "" : section(say(words.warnings), list(lines));
}

function trustLines({ scenario, result }: SolvedScenario, say: (text: Text) => string): string {
  const { mass, value, money, welfare } = result.identities;
  const violations = Object.entries({ mass, value, money, welfare }).map(
    ([name, most]) => `${name} ${most.toExponential(1)}`,
  );
  return [
    say(words.caution),
    `${say(words.identities)}: ${violations.join(", ")}`,
    `${say(words.holds)} \`didym summit ${scenario.name}\``,
    "",
  ].join("\n\n");
}

function sourceLine({ id, title, publisher, date, address }: ReportSource): string {
  const name = `${title}. ${publisher}${date === "" ? "" : `, ${date}`}`;
  return `\`${id}\` ${/^https?:\/\//u.test(address) ? `[${name}](${address})` : name}`;
}
