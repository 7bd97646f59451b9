import type { Text } from "@didym/messages";
import type { FlagSpec } from "../command/flags.js";

/** The scenario that a command works on. */
export const scenarioArgument: { readonly name: "SCENARIO"; readonly brief: Text } = {
  name: "SCENARIO",
  brief: { en: "a file, - for stdin, or a built-in name", zh: "文件、-（标准输入）或内置名称" },
};

export const againstFlag = {
  kind: "text",
  value: "SCENARIO",
  brief: {
    en: "compare with this scenario, or none (default: status-quo)",
    zh: "与此情景比较，none 为不比较（默认 status-quo）",
  },
} as const satisfies FlagSpec;

export const setFlag = {
  kind: "list",
  value: "ID.FIELD=VALUE",
  brief: { en: "change a field of the scenario", zh: "修改情景的一个字段" },
} as const satisfies FlagSpec;
