import { zhCn, type Text } from "@didym/messages";
import type { Stance } from "@didym/core/summit";

export const nobody: Text = { en: "nobody", zh: "无人" };

/** What items of the account mean to someone who does not read accounts. */
const items: Readonly<Record<string, Text>> = {
  "consumer-surplus": { en: "what users gain from prices and supply", zh: "用户从价格与供应中的得益" },
  "producer-surplus": { en: "profit of own mines and plants", zh: "本国矿山与工厂的利润" },
  recycling: { en: "value of recycled material", zh: "再生料的价值" },
  duty: { en: "import duties received", zh: "进口关税收入" },
  levy: { en: "levies received at the border", zh: "边境调节费收入" },
  "export-tax": { en: "export taxes received", zh: "出口税收入" },
  rent: { en: "rents of licences and quotas", zh: "许可与配额租金" },
  undertaking: { en: "exporters' share of border floors", zh: "边境价格下限中出口商所得" },
  "capital-charge": { en: "cost of new plants", zh: "新建产能的资本成本" },
  "capital-support": { en: "public support for own plants", zh: "对本国工厂的公共支持" },
  "end-stock": { en: "value of stocks left", zh: "期末储备价值" },
  concession: { en: "what is conceded in a deal", zh: "协议中的让步" },
  "place-of-profit": { en: "profit that stays where plants are", zh: "留在工厂所在地的利润" },
  security: { en: "smaller losses if supply stops", zh: "断供损失减少" },
  "payments.in-force": { en: "payments under policy in force", zh: "现行政策下的支付" },
  "payments.response": { en: "payments of the answer", zh: "回应措施的支付" },
};

export function itemWords(item: string): Text {
  const known = items[item];
  if (known !== undefined) return known;
  const lever = item.replace(/^payments\./u, "");
  const title = zhCn.levers[lever as keyof typeof zhCn.levers]?.title.replace(/（.*$/u, "");
  return { en: `payments for ${lever}`, zh: title === undefined ? `${lever} 的支付` : `${title}的支付` };
}

export const clubWords: Readonly<Record<string, Text>> = {
  "crisis-sharing": { en: "sharing in a crisis", zh: "危机时共享供应" },
  "duty-free": { en: "duty-free access to members", zh: "成员间免税准入" },
  "pooled-finance": { en: "pooled money", zh: "资金共担" },
};

export const stanceWords: Readonly<Record<Stance, Text>> = {
  commit: { en: "join", zh: "加入" },
  hedge: { en: "stay out", zh: "观望" },
  deal: { en: "make its own deal", zh: "单独达成协议" },
};

const rules: Readonly<Record<string, Text>> = {
  none: { en: "nothing", zh: "不回应" },
  "licence-squeeze": { en: "licences tightened for all who join", zh: "对所有加入者收紧许可" },
  "first-mover-squeeze": { en: "licences tightened for the first who joins", zh: "只对首个加入者收紧许可" },
  "price-war": { en: "a price war", zh: "价格战" },
  "matching-export-tax": {
    en: "an export tax equal to a border floor's gap",
    zh: "与边境下限差额相等的出口税",
  },
  courtship: {
    en: "deals offered to those outside, licences tightened for the rest",
    zh: "向未加入者提供协议，对加入者收紧许可",
  },
  "best-restriction": {
    en: "licences of the volume that is best for it in each case",
    zh: "每种情形下对其最有利的许可量",
  },
  credible: { en: "whatever is best for it in each case", zh: "每种情形下对其最有利的回应" },
};

export const ruleWords = (rule: string): Text => rules[rule] ?? { en: rule, zh: rule };
