import type { Summit, SummitAnswer, SummitResult } from "@didym/core/summit";
import { profileName } from "@didym/core/summit";
import type { Cell, Table } from "../command/answer.js";
import { number, text, type Shown, type Words } from "./columns.js";
import { itemWords, nobody, ruleWords, stanceWords } from "./words.js";

/** Seat by seat: what joining brings, and from which danger of a stop on it beats staying out. */
export function seatTable(answer: Shown, { words }: Words, { chain }: Summit): Table {
  const grand = answer.players.join(",");
  const name = (id: string) => words(chain.seats.find((seat) => seat.id === id)!.name);
  return {
    name: "seats",
    title: {
      en: "What each gains if all join, MUSD over all years, and the yearly chance of a stop that makes joining the better choice",
      zh: "全部加入时各方得益（百万美元，各年合计现值）及使加入更优的年断供概率",
    },
    columns: [
      text("seat", "seat", "席位"),
      text("name", "name", "名称"),
      number("gain", "gain", "得益", 0),
      number("constant", "without a stop", "无断供时", 0),
      number("slope", "per certain stop each year", "若每年必断供则减少", 0),
      number("breakEven", "joining pays at a chance of", "加入有利的概率", 3),
      text("better", "which side", "哪一侧"),
      number("shapley", "share of the common gain", "共同得益的份额", 0),
    ],
    rows: answer.players.map((id): Cell[] => [
      id,
      name(id),
      answer.payoffs[grand][id],
      answer.lines[grand][id].constant,
      answer.lines[grand][id].slope,
      answer.breakEven[id].hedge,
      words(sides[answer.commitBetter[id].hedge]),
      answer.shapley[id],
    ]),
  };
}

const sides = {
  above: { en: "above it", zh: "高于此值" },
  below: { en: "below it", zh: "低于此值" },
  always: { en: "at any chance", zh: "任何概率下都有利" },
  never: { en: "at no chance", zh: "任何概率下都不利" },
  tied: { en: "no difference", zh: "无差别" },
} as const;

export function pathTable(name: "path" | "start", answer: Shown, { words }: Words): Table {
  const title =
    name === "path"
      ? { en: "Who moves, from all joined, the largest gain first", zh: "从全部加入出发，得益最大者先动" }
      : { en: "Who moves, from nobody joined", zh: "从无人加入出发" };
  return {
    name,
    title,
    columns: [
      { key: "step", title: { en: "step", zh: "步骤" }, kind: "integer" },
      text("mover", "who", "谁"),
      text("from", "from", "由"),
      text("to", "to", "转为"),
      number("gain", "gain, MUSD", "得益，百万美元", 0),
      text("because", "most of all because of", "主要因为"),
      number("amount", "of that, MUSD", "其中，百万美元", 0),
      text("against", "against it", "不利因素"),
      number("lost", "of that, MUSD", "其中，百万美元", 0),
    ],
    rows: answer[name].map((step, i): Cell[] => {
      const against = step.reasons.at(-1);
      const loses = against !== undefined && against.amount < 0;
      return [
        i + 1,
        step.mover,
        words(stanceWords[step.from]),
        words(stanceWords[step.to]),
        step.gain,
        words(itemWords(step.item)),
        step.amount,
        loses ? words(itemWords(against.item)) : "",
        loses ? against.amount : null,
      ];
    }),
  };
}

export function responseTable({ response }: Shown, { words }: Words): Table {
  return {
    name: "response",
    title: {
      en: `What each answer would cost ${response.by} if all join`,
      zh: `若全部加入，各种回应对 ${response.by} 的代价`,
    },
    columns: [
      text("response", "answer", "回应"),
      number("cost", "worse than its best by, MUSD", "比最优差，百万美元", 0),
      text("credible", "would it?", "可信吗"),
    ],
    rows: response.menu.map((entry): Cell[] => [
      words(ruleWords(entry.response)),
      entry.cost,
      words(entry.credible ? { en: "yes", zh: "是" } : { en: "no", zh: "否" }),
    ]),
  };
}

export function likelihoodTable({ likelihood, likelihoodDraws }: Shown, { words }: Words): Table {
  return {
    name: "likelihood",
    title: {
      en: `Coalitions that hold, share of ${likelihoodDraws} draws of hazard, discount rate, paying key, weights`,
      zh: `能维持的联盟在 ${likelihoodDraws} 次抽样（断供概率、贴现率、分摊方式、权重）中的占比`,
    },
    columns: [text("coalition", "coalition", "联盟"), number("odds", "share of draws", "占比", 3)],
    rows: likelihood
      .slice(0, 8)
      .map(({ coalition, odds }) => [coalition === "" ? words(nobody) : coalition, odds]),
  };
}

export function structuralTable({ draws, odds }: SummitAnswer["structural"], { words }: Words): Table {
  return {
    name: "structural",
    title: {
      en: `Where nobody wants to move, share of ${draws} draws of elasticities, costs of unfamiliar sources and the squeeze`,
      zh: `无人愿意改变立场的比例：对弹性、陌生来源成本与收紧幅度的 ${draws} 次抽样`,
    },
    columns: [text("coalition", "coalition", "联盟"), number("odds", "share of draws", "占比", 3)],
    rows: odds.map(({ coalition, odds: share }) => [coalition === "" ? words(nobody) : coalition, share]),
  };
}

/** Every solved commit/hedge profile by party: the gain as a line in the hazard, MUSD. */
export function payoffTable({ book, payoffs }: SummitResult): Table {
  const { summit } = book;
  const { players, parties, assumptions } = summit;
  const rows: Cell[][] = [];
  for (let commit = 0; commit < 1 << players.length; commit++)
    parties.forEach(({ id }, party) => {
      const { constant, slope } = payoffs.line({ commit, deal: 0 }, party);
      const coalition = profileName({ commit, deal: 0 }, players);
      rows.push([
        coalition,
        id,
        (constant - slope * assumptions.hazard) / 1000,
        constant / 1000,
        slope / 1000,
      ]);
    });
  return {
    name: "payoffs",
    quiet: true,
    columns: [
      text("coalition", "coalition", "联盟"),
      text("party", "party", "一方"),
      number("payoff", "payoff, MUSD", "得益，百万美元"),
      number("constant", "constant, MUSD", "常数项，百万美元"),
      number("slope", "slope in hazard, MUSD", "断供概率斜率，百万美元"),
    ],
    rows,
  };
}

const mostProfiles = 256;

/** Levels by profile, party, year and item, kUSD; of all profiles where they are few, else of those the answer names. */
export function itemTable({ book, named }: SummitResult): Table {
  const { summit } = book;
  const { players, parties, items, years } = summit;
  const all = 1 << players.length;
  const profiles =
    all <= mostProfiles ? Array.from({ length: all }, (_, commit) => ({ commit, deal: 0 })) : named;
  const rows: Cell[][] = [];
  for (const profile of profiles) {
    const { values } = book.at(profile).account;
    const coalition = profileName(profile, players);
    let at = 0;
    for (const { id } of parties)
      for (const item of items.ids)
        for (const year of years) {
          const value = values[at++];
          if (value !== 0) rows.push([coalition, id, year, item, value]);
        }
  }
  return {
    name: "items",
    quiet: true,
    columns: [
      text("coalition", "coalition", "联盟"),
      text("party", "party", "一方"),
      { key: "year", title: { en: "year", zh: "年份" }, kind: "year" },
      text("item", "item", "项目"),
      number("value", "level, kUSD", "水平值，千美元"),
    ],
    rows,
  };
}
