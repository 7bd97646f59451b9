import type { Text } from "@didym/messages";
import type { Club } from "@didym/core/summit";
import type { Cell, Table } from "../command/answer.js";
import { number, text, type Shown, type Words } from "./columns.js";
import { clubWords, itemWords, nobody, stanceWords } from "./words.js";

/** What each seat does best if the others all join, in words. */
export function choiceTable({ choices, dealCeiling }: Shown, { words }: Words): Table {
  return {
    name: "choices",
    title: {
      en: "What each would rather do if all others join, and why; and what a deal may cost it a year before it stops paying, MUSD",
      zh: "若其他各方全部加入，各方更愿意怎么做及其原因；以及单独协议每年代价超过多少即不再划算（百万美元）",
    },
    columns: [
      text("seat", "seat", "席位"),
      text("stance", "it would rather", "更愿意"),
      number("gain", "than join (or next best), by MUSD", "比加入（或次优）多得，百万美元", 0),
      text("because", "most of all because of", "主要因为"),
      text("against", "against it", "不利因素"),
      number("ceiling", "a deal pays up to, others joined", "协议代价上限，他方加入", 0),
      number("ceilingAlone", "and with nobody joined", "协议代价上限，无人加入", 0),
    ],
    rows: Object.entries(choices.ifAllJoin).map(([seat, choice]): Cell[] => [
      seat,
      words(choice.indifferent ? indifferent : stanceWords[choice.stance]),
      choice.gain,
      words(weighed(choice.for)),
      words(weighed(choice.against)),
      dealCeiling.ifAllJoin[seat],
      dealCeiling.ifNobodyJoins[seat],
    ]),
  };
}

const indifferent = { en: "does not mind", zh: "无所谓" } as const;

/** The first item of a list of reasons with its amount. */
function weighed([first]: readonly { readonly item: string; readonly amount: number }[]): Text {
  if (first === undefined) return { en: "", zh: "" };
  const item = itemWords(first.item);
  const amount = first.amount.toFixed(0);
  return { en: `${item.en} (${amount})`, zh: `${item.zh}（${amount}）` };
}

/** Whether a gain needs membership: what each club good brings, and what is open to all. */
export function splitTable({ split, players }: Shown, { words }: Words): Table {
  const clubs = Object.keys(split[players[0]]?.clubs ?? {}) as Club[];
  return {
    name: "split",
    title: {
      en: "What all joining brings each, MUSD: what outsiders can be kept from, and what is open to all",
      zh: "全部加入给各方带来的得益（百万美元）：可将外人排除的部分与人人可得的部分",
    },
    columns: [
      text("party", "party", "一方"),
      number("total", "gain", "得益", 0),
      number(
        "open",
        "open to all: prices, supply, and what the package costs",
        "人人可得：价格、供应及方案成本",
        0,
      ),
      ...clubs.map((club) => number(club, clubWords[club].en, clubWords[club].zh, 0)),
    ],
    rows: Object.entries(split).map(([party, found]): Cell[] => [
      party === "rest" ? words(rest) : party,
      found.total,
      found.open,
      ...clubs.map((club) => found.clubs[club] ?? 0),
    ]),
  };
}

const rest = { en: "rest of the world", zh: "世界其他地区" } as const;

/** Where nobody wants to move, and where those who look ahead would stay, for few seats. */
export function restTable({ rests, farsighted }: Shown, { words }: Words): Table[] {
  if (rests === undefined && farsighted === undefined) return [];
  const all = [...new Set([...(rests ?? []), ...(farsighted ?? [])])];
  const yes = { en: "yes", zh: "是" };
  return [
    {
      name: "rests",
      title: {
        en: "Where it can rest: nobody gains by moving alone; or each who would move fears what follows",
        zh: "可能的静止状态：无人单独行动得益；或欲行动者顾忌后续反应",
      },
      columns: [
        text("profile", "who does what", "各方立场"),
        text("rests", "nobody moves alone", "无人单独行动"),
        text("farsighted", "looking ahead", "有远见时"),
      ],
      rows: all
        .slice(0, mostRests)
        .map((profile): Cell[] => [
          profile === "" ? words(nobody) : profile,
          rests?.includes(profile) === true ? words(yes) : "",
          farsighted?.includes(profile) === true ? words(yes) : "",
        ]),
    },
  ];
}

const mostRests = 20;
