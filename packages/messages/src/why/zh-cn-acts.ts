import type { ActWords } from "./why-words.js";

/** 每类政策工具首先的作用。 */
export const actsZhCn: ActWords = {
  "price-floor": ({ form, goods, to }) =>
    form === "border-adjusted"
      ? `边境征费把外来的${goods}在${to}边境的到岸价抬至参考价格`
      : `价格低于下限的差额补给${goods}生产者，使其能承受更贵的原料、提高产量并多建产能`,
  offtake: ({ goods }) => `财政收购${goods}入库，需求因此增加`,
  tariff: ({ goods, from, to }) => `关税使${from}的${goods}对${to}变贵，买方转向其他卖方和本地生产者`,
  "tariff-rate-quota": ({ goods, from, to }) => `超出限量后较高的关税使${from}的${goods}对${to}变贵`,
  "export-tax": ({ goods, from, to }) => `${from}的出口税使其${goods}对${to}变贵、在国内变便宜（退税则相反）`,
  "export-licence": ({ goods, from, to }) =>
    `许可限制${from}输往${to}的${goods}数量，仍能到货的部分在当地变贵，对其他买方变便宜`,
  "export-quota": ({ goods, from, to }) => `配额限制${from}输往${to}的${goods}总量，境外变贵，境内变便宜`,
  "export-ban": ({ goods, from, to }) => `${from}的${goods}不再输往${to}，后者须另寻来源`,
  "processing-delay": ({ goods, from, to }) => `许可等待使${to}持有${from}的${goods}成本上升`,
  "technology-export-ban": ({ from }) => `其他地区不再能向${from}学习，损耗与成本因此更高`,
  "output-quota": ({ goods }) => `产量指标限制${goods}的产量，对所有买方变贵`,
  subsidy: ({ goods }) => `按吨或按工厂向${goods}生产者付款，使其能承受更贵的原料、提高产量并多建产能`,
  equity: () => "公共资金提高指定项目的建成比例",
  stockpile: ({ goods }) => `财政充实（或投放）${goods}储备，需求因此增加（或减少）`,
  "recycled-content": ({ goods, to }) => `${to}须购买一定比例的再生${goods}，使其更值钱`,
  "local-content": ({ goods, to }) =>
    `${to}须从指定地区购买一定比例的${goods}，这些地区的产品更值钱，其余变贵`,
  cooperation: () => "成员之间取消关税、以更低利率融资或共享技术，工厂成本因此下降",
  "bilateral-deal": ({ goods, from, to }) => `${to}以让步换取豁免${from}对${goods}的管制`,
  "technology-transfer": ({ from }) => `东道地区向${from}学习，损耗与成本因此更低`,
  "environmental-cost": ({ goods }) => `${goods}生产者每吨承担一笔成本，因而减产、少建`,
  "demand-shift": () => "终端用途的需求比原来更多或更少（假设情形，并非政策）",
};
