import type { JudgedClaim } from "@didym/core/claims";
import type { Language, Text } from "@didym/messages";
import { testWords, verdictWords } from "./claim-words.js";

const words = {
  title: { en: "The claims ledger", zh: "论断台账" },
  introduction: {
    en: "Written by the program from `data/claims.csv`; a test fails when this page and the data differ. Each claim is quoted from the debate, set beside the best evidence found, and judged by that evidence alone. Where the model can test a claim, the expression and what the model gives for its two sides stand below, to two digits: a model is no evidence of the past, and its answer does not change the verdict. Sources are ids of `didym data sources`.",
    zh: "本页由程序根据 `data/claims.csv` 生成，与数据不一致时测试失败。每条论断照录自讨论，与所见最佳依据并列，仅按依据裁定。模型可检验的，附表达式与其两端数值（两位有效数字）：模型不是对过去的依据，其结果不改变裁定。来源为 `didym data sources` 的编号。",
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

function claimSection(claim: JudgedClaim, say: (text: Text) => string): string {
  const { id, claimedText, evidenceText, explanation, sources, verdict, modelTest } = claim;
  const line = (label: Text, text: string): string => `- **${say(label)}**: ${text}`;
  return [
    `### ${id}. ${say(claim.claim)}`,
    "",
    line(words.claimed, claimedText === null ? say(words.none) : say(claimedText)),
    line(words.evidence, say(evidenceText)),
    line(words.verdict, `${say(verdictWords[verdict])}. ${say(explanation)}`),
    ...(modelTest === null
      ? []
      : [line(words.model, `\`${modelTest.expression}\`: ${say(testWords(modelTest))}`)]),
    line(words.sources, sources.join(", ")),
  ].join("\n");
}
