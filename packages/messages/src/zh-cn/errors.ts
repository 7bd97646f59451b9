import type { ErrorCode } from "../en/errors.js";
import { helpHint, instead, rounded, shown, type ErrorText } from "../error-text.js";
import { dataErrors } from "./data-errors.js";
import { gamesErrors } from "./games-errors.js";
import { httpErrors } from "./http-errors.js";
import { inputErrors } from "./input-errors.js";
import { modelErrors } from "./model-errors.js";

export const errors: Readonly<Record<ErrorCode, ErrorText>> = {
  ...inputErrors,
  ...gamesErrors,
  ...httpErrors,
  ...dataErrors,
  ...modelErrors,
  UNKNOWN_COMMAND: {
    message: ({ found }) => `没有命令 ${shown(found)}。`,
    hint: () => "didym --help",
    page: "开头的词不是任何命令。didym --help 列出所有命令。",
  },
  UNKNOWN_FLAG: {
    message: ({ found, expected }) => `未知选项 ${shown(found)}。此处可用：${shown(expected)}。`,
    hint: helpHint,
    page: "该命令不认识此选项。选项从不被忽略，以免笔误在不知不觉中改变结果。",
  },
  MISSING_VALUE: {
    message: ({ found }) => `${shown(found)} 需要一个值。`,
    page: "需要取值的选项后面没有值。请写 --flag VALUE 或 --flag=VALUE。",
  },
  INVALID_ARGUMENT: {
    message: ({ path, found, expected }) =>
      `${path ?? ""} 不接受 ${shown(found)}；应为：${shown(expected)}。`,
    page: "某个选项或参数的值类型不对。提示中说明了可接受的值。",
  },
  MISSING_ARGUMENT: {
    message: ({ expected }) => `缺少：${shown(expected)}。`,
    hint: helpHint,
    page: "该命令需要的某个参数或选项没有给出。",
  },
  UNEXPECTED_ARGUMENT: {
    message: ({ found }) => `此处不应有参数：${shown(found)}。`,
    hint: helpHint,
    page: "给出的参数多于该命令所能接受的数量。",
  },
  CONFLICTING_FLAGS: {
    message: ({ found }) => `以下选项互相矛盾：${shown(found)}。`,
    page: "两个选项要求不同的结果，例如 --json 与 --format csv。请去掉其中一个。",
  },
  BINARY_TO_TERMINAL: {
    message: () => "Parquet 不能输出到终端。",
    hint: () => "--output FILE.parquet",
    page: "Parquet 是二进制格式。请使用 --output FILE，或通过管道交给能读取它的程序。",
  },
  FILE_NOT_FOUND: {
    message: ({ found }) => `没有这个文件：${shown(found)}。`,
    page: "文件不存在或是一个文件夹。情景也可以是内置名称：didym scenario list。",
  },
  FILE_UNREADABLE: {
    message: ({ found, details }) => `无法读取 ${shown(found)}：${shown(details?.["reason"])}。`,
    page: "系统拒绝打开该文件，原因见提示。",
  },
  FILE_UNWRITABLE: {
    message: ({ found, details }) => `无法写入 ${shown(found)}：${shown(details?.["reason"])}。`,
    page: "系统拒绝写入该文件或文件夹，原因见提示。文件要么完整写入，要么不写。",
  },
  FILE_TOO_LARGE: {
    message: ({ found, expected }) => `文件有 ${shown(found)} 字节或更多；最多读取 ${shown(expected)} 字节。`,
    page: "情景或问题是一段短文本。超过上限的文件在读取之前即被拒绝。",
  },
  NOT_TEXT: {
    message: () => "该文件不是 UTF-8 文本。",
    page: "所读文件均须为 UTF-8 文本。旧工具的文件，以及浏览器从 UN Comtrade 下载的表格，可能是 Latin-1 编码：请先转换。",
  },
  INVALID_SYNTAX: {
    message: ({ found, expected, details }) =>
      details?.["reason"] === undefined
        ? `无法读取 ${shown(found)}，应为 ${shown(expected)}。`
        : `文本无法读取：${shown(details["reason"])}。`,
    page: "文件不是有效的 YAML 或 JSON。提示中给出行与列。",
  },
  TOO_MANY_ALIASES: {
    message: () => "文件通过别名重复自身，超过了上限。",
    page: "YAML 别名可以使一个小文件无限膨胀。情景文件几乎不需要别名。",
  },
  UNKNOWN_KEY: {
    message: ({ path }) => `未知键：${path ?? ""}。`,
    page: "模式中没有这个键。键从不被忽略。didym scenario schema 输出模式。",
  },
  UNKNOWN_TOPIC: {
    message: ({ found }) => `没有关于 ${shown(found)} 的说明。`,
    hint: () => "didym explain metrics",
    page: "didym explain 接受错误码、政策工具、指标、某个数字（如 price[oxide.Dy,JPN]），或列表 levers、metrics、errors、parameters、assumptions、exit-codes 之一。",
  },
  UNKNOWN_TABLE: {
    message: (issue) => {
      const others = instead(issue);
      return `没有名为 ${shown(issue.found)} 的表${others === undefined ? "" : `；现有：${others}`}。`;
    },
    page: "结果或依据中没有这个名称的表；提示中列出了现有的表，didym data show 列出依据的全部表。",
  },
  UNKNOWN_SCENARIO: {
    message: ({ found }) => `没有名为 ${shown(found)} 的情景文件或内置情景。`,
    hint: () => "didym scenario list",
    page: "情景是一个 YAML 或 JSON 文件，或 didym scenario list 所列名称之一。",
  },
  UNKNOWN_LEVER: {
    message: ({ found }) => `没有政策工具 ${shown(found)}。`,
    hint: () => "didym scenario schema",
    page: "情景中使用了不存在的政策工具。didym scenario schema 列出全部工具，didym explain LEVER 逐一说明。",
  },
  UNSUPPORTED: {
    message: ({ found }) => `本版本尚不支持：${shown(found)}。`,
    page: "输入可以理解，但要求的功能尚未建成。程序不会以猜测代替。",
  },
  MISSING_PART: {
    message: ({ found }) => `需要一个未安装的可选部分：${shown(found)}。`,
    hint: ({ expected }) => shown(expected),
    page: "某些命令使用可选的程序或软件包。didym doctor 说明找到了哪些；提示给出安装方法。",
  },
  INVALID_PROBLEM: {
    message: ({ path, found, expected }) =>
      `${path ?? "问题文件"}：实际为 ${shown(found)}，应为 ${shown(expected)}。`,
    page: "独立的问题或博弈文件不符合格式。格式见 docs/reference/problem-format.md。",
  },
  INFEASIBLE: {
    message: ({ found, expected, details }) =>
      ({
        "purchase-without-route": `${shown(details?.["region"])} 要充实储备，但无处可购买 ${shown(details?.["good"])}。`,
        "release-without-use": `${shown(details?.["region"])} 无人使用储备释放的 ${shown(details?.["good"])}。`,
        "negative-limit": `无法使 ${shown(details?.["control"])} 达到其限额。`,
        "purchase-beyond-supply": `可及的 ${shown(details?.["good"])} 供应总量小于需采购量。`,
        "release-beyond-use": `${shown(details?.["region"])} 的用户无法用完储备投放的 ${shown(details?.["good"])}：与之配用的产品短缺。`,
        "content-without-source": `${shown(details?.["region"])} 可获得的 ${shown(details?.["good"])} 来源均达不到所要求的含量：${shown(found)}，可达 ${shown(expected)}。`,
      })[String(details?.["reason"])] ?? "没有满足全部条件的点。",
    page: "条件互相矛盾，例如固定需求超过全部产能。details 中给出证明。",
  },
  NOT_CONVERGED: {
    message: ({ details }) =>
      `求解器没有找到均衡${details?.["reason"] === undefined ? "" : `：${shown(details["reason"])}`}。`,
    page: "残差未能降到容差以下。不给出任何数字，因为那会是错的。",
  },
  TIME_LIMIT: {
    message: ({ expected }) => `未能在 ${shown(expected)} 秒内完成。`,
    hint: () => "--time-limit SECONDS",
    page: "--time-limit 允许的时间已到。已完成的部分已保留。",
  },
  GOAL_UNREACHABLE: {
    message: ({ found, expected, details }) => {
      const said = `目标无法达到：${shown(expected)}。最接近时为 ${rounded(found)}`;
      if (details?.["range"] !== undefined)
        return `${said}：此类数值只在 [${shown(details["range"])}] 之内。`;
      const binds = shown(details?.["binds"]);
      return binds === "" || binds === "–" ? `${said}。` : `${said}。已达上限：${binds}。`;
    },
    page: "所给政策工具在其界限内无论多大都达不到目标。details 指出约束所在。",
  },
  VERSION_MISMATCH: {
    message: ({ found, expected }) => `由其他版本生成：实际 ${shown(found)}，应为 ${shown(expected)}。`,
    page: "文件或工作进程来自程序、模型或数据的其他版本，或其模式比本程序新。",
  },
  CHECK_FAILED: {
    message: ({ found }) => `检查未通过：${shown(found)}。`,
    page: "某个恒等式、符号、基准文件、回测或安装状态不符合要求。",
  },
  INTERRUPTED: {
    message: () => "已中断。",
    page: "运行被信号停止。已完成的部分已保留。",
  },
  INTERNAL: {
    message: ({ details }) => `意外失败：${shown(details?.["reason"])}。`,
    hint: () => "--debug",
    page: "这是程序的缺陷。--debug 显示发生的位置；请连同所运行的命令一并报告。",
  },
};
