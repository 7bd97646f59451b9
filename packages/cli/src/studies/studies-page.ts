import type { StudyResult } from "@didym/core/studies";
import type { Language, Text } from "@didym/messages";
import { agreementWords, groupWords, hereText, noAnswer, publishedText } from "./study-words.js";

const words = {
  title: { en: "Beside published studies", zh: "与已发表研究对照" },
  introduction: {
    en: "Written by the program (`didym studies`); a test fails when a figure or a word drifts. Published figures are rows of the evidence (`didym data show elasticities`, `parameters`, `costs`, `stage_shares`), with source and grade; beside each stands what the nearest experiment gives here, with the same model and data as every other answer. An agreement is no proof, since some inputs come from the same sources, and a difference is no refutation: both are explained. The published ratios and shares are those of abstracts and summaries where the full text was not at hand.",
    zh: "本页由程序生成（`didym studies`），数字或文字变动时测试失败。公布值为依据表中的行（`didym data show elasticities`、`parameters`、`costs`、`stage_shares`），附来源与等级；旁列最接近的实验在此的结果，模型与数据同其他结果。一致并非证明（部分投入取自同一来源），不一致亦非反驳：两者均附说明。未见全文者，公布值取自摘要。",
  },
  figure: { en: "study and figure", zh: "研究与指标" },
  published: { en: "published", zh: "公布值" },
  here: { en: "here", zh: "此处" },
  unit: { en: "unit", zh: "单位" },
  agreement: { en: "agreement", zh: "对照" },
  grade: { en: "grade", zh: "等级" },
  sources: { en: "sources", zh: "来源" },
  run: { en: "What is run here", zh: "此处所做" },
} satisfies Record<string, Text>;

/** The page `docs/studies.md` or its Chinese twin. */
export function studiesPage(results: readonly StudyResult[], language: Language): string {
  const say = (text: Text): string => text[language];
  const groups = [...new Set(results.map(({ group }) => group))];
  const sections = groups.flatMap((group) => {
    const rows = results.filter((row) => row.group === group);
    return [
      `## ${say(groupWords[group] ?? { en: group, zh: group })}`,
      table(rows, say),
      ...explanations(rows, say),
    ];
  });
  return `${[`# ${say(words.title)}`, say(words.introduction), ...sections].join("\n\n")}\n`;
}

function table(rows: readonly StudyResult[], say: (text: Text) => string): string {
  const { figure, published, here, unit, agreement, grade, sources } = words;
  const header = [figure, published, here, unit, agreement, grade, sources].map(say);
  const colon = say({ en: ": ", zh: "：" });
  const lines = rows.map((row, i) => [
    `${i + 1}. ${say(row.study)}${colon}${say(row.figure)}`,
    publishedText(row.published),
    hereText(row.here) ?? "–",
    row.published.unit,
    say(row.agreement === null ? noAnswer : agreementWords[row.agreement]),
    row.published.grade,
    row.published.sources.join(", "),
  ]);
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(header), line(header.map(() => "---")), ...lines.map(line)].join("\n");
}

/** One paragraph for each explanation, with the rows that it is about and what was run for them. */
function explanations(rows: readonly StudyResult[], say: (text: Text) => string): string[] {
  const whys = [...new Set(rows.map(({ why }) => say(why)))];
  return whys.map((why) => {
    const about = rows.flatMap((row, i) => (say(row.why) === why ? [{ row, number: i + 1 }] : []));
    const runs = [...new Set(about.map(({ row }) => say(row.experiment)))].map((run) =>
      say({ en: `${run}.`, zh: `${run}。` }),
    );
    const numbers = about.map(({ number }) => number).join(", ");
    return `**${numbers}.** ${say(words.run)}${say({ en: ": ", zh: "：" })}${runs.join(" ")} ${why}`;
  });
}
