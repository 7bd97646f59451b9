import { actsZhCn } from "./zh-cn-acts.js";
import type { CauseFacts, SubjectWords, WhyWords } from "./why-words.js";

const of = (region: string): string => (region === "" ? "" : `${region}的`);

const subjects: SubjectWords = {
  price: ({ good, region }) => `${of(region)}${good}价格`,
  "use-cost": ({ good, region }) => `${of(region)}${good}使用成本`,
  "origin-price": ({ good, region }) => `${of(region)}${good}出厂价`,
  production: ({ good, region }) => `${of(region)}${good}产量`,
  capacity: ({ good, region }) => `${of(region)}${good}产能`,
  disposal: ({ good, region }) => `${of(region)}未售出的${good}`,
  use: ({ good, region, endUse }) => `${of(region)}${endUse}${good}用量`,
  "imports-from": ({ good, region, partner }) => `${region}自${partner}购买的${good}数量`,
  utilisation: ({ good, region }) => `${of(region)}${good}产能利用率`,
  "self-sufficiency": ({ good, region }) => `${of(region)}${good}自给率`,
  share: ({ stage, region }) => `${of(region)}${stage}世界产量份额`,
  exposure: ({ stage, region, partner }) => `${region}在${stage}环节对${partner || "境外"}的依赖度`,
  hhi: ({ stage, region }) => `${of(region)}${stage}采购集中度（HHI）`,
  unmet: ({ endUse, region }) => `${of(region)}${endUse}未满足需求`,
  "consumer-surplus": ({ region }) => `${of(region)}消费者剩余`,
  "producer-surplus": ({ region }) => `${of(region)}生产者剩余`,
  "match-cost": ({ region }) => `${of(region)}匹配成本`,
  welfare: ({ region }) => `${of(region)}福利`,
  "expected-disruption-loss": ({ region }) => `${of(region)}断供预期损失`,
  revenue: ({ region, kind }) => `${of(region)}${kind || "关税、征费、出口税与租金"}收入`,
  "fiscal-cost": ({ region, lever }) => `${of(region)}${lever && `${lever} `}财政支出`,
};

/** 金额：一律只说差额。 */
const money = new Set([
  "consumer-surplus",
  "producer-surplus",
  "match-cost",
  "welfare",
  "expected-disruption-loss",
  "revenue",
  "fiscal-cost",
]);

function link(facts: CauseFacts): string {
  const subject = subjects[facts.metric as keyof SubjectWords](facts);
  const { before, after, unit, change, moved, rises } = facts;
  if (money.has(facts.metric)) return `${subject}${rises ? "增加" : "减少"} ${moved} ${unit}`;
  if (before === after) return `${subject}仍为 ${after} ${unit}`.trimEnd();
  const text = `${subject}由 ${before} ${rises ? "升" : "降"}至 ${after} ${unit}`.trimEnd();
  return change === "" ? text : `${text}（${change}）`;
}

export const whyZhCn: WhyWords = {
  act: (facts) => actsZhCn[facts.kind as keyof typeof actsZhCn](facts),
  link,
  chain: (lever, act, links) => `${lever}：${[act, ...links].join("；")}。`,
  list: (names, more) => `${names.join("、")}${more ? "等" : ""}`,
  stages: { concentrate: "精矿", oxide: "氧化物", metal: "金属", magnet: "磁体" },
  places: {
    EU: "欧盟",
    members: "成员",
    "non-members": "非成员",
    world: "全球",
    "world-excluding-CHN": "中国以外",
    all: "其他各方",
  },
  anyGoods: "其产品",
  others: "其他方",
  points: "个百分点",
  alone: "每条因果链只让该工具单独起作用；上表的贡献则计入与其他工具的相互作用。",
};
