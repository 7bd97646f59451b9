import type { Text } from "@didym/messages";
import { defineCommand } from "../command/command.js";
import { scenarioLibrary } from "../scenario/library.js";
import { textColumn } from "../output/columns.js";

interface Titled {
  readonly title?: string | Text;
}

function titleOf(value: unknown, name: string): Text {
  const title = (value as Titled | null)?.title ?? name;
  return typeof title === "string" ? { en: title, zh: title } : title;
}

export const scenarioList = defineCommand({
  name: "scenario list",
  schema: "didym/scenario-list@1",
  positionals: [],
  flags: {},
  examples: [
    { args: "scenario list", does: { en: "names and titles", zh: "名称与标题" } },
    { args: "scenario list --json", does: { en: "for a program", zh: "供程序使用" } },
    { args: "scenario list --lang zh", does: { en: "in Chinese", zh: "以中文显示" } },
  ],
  run: async (context) => {
    const library = await scenarioLibrary();
    const scenarios = Object.entries(library).map(([name, { file, read }]) => ({
      name,
      title: titleOf(read().value, name),
      file,
    }));
    return {
      data: { scenarios },
      tables: [
        {
          name: "scenarios",
          columns: [
            textColumn("name", "scenario", "情景"),
            textColumn("title", "title", "标题"),
            textColumn("file", "file", "文件"),
          ],
          rows: scenarios.map(({ name, title, file }) => [name, context.words(title), file]),
        },
      ],
    };
  },
});
