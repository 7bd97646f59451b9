import type { ErrorText, IssueFacts } from "../error-text.js";

/** What readers of files and flags say in English of what they found or expected. */
const phrases: Readonly<Record<string, string>> = {
  "Expected double-quoted property name": "此处应为双引号括起的属性名",
  "Expected property name or '}'": "此处应为属性名或 }",
  "Expected ',' or '}' after property value": "属性值之后应为逗号或 }",
  "Expected ',' or ']' after array element": "数组元素之后应为逗号或 ]",
  "Expected ':' after property name": "属性名之后应为冒号",
  "Unexpected end of JSON input": "文本在结束前中断",
  "Unexpected non-whitespace character after JSON": "JSON 结束之后还有其他字符",
  "Unterminated string": "字符串没有结束引号",
  "Bad control character in string literal": "字符串中有控制字符",
  "Bad escaped character": "转义字符无效",
  "Bad Unicode escape": "Unicode 转义无效",
  "No number after minus sign": "负号之后没有数字",
  "Exponent part is missing a number": "指数部分缺少数字",
  "Unterminated fractional number": "小数部分缺少数字",
  "Unexpected string": "此处不应有字符串",
  "Unexpected number": "此处不应有数字",
  "nested too deeply": "嵌套过深",
  "Flow sequence in block collection must be sufficiently indented and end with a ]":
    "方括号列表须足够缩进并以 ] 结束",
  "Flow map in block collection must be sufficiently indented and end with a }":
    "花括号映射须足够缩进并以 } 结束",
  "Nested mappings are not allowed in compact mappings": "同一行内不允许嵌套映射",
  "Implicit keys need to be on a single line": "隐式键须在同一行",
  "Implicit map keys need to be followed by map values": "映射的键之后应有值",
  "All mapping items must start at the same column": "同一映射各项须对齐在同一列",
  "All sequence items must start at the same column": "同一列表各项须对齐在同一列",
  "A block sequence may not be used as an implicit map key": "列表不能作为隐式键",
  "Block collections are not allowed within flow collections": "方括号或花括号之内不能用缩进形式",
  'Missing closing "quote': "缺少结束的双引号",
  "Missing closing 'quote": "缺少结束的单引号",
  "Tabs are not allowed as indentation": "缩进不能用制表符",
  "A node can have at most one anchor": "一处至多有一个锚点",
  "A node can have at most one tag": "一处至多有一个标签",
  "An alias node must not specify any properties": "别名不能带其他属性",
  "Comments must be separated from other tokens by white space characters": "注释之前须有空格",
  "Sequence item without - indicator": "列表项之前缺少 -",
  "Map keys must be unique": "映射的键不得重复",
  "Unexpected scalar at node end": "此处不应再有内容",
  "it exists": "已存在",
  "data update without --dry-run": "不带 --dry-run 的 data update",
  "a finite number": "有限数",
  "finite number": "有限数",
  number: "数",
  integer: "整数",
  string: "文本",
  object: "对象",
  array: "列表",
  boolean: "真或假",
  "kebab-case": "以连字符相连的小写字母",
  "one of them": "其中之一",
  "one lever": "一个政策工具",
  "name or scenario": "name 或 scenario",
  "more than 0": "大于 0",
  "World total": "世界合计",
  "name, path and schema": "name、path 与 schema",
  "low <= value <= high": "下限 <= 值 <= 上限",
  "derived figures only": "只能是推算的数字",
  "UTF-8 without byte-order mark": "不带字节顺序标记的 UTF-8",
  "a region, members, non-members or all": "某个地区、members、non-members 或 all",
  "goods paid per tonne": "按吨付款的产品",
  "plants paid the agreed price": "按约定价格付款的工厂",
  "release and release-from together": "release 与 release-from 同时给出",
  "at least in-quota": "不低于配额内税率",
  "a positive value added or a cost": "正的增加值或成本",
  "hedge or deal": "hedge 或 deal",
  "one tariff-rate quota per arc": "每条路线只能有一个关税配额",
  "ces is a form of demand": "ces 只用于需求",
  "golombek is a form of supply": "golombek 只用于供给",
};

/** Phrases with a figure or a name in them. */
const patterns: readonly (readonly [RegExp, string])[] = [
  [/^integer (\S+)…(\S+)$/u, "$1 至 $2 的整数"],
  [/^number (\S+)…(\S+)$/u, "$1 至 $2 的数"],
  [/^integer ≥ (\S+)$/u, "不小于 $1 的整数"],
  [/^number ≥ (\S+)$/u, "不小于 $1 的数"],
  [/^(\d+) to (\d+)$/u, "$1 至 $2"],
  [/^<= (\d+) values$/u, "至多 $1 个值"],
  [/^<= (\d+) arcs$/u, "至多 $1 条路线"],
  [/^<= (\d+) players$/u, "至多 $1 个参与者"],
  [/^(\d+–\d+) scenarios$/u, "$1 个情景"],
  [/^Unexpected token (.+)$/u, "此处不应有 $1"],
  [/^Unexpected (\S+) in (?:flow )?(?:sequence|collection|map|mapping)$/u, "此处不应有 $1"],
  [/^Unexpected (\S+) token$/u, "此处不应有 $1"],
  [/^Unexpected (\S+) at node end$/u, "此处不应再有 $1"],
  [/^Unexpected empty item in .+$/u, "此处不应有空项"],
  [/^Missing , (?:or : )?between .+ items$/u, "各项之间缺少逗号"],
  [/^Missing space after : in .+$/u, "冒号之后缺少空格"],
  [/^Plain value cannot start with (.+)$/u, "不加引号的值不能以 $1 开头"],
  [/^Block scalar header includes extra characters: (.+)$/u, "多行文本的标记有多余字符：$1"],
  [/^Unresolved alias \(the anchor must be set before the alias\): (.+)$/u, "别名 $1 没有在先的锚点"],
  [/^Unresolved tag: (.+)$/u, "未知标签 $1"],
  [/^Invalid escape sequence (.+)$/u, "转义 $1 无效"],
  [/^key (.+) stands twice$/u, "键 $1 出现两次"],
];

/** A phrase in Chinese; anything else as it stands. */
export function inChinese(value: string): string {
  if (Object.hasOwn(phrases, value)) return phrases[value];
  const found = patterns.find(([pattern]) => pattern.test(value));
  return found === undefined ? value : value.replace(found[0], found[1]);
}

const spoken = (value: unknown): unknown => (typeof value === "string" ? inChinese(value) : value);

/** Found values are the user's own words, but for what is not supported. */
function facts({ found, expected, details, ...issue }: IssueFacts): IssueFacts {
  const reason = details?.["reason"];
  return {
    ...issue,
    ...(found !== undefined && { found: issue.code === "UNSUPPORTED" ? spoken(found) : found }),
    ...(expected !== undefined && { expected: spoken(expected) }),
    ...(details !== undefined && {
      details: reason === undefined ? details : { ...details, reason: spoken(reason) },
    }),
  };
}

/** An error's words that say its facts in Chinese where they are phrases. */
export function withPhrases({ message, hint, page }: ErrorText): ErrorText {
  return {
    message: (issue) => message(facts(issue)),
    ...(hint !== undefined && { hint: (issue: IssueFacts) => hint(facts(issue)) }),
    page,
  };
}
