import type { inputErrors as english } from "../en/input-errors.js";
import { instead, shown, type ErrorText } from "../error-text.js";

export const inputErrors: Readonly<Record<keyof typeof english, ErrorText>> = {
  WRONG_TYPE: {
    message: ({ found, expected }) => `实际为 ${shown(found)}，应为 ${shown(expected)}。`,
    page: "值的类型不对，例如应为数字处写了文本。",
  },
  MISSING_KEY: {
    message: ({ path, expected }) => `缺少：${path ?? ""}，应为 ${shown(expected)}。`,
    page: "缺少必需的键。",
  },
  OUT_OF_RANGE: {
    message: ({ found, expected }) => `${shown(found)} 超出范围，应为 ${shown(expected)}。`,
    page: "数值超出了有意义的范围。",
  },
  INVALID_VALUE: {
    message: ({ found, expected }) => `${shown(found)} 在此处无效，应为 ${shown(expected)}。`,
    page: "该值不属于此处允许的值。",
  },
  INVALID_ID: {
    message: ({ found }) => `${shown(found)} 不是有效的标识。`,
    page: "标识由字母、数字、点与连字符组成，不含逗号与空格。",
  },
  CONFLICTING_KEYS: {
    message: ({ found }) => `这些键互相排斥：${shown(found)}。`,
    page: "两个键对同一事项作了不同规定。请保留一个。",
  },
  UNKNOWN_SCHEMA: {
    message: ({ found, expected }) => `未知模式 ${shown(found)}，应为 ${shown(expected)}。`,
    page: "schema 一行不是本程序能读取的格式。",
  },
  WRONG_LENGTH: {
    message: ({ found, expected }) => `列表长度不对：实际 ${shown(found)}，应为 ${shown(expected)}。`,
    page: "列表的条目数须与其对应的名称数一致。",
  },
  TOO_LARGE: {
    message: ({ found, expected }) => `条目过多：实际 ${shown(found)}，最多 ${shown(expected)}。`,
    page: "输入超过求解器可接受的规模。",
  },
  TOO_DEEP: {
    message: () => "嵌套过深。",
    page: "列表与对象的嵌套超过任何有效输入的需要。",
  },
  NOT_A_NUMBER: {
    message: ({ found }) => `${shown(found)} 不是有限数值。`,
    page: "数值必须有限。",
  },
  UNKNOWN_REGION: {
    message: ({ found }) => `没有地区 ${shown(found)}。`,
    page: "地区须为 didym data show places 所列之一，或 EU、members 等组。",
  },
  UNKNOWN_GOOD: {
    message: ({ found }) => `没有产品 ${shown(found)}。`,
    page: "产品写作“环节.名称”，例如 oxide.NdPr；选择器中 * 为通配。",
  },
  UNKNOWN_PLANT: {
    message: ({ found }) => `没有工厂 ${shown(found)}。`,
    page: "工厂使用 didym data show facilities 中的标识。",
  },
  INVALID_PARTY: {
    message: ({ found }) => `${shown(found)} 不是有效的参与方。`,
    page: "参与方为地区或席位标识、members、non-members、all、owner:ID、plant:ID，或其列表。",
  },
  CUSTOMS_UNION: {
    message: ({ found, expected }) => `这些属于同一关税同盟：${shown(found)}；应为 ${shown(expected)}。`,
    page: "关税同盟成员适用同一税率：请写出同盟。",
  },
  WRONG_UNIT: {
    message: ({ found, expected }) => `${shown(found)} 的单位不对，应为 ${shown(expected)}。`,
    page: "数量写作“数字 空格 单位”，单位须与字段相符，例如 110 USD/kg。",
  },
  UNIT_SUSPECT: {
    message: ({ found, expected }) => `${shown(found)} 与依据中的数值相去甚远；是否应为 ${shown(expected)}？`,
    page: "单位可以接受，但数值与依据相去甚远，似乎混淆了每吨与每千克。",
  },
  BEYOND_RANGE: {
    message: ({ found, expected }) => `${shown(found)} 超出依据允许的范围：${shown(expected)}。`,
    page: "参数取值在其范围之外，仍按所写使用；didym explain parameters 列出每个参数的范围与理由。",
  },
  ELASTICITY_UNREACHED: {
    message: ({ found, expected, details }) =>
      `${shown(details?.["parameter"])} = ${shown(found)} 不起作用：在此窒息价格下，需求弹性至少为 ${Number(expected).toPrecision(2)}。`,
    hint: ({ details }) => `--set parameters.${shown(details?.["choke"])}=…`,
    page: "价格耗尽下游增加值（demand.value-added.…）时需求归零。在此处归零的曲线，弹性不可能低于 1/ln(窒息价格/基价)；更低的取值按该最小弹性处理。见 docs/model.md，最终需求。",
  },
  OVERLAPPING_DATES: {
    message: ({ found }) => `日期重叠：${shown(found)}。`,
    page: "两个同类政策工具在同一年作用于同一流量。请错开年份或合并。",
  },
  UNKNOWN_VALUE: {
    message: ({ found, expected }) => `${shown(found)} 在此处无效，应为 ${shown(expected)}。`,
    page: "该值不属于此处允许的值。",
  },
  UNKNOWN_STAGE: {
    message: ({ found }) => `没有环节 ${shown(found)}。`,
    page: "环节为 concentrate、oxide、metal 与 magnet。",
  },
  UNKNOWN_END_USE: {
    message: ({ found }) => `没有最终用途 ${shown(found)}。`,
    page: "最终用途为 ev、wind、motors、appliances、electronics、defence、catalysts、polishing、phosphors、metallurgy 与 other。",
  },
  UNKNOWN_PROJECT: {
    message: ({ found }) => `没有项目 ${shown(found)}。`,
    page: "项目使用依据中项目清单的标识。",
  },
  UNKNOWN_ADDRESS: {
    message: ({ found }) => `没有标识为 ${shown(found)} 的政策工具。`,
    page: "地址为 ID.FIELD；政策工具的标识可自定，默认为其种类，其次 kind-2，依此类推。",
  },
  YEAR_ORDER: {
    message: ({ found, expected }) => `年份次序不对：${shown(found)}，应为 ${shown(expected)}。`,
    page: "末年早于首年。",
  },
  YEAR_OUT_OF_RANGE: {
    message: ({ found, expected }) => `年份 ${shown(found)} 不在求解年份之内：${shown(expected)}。`,
    page: "引用的年份不在情景求解范围内。",
  },
  EXTENDS_CYCLE: {
    message: ({ found }) => `情景 ${shown(found)} 扩展了自身。`,
    page: "extends 的链条回到起点；details 列出文件。",
  },
  BORDER_LEFT_OUT: {
    message: ({ found }) => `这些成员没有自己的边境，故不计入：${shown(found)}。`,
    page: "关税同盟成员只能通过同盟席位在其边境行动；该席位不在成员之列。",
  },
  UNKNOWN_RESPONSE: {
    message: ({ found, expected }) => `没有回应 ${shown(found)}；可选：${shown(expected)}。`,
    page: "回应是大国应对联盟的规则：不回应、收紧许可、价格战、对等出口税、提供单独交易。",
  },
  UNKNOWN_METRIC: {
    message: ({ found }) => `没有指标 ${shown(found)}。`,
    page: "指标引用写作“指标[维度, …, 年份]”，例如 price[oxide.NdPr,USA,2030]。",
  },
  UNKNOWN_NAME: {
    message: (issue) => {
      if (issue.path === undefined) return `${shown(issue.found)} 不符合该指标的任何维度。`;
      const others = instead(issue);
      return `没有 ${shown(issue.found)}${others === undefined ? "" : `；现有：${others}`}。`;
    },
    page: "名称不在命令所知之列；若在方括号中，则不是该指标的产品、地区、最终用途或其他维度。",
  },
  UNKNOWN_DIMENSION: {
    message: ({ found }) => `该指标没有维度 ${shown(found)}。`,
    page: "该指标不随此维度变化。didym explain METRIC 列出其维度。",
  },
};
