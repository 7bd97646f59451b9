import type { AskedTest, JudgedClaim } from "@didym/core/claims";
import type { Language, Text } from "@didym/messages";
import { testWords, verdictWords } from "./claim-words.js";

const words = {
  title: { en: "The claims ledger", zh: "论断台账" },
  introduction: {
    en: "Written by the program from `data/claims.csv`; a test fails when this page and the data differ. The claims are those of a commentary on the meeting of 12 January 2026 and of the debate around it, shortened and put in neutral words; each is set beside the best evidence found and judged by that evidence alone. Where the model can test a claim, it is asked a question: its answer stands below with the two figures it compares, to two digits, and the expression to ask it again. A model is no evidence of the past: its answer does not change the verdict, and bounds that a claim does not name are ours. Sources are ids of `didym data sources`.",
    zh: "本页由程序根据 `data/claims.csv` 生成，与数据不一致时测试失败。论断出自对2026年1月12日会议的一篇评论及相关讨论，经缩写并改用中性措辞；每条与所见最佳依据并列，仅按依据裁定。模型可检验的，向模型提出一个问题，下附其回答、所比较的两个数值（两位有效数字）及可重算的表达式。模型不是对过去的依据，其回答不改变裁定；论断未给出的界限由我们设定。来源为 `didym data sources` 的编号。",
  },
  claimed: { en: "Claimed", zh: "所称数值" },
  evidence: { en: "Best evidence", zh: "最佳依据" },
  verdict: { en: "Verdict", zh: "裁定" },
  model: { en: "Model's test", zh: "模型检验" },
  sources: { en: "Sources", zh: "来源" },
  none: { en: "no figure", zh: "未给出数值" },
} satisfies Record<string, Text>;

export const themes: Readonly<Record<string, Text>> = {
  upstream: { en: "Reserves and mines", zh: "储量与矿山" },
  midstream: { en: "Separation, metals, magnets and prices", zh: "分离、金属、磁体与价格" },
  policy: { en: "Policies and politics", zh: "政策与政治" },
};

/** The page `docs/claims.md` or its Chinese twin. */
export function claimsPage(claims: readonly JudgedClaim[], language: Language): string {
  const say = (text: Text): string => text[language];
  const sections = Object.entries(themes).flatMap(([theme, title]) => [
    `## ${say(title)}`,
    ...claims.filter((claim) => claim.theme === theme).map((claim) => claimSection(claim, say)),
  ]);
  return `${[`# ${say(words.title)}`, say(words.introduction), ...sections].join("\n\n")}\n`;
}

/** The question, the answer, and the expression behind it. */
function asked(test: AskedTest, say: (text: Text) => string): string {
  const brackets = say({ en: " (`…`)", zh: "（`…`）" });
  return `${say(test.question)} ${say(testWords(test))}${brackets.replace("…", () => test.expression)}`;
}

function claimSection(claim: JudgedClaim, say: (text: Text) => string): string {
  const { id, claimedText, evidenceText, explanation, sources, verdict, modelTest } = claim;
  const colon = say({ en: ": ", zh: "：" });
  const stop = say({ en: ". ", zh: "。" });
  const line = (label: Text, text: string): string => `- **${say(label)}**${colon}${text}`;
  return [
    `### ${id}. ${say(claim.claim)}`,
    "",
    line(words.claimed, claimedText === null ? say(words.none) : say(claimedText)),
    line(words.evidence, say(evidenceText)),
    line(words.verdict, `${say(verdictWords[verdict])}${stop}${say(explanation)}`),
    ...(modelTest === null ? [] : [line(words.model, asked(modelTest, say))]),
    line(words.sources, sources.join(", ")),
  ].join("\n");
}
