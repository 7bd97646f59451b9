import { defineCommand } from "../command/command.js";

export const mcp = defineCommand({
  name: "mcp",
  positionals: [],
  flags: {},
  examples: [
    {
      args: "mcp",
      does: {
        en: "speak the Model Context Protocol on stdin and stdout",
        zh: "在标准输入输出上使用模型上下文协议",
      },
    },
    {
      args: "mcp --lang zh",
      does: { en: "with words in Chinese", zh: "以中文作答" },
    },
    {
      args: "mcp --no-cache",
      does: { en: "keep nothing between calls", zh: "各次调用之间不保存结果" },
    },
  ],
  run: async (context) => {
    const { serveStdio } = await import("../mcp/serve-stdio.js");
    await serveStdio(context);
    return undefined;
  },
});
