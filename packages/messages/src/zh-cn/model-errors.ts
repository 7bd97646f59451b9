import type { modelErrors as english } from "../en/model-errors.js";
import { ambiguousYears } from "../ambiguous-years.js";
import { shown, type ErrorText } from "../error-text.js";

export const modelErrors: Readonly<Record<keyof typeof english, ErrorText>> = {
  NO_MEANING: {
    message: ({ found }) => `${shown(found)} 在该年没有意义：没有流量。`,
    page: "没有购买就没有价格，分母为零就没有份额。请换一个年份、地区或产品。",
  },
  DUPLICATE_FIRM: {
    message: ({ found }) => `企业 ${shown(found)} 出现两次。`,
    page: "企业标识不得重复。",
  },
  DUPLICATE_ROW: {
    message: ({ path }) => `该行重复：${path ?? ""}。`,
    page: "两行描述同一事物。请合并。",
  },
  UNKNOWN_SELLER: {
    message: ({ found }) => `没有卖方 ${shown(found)}。`,
    page: "卖方为地区、企业标识，或表示唯一卖方的 *。",
  },
  INCONSISTENT_PRICE: {
    message: ({ found, expected }) => `同一产地的基准价格不一致：${shown(found)}，应为 ${shown(expected)}。`,
    page: "price 是 from 的产地价格；同一产地的各行须一致。",
  },
  DOWNSTREAM_UNCOVERED: {
    message: ({ found }) => `价格下限覆盖 ${shown(found)}，但不覆盖其下游产品。`,
    page: "只对材料而不对其产品设边境价格下限，会促使后者进口。",
  },
  EQUITY_WITHOUT_MONEY: {
    message: ({ path }) => `股权 ${path ?? ""} 使项目建成而不花钱：金额为 0。`,
    page: "只提高建成比例而不给金额，财政便不出一分钱：工厂由假设而非资金建成。",
  },
  EQUITY_BEYOND_OUTLAY: {
    message: ({ found, expected, details }) =>
      `股权 ${shown(found)} 百万美元超过 ${shown(details?.["project"])} 的投资额：至多支付 ${shown(expected)} 百万美元。`,
    page: "股权抵减项目的年金，至多全部抵减：超出投资额的部分不予支付。",
  },
  AMBIGUOUS: {
    message: (issue) => {
      const { years, apart } = ambiguousYears(issue);
      if (years === "") return "存在不止一个均衡；两者均已给出。";
      const most =
        apart &&
        `；相差最大的是 ${apart.what}：此处 ${apart.here} 美元/千克，另一均衡 ${apart.other} 美元/千克`;
      return `${years} 年存在不止一个均衡；所示数字属于其中之一${most ?? ""}。`;
    },
    page: "存在从价楔子、价格下限或差价合约时，均衡未必唯一。两条路径得到不同的答案。",
  },
  UNKNOWN_ARC: {
    message: ({ found }) => `没有贸易路线 ${shown(found)}。`,
    page: "该行引用了 transport 未列出的路线。",
  },
  SAME_REGION: {
    message: ({ found }) => `路线由 ${shown(found)} 通向自身。`,
    page: "运输连接两个不同地区；地区自身供给不需要路线。",
  },
  NEGATIVE_CAPACITY: {
    message: ({ found, expected }) => `${shown(found)} 为负，应为 ${shown(expected)}。`,
    page: "产能与限额不得为负。",
  },
  UNKNOWN_FORM: {
    message: ({ found }) => `没有曲线形式 ${shown(found)}。`,
    page: "曲线形式见问题格式。",
  },
};
