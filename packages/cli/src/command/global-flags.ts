import type { FlagSpecs, FlagValues } from "./flags.js";

export const formats = ["table", "json", "ndjson", "csv", "md", "parquet"] as const;

/** A way to print an answer. */
export type Format = (typeof formats)[number];

/** Flags that every command takes, before or after its name. */
export const globalFlags = {
  help: { kind: "switch", brief: { en: "show help with examples", zh: "显示帮助与示例" } },
  version: {
    kind: "switch",
    brief: { en: "show the versions of library, model and data", zh: "显示程序库、模型与数据的版本" },
  },
  json: {
    kind: "switch",
    brief: { en: "one JSON document, the same as --format json", zh: "输出一个 JSON 文档，同 --format json" },
  },
  format: {
    kind: "choice",
    choices: formats,
    brief: { en: "how to print the answer (default: table)", zh: "输出格式（默认 table）" },
  },
  output: {
    kind: "text",
    value: "FILE",
    brief: {
      en: "write the answer to FILE; its ending chooses the format",
      zh: "将结果写入 FILE；扩展名决定格式",
    },
  },
  out: {
    kind: "text",
    value: "DIR",
    brief: { en: "also write all tables and documents into DIR", zh: "同时将全部表格与文档写入 DIR" },
  },
  table: {
    kind: "text",
    value: "NAME",
    brief: { en: "print this table of the answer only", zh: "只输出结果中的这张表" },
  },
  all: { kind: "switch", brief: { en: "print every row on a terminal", zh: "在终端上输出全部行" } },
  lang: {
    kind: "choice",
    choices: ["en", "zh"],
    brief: { en: "language (default: from the locale)", zh: "语言（默认取自系统区域设置）" },
  },
  seed: {
    kind: "integer",
    least: 0,
    value: "N",
    brief: { en: "seed of random draws (default: 1)", zh: "随机抽样的种子（默认 1）" },
  },
  workers: {
    kind: "integer",
    least: 1,
    most: 1024,
    value: "N",
    brief: { en: "number of workers (default: one a core)", zh: "工作线程数（默认每核一个）" },
  },
  "time-limit": {
    kind: "number",
    least: 0,
    value: "SECONDS",
    brief: { en: "give up after this time", zh: "超过此时间则放弃" },
  },
  "no-timing": { kind: "switch", brief: { en: "leave out milliseconds and seconds", zh: "省略耗时字段" } },
  "no-cache": {
    kind: "switch",
    brief: { en: "neither read nor keep finished work", zh: "不读取也不保留已完成的结果" },
  },
  debug: { kind: "switch", brief: { en: "show where an error happened", zh: "显示错误发生的位置" } },
  "no-color": { kind: "switch", brief: { en: "no colours", zh: "不使用颜色" } },
} as const satisfies FlagSpecs;

export type GlobalFlags = FlagValues<typeof globalFlags>;
