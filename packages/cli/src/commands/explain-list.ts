import type { Catalogue, ErrorText, Explanation } from "@didym/messages";
import type { Answer } from "../command/answer.js";
import { textColumn } from "../output/columns.js";
import { recordTable } from "../output/record-table.js";

export const lists = ["levers", "metrics", "errors"] as const;
export type ListName = (typeof lists)[number];

export const isList = (topic: string): topic is ListName => (lists as readonly string[]).includes(topic);

/** All levers, metrics or error codes, each with what it is. */
export function listPage(name: ListName, messages: Catalogue): Answer {
  const rows = Object.entries<ErrorText | Explanation>(messages[name]).map(([id, entry]) => ({
    name: id,
    title: "page" in entry ? "" : entry.title,
    text: "page" in entry ? entry.page : entry.text,
  }));
  const columns = [
    textColumn("name", "name", "编号"),
    ...(name === "errors" ? [] : [textColumn("title", "in words", "名称")]),
    textColumn("text", "what it is", "说明"),
  ];
  const title = { en: `All ${name}`, zh: titles[name] };
  return { data: { [name]: rows }, tables: [recordTable(name, title, rows, columns)] };
}

const titles: Readonly<Record<ListName, string>> = {
  levers: "全部政策工具",
  metrics: "全部指标",
  errors: "全部错误码",
};
