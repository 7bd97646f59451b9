import { scenarioJsonSchema } from "@didym/core/scenario";
import { defineCommand } from "../command/command.js";
import { jsonText } from "../output/json.js";

export const scenarioSchema = defineCommand({
  name: "scenario schema",
  positionals: [],
  flags: {},
  examples: [
    { args: "scenario schema", does: { en: "the JSON Schema", zh: "JSON Schema" } },
    {
      args: "scenario schema --output scenario.schema.json",
      does: { en: "as a file for an editor", zh: "写为文件，供编辑器使用" },
    },
    { args: "explain price-floor", does: { en: "what a lever in it does", zh: "其中某个政策工具的作用" } },
  ],
  run: () => {
    const schema = scenarioJsonSchema();
    return Promise.resolve({ data: schema, bare: true, tables: [], text: jsonText(schema) });
  },
});
