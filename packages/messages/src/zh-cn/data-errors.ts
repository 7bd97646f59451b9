import type { dataErrors as english } from "../en/data-errors.js";
import { shown, type ErrorText } from "../error-text.js";

export const dataErrors: Readonly<Record<keyof typeof english, ErrorText>> = {
  MISSING_FILE: {
    message: () => "缺少该文件。",
    page: "datapackage.json 声明的表文件不存在。",
  },
  BAD_JSON: {
    message: () => "该文件不是有效的 JSON。",
    page: "表的描述无法读取。",
  },
  REQUIRED: {
    message: ({ expected }) => `必须有值：${shown(expected)}。`,
    page: "该单元格或键不得为空。",
  },
  EMPTY_FILE: {
    message: () => "该文件为空。",
    page: "表至少有标题行。",
  },
  RAGGED_ROW: {
    message: ({ found, expected }) => `该行有 ${shown(found)} 个单元格，应为 ${shown(expected)} 个。`,
    page: "每行的单元格数须与标题行一致。",
  },
  UNCLOSED_QUOTE: {
    message: () => "带引号的单元格没有结束。",
    page: "单元格以引号开始，但未闭合。",
  },
  BAD_QUOTE: {
    message: () => "单元格中间出现引号。",
    page: "含引号的单元格须整体加引号，其中的引号双写。",
  },
  WRONG_ENCODING: {
    message: () => "该文件不是纯 UTF-8。",
    page: "表须为不带字节顺序标记的 UTF-8。",
  },
  UNKNOWN_COLUMN: {
    message: ({ found }) => `未知列 ${shown(found)}。`,
    page: "标题行中有 datapackage.json 未声明的列。",
  },
  DUPLICATE_COLUMN: {
    message: ({ found }) => `列 ${shown(found)} 出现两次。`,
    page: "每列在标题行中只出现一次。",
  },
  MISSING_COLUMN: {
    message: ({ expected }) => `缺少列 ${shown(expected)}。`,
    page: "标题行缺少 datapackage.json 声明的列。",
  },
  DUPLICATE_ID: {
    message: ({ found }) => `标识 ${shown(found)} 出现两次。`,
    page: "表的主键不得重复。",
  },
  UNKNOWN_REFERENCE: {
    message: ({ found }) => `${shown(found)} 没有所指。`,
    page: "单元格引用了另一张表中不存在的行。",
  },
  STRAY_SPACE: {
    message: ({ found }) => `${shown(found)} 的边缘有空格。`,
    page: "单元格首尾不得有空格。",
  },
  NOT_ALLOWED: {
    message: ({ found, expected }) => `${shown(found)} 不被允许，应为 ${shown(expected)}。`,
    page: "该列只接受 datapackage.json 列出的值。",
  },
  BAD_PATTERN: {
    message: ({ found, expected }) => `${shown(found)} 不符合格式 ${shown(expected)}。`,
    page: "单元格不符合该列规定的格式。",
  },
  MISSING_UNIT: {
    message: ({ found }) => `数值 ${shown(found)} 没有单位。`,
    page: "没有单位的数值没有意义。",
  },
  VALUE_ORDER: {
    message: ({ found }) => `下限、值、上限的次序不对：${shown(found)}。`,
    page: "须满足 value_low ≤ value ≤ value_high。",
  },
  RESTRICTED_SOURCE: {
    message: ({ found }) => `来源 ${shown(found)} 只允许使用衍生数值。`,
    page: "受使用条款约束的来源，其行不随程序发布；只发布由其衍生的数值（表 derived）。",
  },
  GRADE_MISMATCH: {
    message: ({ found, expected }) => `等级为 ${shown(found)}，但规则给出 ${shown(expected)}。`,
    page: "等级由规则得出；例外须在 grade_exceptions 中成行并写明理由。",
  },
  NO_BASE_YEAR: {
    message: ({ found }) => `无法形成基年：${shown(found)}。`,
    page: "依据中缺少平衡所需的数值。",
  },
  UNKNOWN_TERM: {
    message: ({ found }) => `数值 ${shown(found)} 所指不为平衡所知。`,
    page: "数值须对应平衡中的某个量。",
  },
  BALANCE_INFEASIBLE: {
    message: () => "这些数值无法平衡。",
    page: "在数值界限内没有满足质量守恒的数量。details 指出冲突的行。",
  },
  MISSING_ASSUMPTION: {
    message: ({ found, expected }) => `缺少假设：${shown(expected ?? found)}。`,
    page: "在一无所知之处，假设须成行，等级 D，并有理由与范围；此行缺失。",
  },
  BAD_CHAIN_FILE: {
    message: ({ path }) => `供应链无法读取：${path ?? ""}。`,
    page: "供应链文件不符合其格式。",
  },
  UNKNOWN_PARAMETER: {
    message: ({ found }) => `没有参数 ${shown(found)}。`,
    page: "didym explain parameters 列出全部参数。",
  },
  BASE_VALUE_ADDED: {
    message: ({ found }) => `基年某工厂以低于成本运行：${shown(found)}。`,
    page: "按基年价格其增加值不为正，需要一行基期支持。",
  },
  UNKNOWN_SOURCE: {
    message: ({ found }) => `没有来源 ${shown(found)}。`,
    page: "source_id 须出现在表 sources 中。",
  },
  UNKNOWN_UNIT: {
    message: ({ found }) => `没有单位 ${shown(found)}。`,
    page: "单位须出现在表 units 中。",
  },
  UNKNOWN_PLACE: {
    message: ({ found }) => `没有地点 ${shown(found)}。`,
    page: "文件中的经济体不在表 places 中。",
  },
  NEW_SOURCE: {
    message: ({ found }) => `来源 ${shown(found)} 不在来源之列。`,
    page: "采用其数值之前请先将其加入表 sources。",
  },
  IMPLAUSIBLE_CHANGE: {
    message: ({ found, expected }) => `该数值将由 ${shown(expected)} 变为 ${shown(found)}。`,
    page: "变化超过修订所能解释的程度；请检查单位与定义。",
  },
  REMOTE_ERROR: {
    message: ({ found }) => `文件中是来源方的错误信息：${shown(found)}。`,
    page: "来源方下载失败。请重新获取。",
  },
  TRUNCATED: {
    message: ({ found, expected }) => `文件只含 ${shown(expected)} 行中的 ${shown(found)} 行。`,
    page: "来源方截断了下载。请分批获取。",
  },
  INCOMPLETE_PARTNERS: {
    message: ({ found, expected }) => `各伙伴合计 ${shown(found)}，而世界合计为 ${shown(expected)}。`,
    page: "缺少部分伙伴，无法推导份额。",
  },
  UNKNOWN_FORMAT: {
    message: ({ expected }) => `文件不属于已知格式：${shown(expected)}。`,
    page: "文件以其列来识别。请使用来源方的原始文件。",
  },
  CONFLICTING_ROWS: {
    message: ({ found }) => `两行对同一数值给出不同的值：${shown(found)}。`,
    page: "文件自相矛盾。",
  },
  NOTHING_FOUND: {
    message: () => "文件中没有关于稀土的内容。",
    page: "格式可以识别，但没有与 Didym 模型相关的行。",
  },
  TOTAL_MISMATCH: {
    message: ({ found, expected }) => `各行合计 ${shown(found)}，而总计为 ${shown(expected)}。`,
    page: "文件的分项与总计之差超过舍入。",
  },
  MIXED_WEIGHT: {
    message: ({ found, expected }) => `重量口径不同：实际 ${shown(found)}，应为 ${shown(expected)}。`,
    page: "净重与氧化物当量不得相除。",
  },
};
