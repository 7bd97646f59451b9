import type { Club } from "@didym/core/summit";
import type { Text } from "@didym/messages";
import type { Context } from "../command/context.js";
import type { Table } from "../command/answer.js";
import type { Shown } from "./columns.js";
import { clubWords, itemWords, nobody, ruleWords, stanceWords } from "./words.js";

const millions = (value: number): string => String(Math.round(value));
const percent = (share: number): string => `${(100 * share).toFixed(0)}%`;

function coalitionText(coalition: string): Text {
  if (coalition === "") return nobody;
  return { en: coalition.replaceAll(",", ", "), zh: coalition.replaceAll(",", "、") };
}

function holds({ players, stable, path }: Shown): Text {
  const grand = players.join(",");
  if (stable.includes(grand))
    return { en: "Yes: nobody gains by leaving alone.", zh: "能：无人能从单独退出中得益。" };
  const first = path.at(0);
  if (first === undefined) return { en: "Nobody gains by leaving first.", zh: "无人能从率先退出中得益。" };
  const [to, item] = [stanceWords[first.to], itemWords(first.item)];
  return {
    en: `No. ${first.mover} moves first, to ${to.en}: it gains ${millions(first.gain)} MUSD, most of all through ${item.en}.`,
    zh: `不能。${first.mover} 最先改变立场（${to.zh}），得益 ${millions(first.gain)} 百万美元，主要来自${item.zh}。`,
  };
}

function ends({ endPoints, path }: Shown, named: (coalition: string) => Text): Text {
  const orders = endPoints.reduce((sum, end) => sum + end.orders, 0);
  const [most] = endPoints;
  const text = named(most.coalition);
  return {
    en: `After ${path.length} moves, the largest gain first. Over ${orders} orders of moving most often with: ${text.en} (${most.orders}).`,
    zh: `得益最大者先动，共 ${path.length} 步。在 ${orders} 种行动次序中最常见的结局：${text.zh}（${most.orders} 次）。`,
  };
}

function which({ stable }: Shown): Text {
  if (stable.length === 0) return { en: "None.", zh: "没有。" };
  const names = stable.slice(0, 5).map(coalitionText);
  return {
    en: names.map(({ en }) => en).join("; ") + (stable.length > 5 ? ` and ${stable.length - 5} more` : ""),
    zh: names.map(({ zh }) => zh).join("；") + (stable.length > 5 ? ` 等 ${stable.length} 个` : ""),
  };
}

function likely({ likelihood, likelihoodDraws }: Shown): Text {
  const [first] = likelihood;
  if (first === undefined)
    return { en: "No coalition is stable in any draw.", zh: "任何抽样中都没有稳定联盟。" };
  const text = coalitionText(first.coalition);
  return {
    en: `Likeliest: ${text.en}, in ${percent(first.odds)} of ${likelihoodDraws} draws of what is not known.`,
    zh: `最可能：${text.zh}，在未知假设的 ${likelihoodDraws} 次抽样中占 ${percent(first.odds)}。`,
  };
}

function price({ transfers }: Shown): Text {
  const { moved, outsideMoney } = transfers;
  if (moved <= 0) return { en: "Nothing: nobody has to be paid.", zh: "无需支付。" };
  return {
    en: `${millions(moved)} MUSD to those who would leave, of which members cannot raise ${millions(outsideMoney)}.`,
    zh: `须向欲退出者支付 ${millions(moved)} 百万美元，其中成员无力筹集 ${millions(outsideMoney)}。`,
  };
}

function answers({ response }: Shown): Text {
  const credible = response.menu.filter((entry) => entry.credible).map((entry) => ruleWords(entry.response));
  const rule = ruleWords(response.rule);
  if (credible.length === response.menu.length)
    return {
      en: `Assumed: ${rule.en}. If all join, every answer leaves ${response.by} as well off as any other.`,
      zh: `假定：${rule.zh}。若全部加入，任何回应对 ${response.by} 都无差别。`,
    };
  return {
    en: `Assumed: ${rule.en}. Best for ${response.by} if all join: ${credible.map(({ en }) => en).join("; or ")}.`,
    zh: `假定：${rule.zh}。若全部加入，对 ${response.by} 最有利：${credible.map(({ zh }) => zh).join("；或")}。`,
  };
}

/** What a deal may cost before it stops paying: the figure on which dealing rests. */
function dealing({ dealCeiling }: Shown): Text {
  const { assumed, ifNobodyJoins } = dealCeiling;
  const limits = Object.entries(ifNobodyJoins).filter(
    (entry): entry is [string, number] => entry[1] !== null && entry[1] > 0,
  );
  if (limits.length === 0)
    return {
      en: "With nobody joined, a deal pays for nobody, even free of charge.",
      zh: "无人加入时，即使无需让步，单独协议对任何一方都不划算。",
    };
  const named = limits
    .sort(([, a], [, b]) => b - a)
    .slice(0, 5)
    .map(([seat, limit]) => `${seat} ${millions(limit)}`);
  return {
    en: `Nobody publishes what a dealer concedes; assumed are ${millions(assumed)} MUSD a year, and dealing rests on that. With nobody joined, a deal pays up to, MUSD a year: ${named.join(", ")}.`,
    zh: `协议中的让步从不公布；此处假定每年 ${millions(assumed)} 百万美元，协议是否划算取决于此。无人加入时，协议划算的年代价上限（百万美元）：${named.join("、")}。`,
  };
}

/** How much of the members' gain outsiders could have too. */
function membership({ split, players }: Shown): Text {
  const sum = (pick: (party: string) => number) => players.reduce((all, id) => all + pick(id), 0);
  const open = sum((id) => split[id].open);
  const clubs = Object.keys(split[players[0]]?.clubs ?? {}) as Club[];
  const parts = clubs.map((club): Text => {
    const amount = millions(sum((id) => split[id].clubs[club] ?? 0));
    return { en: `${clubWords[club].en} ${amount}`, zh: `${clubWords[club].zh} ${amount}` };
  });
  const total = millions(sum((id) => split[id].total));
  if (parts.length === 0)
    return {
      en: `All joining brings members ${total} MUSD together; nothing in the package is for members only.`,
      zh: `全部加入共为成员带来 ${total} 百万美元；方案中没有仅限成员的好处。`,
    };
  return {
    en: `All joining brings members ${total} MUSD together. Only members have: ${parts.map(({ en }) => en).join(", ")}. The rest, ${millions(open)}, comes from prices, supply and the package's bills.`,
    zh: `全部加入共为成员带来 ${total} 百万美元。仅限成员的部分：${parts.map(({ zh }) => zh).join("、")}；其余 ${millions(open)} 来自价格、供应与方案的支出。`,
  };
}

/** The answer in sentences. */
export function summaryTable(answer: Shown, { words }: Pick<Context, "words">): Table {
  const rows: readonly (readonly [Text, Text])[] = [
    [{ en: "Does the table hold if all join?", zh: "全部加入时联盟能维持吗？" }, holds(answer)],
    [{ en: "Where does it end?", zh: "最终走向何处？" }, ends(answer, coalitionText)],
    [{ en: "Which coalitions hold by themselves?", zh: "哪些联盟能自我维持？" }, which(answer)],
    [{ en: "How sure is that?", zh: "有多大把握？" }, likely(answer)],
    [{ en: "What would hold all of them?", zh: "怎样才能维持全部成员？" }, price(answer)],
    [{ en: "What is only for members?", zh: "哪些好处仅限成员？" }, membership(answer)],
    [{ en: "What may a deal cost?", zh: "单独协议可以付出多大代价？" }, dealing(answer)],
    [{ en: "And the answer from outside?", zh: "外部如何回应？" }, answers(answer)],
  ];
  return {
    name: "summary",
    title: { en: "In short", zh: "概要" },
    columns: [
      { key: "question", title: { en: "question", zh: "问题" }, kind: "text" },
      { key: "answer", title: { en: "answer", zh: "回答" }, kind: "text" },
    ],
    rows: rows.map(([question, found]) => [words(question), words(found)]),
  };
}
