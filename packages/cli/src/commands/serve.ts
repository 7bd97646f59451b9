import { IssueError } from "@didym/core/errors";
import { defineCommand } from "../command/command.js";
import { usageError } from "../errors/usage.js";
import { serveLaboratory } from "../server/serve-laboratory.js";

export const serve = defineCommand({
  name: "serve",
  positionals: [],
  flags: {
    port: {
      kind: "integer",
      least: 0,
      most: 65_535,
      value: "PORT",
      brief: {
        en: "port; by default the first free one from 4173",
        zh: "端口，默认为4173起的第一个空闲端口",
      },
    },
    host: {
      kind: "text",
      value: "HOST",
      brief: { en: "address to listen on; by default this machine alone", zh: "监听地址，默认仅限本机" },
    },
  },
  examples: [
    { args: "serve", does: { en: "the laboratory on this machine", zh: "在本机提供实验室页面" } },
    { args: "serve --port 8080", does: { en: "on a port of your own", zh: "使用指定端口" } },
    {
      args: "serve --host 0.0.0.0",
      does: { en: "for a room of people on one network", zh: "供同一网络中的一屋子人使用" },
    },
  ],
  run: async (context, { flags: { port, host } }) => {
    const served = await serveLaboratory({ port, host }).catch((error: unknown) => {
      if (error instanceof IssueError) throw error;
      throw usageError("INVALID_ARGUMENT", {
        path: port === undefined ? "--host" : "--port",
        found: port ?? host ?? "",
        expected: error instanceof Error ? error.message : String(error),
      });
    });
    context.say(`Laboratory: ${served.address}`);
    context.say(`API: ${served.address}/api/openapi.json`);
    await new Promise<void>((resolve) => {
      if (context.signal.aborted) resolve();
      context.signal.addEventListener("abort", () => {
        resolve();
      });
    });
    await served.close();
    return undefined;
  },
});
