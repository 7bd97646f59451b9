import type { Text } from "../../text.js";

export interface Term {
  readonly term: Text;
  readonly meaning: Text;
}

const term = (en: string, zh: string, meaningEn: string, meaningZh: string): Term => ({
  term: { en, zh },
  meaning: { en: meaningEn, zh: meaningZh },
});

/** Terms of the field as this laboratory uses them. */
export const glossary: readonly Term[] = [
  term(
    "rare-earth oxide (REO)",
    "稀土氧化物（REO）",
    "The unit in which ores and oxides are counted; tonnes are REO-equivalent unless said.",
    "矿石与氧化物的计量单位；除另有说明外，吨数均折合为 REO。",
  ),
  term(
    "light / medium and heavy rare earths",
    "轻稀土 / 中重稀土",
    "Lanthanum to neodymium against the rest. The controls of 2025 list Sm, Gd, Tb, Dy, Lu, Sc and Y.",
    "镧至钕为轻稀土，其余为中重稀土。2025 年管制清单列钐、钆、铽、镝、镥、钪、钇。",
  ),
  term(
    "praseodymium–neodymium (NdPr) oxide",
    "氧化镨钕",
    "The two elements of most magnets, sold unseparated; once taken for one element, didymium.",
    "多数磁体所用的两种元素，通常不再分开出售；曾被误认为一种元素“didymium”。",
  ),
  term(
    "ion-adsorption clay",
    "离子吸附型稀土矿",
    "Clay that holds rare earths loosely; the main source of the heavy ones.",
    "稀土以离子态吸附于黏土，是重稀土的主要来源。",
  ),
  term(
    "concentrate; mixed carbonate",
    "精矿；混合碳酸稀土",
    "What leaves a mine, and what leaves cracking and leaching: not yet separated.",
    "矿山产出的产品，以及焙烧浸出后的产品，均尚未分离。",
  ),
  term(
    "cracking and leaching; separation",
    "焙烧浸出；分离",
    "Bringing the elements into solution, then parting them from one another.",
    "先把元素转入溶液，再逐一分离。",
  ),
  term(
    "metal making; alloy; sintered magnet",
    "金属冶炼；合金；烧结磁体",
    "The steps from oxide to magnet.",
    "由氧化物到磁体的各道工序。",
  ),
  term(
    "recovery; yield",
    "回收率；收率",
    "Part of what goes in that comes out as product.",
    "投入中成为产品的份额。",
  ),
  term(
    "grade of ore; grade of evidence",
    "品位；证据等级",
    "Two things: the share of rare earths in ore, and how well a figure is known (A to D).",
    "二者不同：前者指矿石中稀土的含量，后者指数字的可靠程度（A 至 D）。",
  ),
  term(
    "basket; joint production; balance problem",
    "配分；联产；平衡问题",
    "An ore gives its elements in fixed proportions, so making more of one makes more of all.",
    "矿石中各元素比例固定，多产一种便多产全部。",
  ),
  term(
    "price floor; contract for difference",
    "价格下限；差价合约",
    "Somebody pays the producer the gap between a strike and the price of the market.",
    "由他方向生产者补足执行价与市场价之差。",
  ),
  term(
    "border-adjusted floor",
    "边境调节价格下限",
    "A reference price at the border: what lands below it pays up to it.",
    "边境处的参考价格：低于此价的到岸货物补至此价。",
  ),
  term(
    "upside share",
    "上行分成",
    "The share of a price above a line that the producer returns.",
    "价格高于约定水平时，生产者返还的份额。",
  ),
  term(
    "tariff, duty; export tax",
    "关税；出口税",
    "Paid on entry; paid on exit.",
    "入境时缴纳；出境时缴纳。",
  ),
  term(
    "export licence; quota; ban",
    "出口许可；配额；禁令",
    "Volumes that may leave: case by case, in total, none.",
    "准许出口的数量：逐案、总量、为零。",
  ),
  term("offtake", "包销", "A promise to buy for years at agreed terms.", "按约定条件多年购买的承诺。"),
  term(
    "stockpile (build, release)",
    "储备（收储、投放）",
    "Purchases that raise demand now and supply later.",
    "先增加需求、后增加供给的购买。",
  ),
  term(
    "capacity; utilisation",
    "产能；产能利用率",
    "What plants could make in a year; the share of it they make.",
    "工厂一年可产的数量；实际产出所占份额。",
  ),
  term(
    "self-sufficiency; dependence; exposure",
    "自给率；依赖度；暴露度",
    "What own output could cover; what comes from one partner, directly or inside other goods.",
    "本地产出可覆盖的份额；来自某一伙伴的份额，含隐含于其他产品者。",
  ),
  term(
    "de-risking; decoupling",
    "去风险；脱钩",
    "Fewer dependences on one supplier; none at all.",
    "减少对单一供应方的依赖；完全断绝。",
  ),
  term(
    "commit / hedge / deal",
    "加入 / 观望 / 单独交易",
    "The three stances of a seat at the summit.",
    "峰会中每一席位的三种立场。",
  ),
  term(
    "internal / external stability",
    "内部稳定 / 外部稳定",
    "No member gains by leaving; nobody outside gains by joining.",
    "成员离开不获益；外部者加入不获益。",
  ),
  term(
    "consumer / producer surplus",
    "消费者剩余 / 生产者剩余",
    "What users would have paid beyond what they pay; what producers get beyond their cost.",
    "使用者愿付而未付的部分；生产者所得超出成本的部分。",
  ),
  term(
    "shortage, unmet demand",
    "短缺，未满足需求",
    "Demand at the prices of the base year less demand at the prices of the year.",
    "按基年价格的需求减去按当年价格的需求。",
  ),
  term(
    "dispersed spatial price equilibrium",
    "弥散型空间价格均衡",
    "Buyers take most from the cheapest source and something from every other.",
    "买方多从最便宜的来源购买，其余来源也各占一些。",
  ),
  term(
    "match cost",
    "匹配成本",
    "The effort of using a less suited source. Real, but no money changes hands.",
    "改用不甚合适的来源所费的工夫；真实存在，但无资金易手。",
  ),
  term(
    "back-test",
    "回测",
    "The model is given the past and held against what was observed.",
    "让模型推算过去，并与观测对照。",
  ),
  term(
    "source, origin",
    "来源，出处",
    "Where a figure was published; the whole way from there to here.",
    "数字发表之处；由彼处到此处的全过程。",
  ),
  term(
    "economy, region",
    "经济体，地区",
    "Entries are economies, not states; no view on territory is implied.",
    "条目指经济体而非国家，不含对领土的立场。",
  ),
  term("seat (at the summit)", "席位", "A party that decides at the summit.", "在峰会中作决定的一方。"),
  term("hazard", "断供风险率", "Chance a year that supply is stopped.", "一年内发生断供的概率。"),
  term(
    "disposal",
    "弃置",
    "Output stored or thrown away since finishing it would cost more than it brings.",
    "精制成本高于售价而存放或弃去的产出。",
  ),
  term(
    "choke price",
    "阻断价格",
    "The price from which nobody buys: the product's price plus the value added that hangs on it.",
    "高于此价便无人购买：产品价格加上依赖它的下游增加值。",
  ),
];
