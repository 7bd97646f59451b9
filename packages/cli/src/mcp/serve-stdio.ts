import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import type { Context } from "../command/context.js";
import { callCommand } from "./call-command.js";
import { errorLine, readCall, resultLine, RpcError, rpcCodes, type Call } from "./json-rpc.js";
import { leverList, listLevers } from "./list-levers.js";
import { checkedArguments, toolJson } from "./tool.js";
import { commandTools } from "./tools.js";

/** Revisions of the protocol that these answers fit, newest first. */
const revisions = ["2025-06-18", "2025-03-26", "2024-11-05"] as const;

const tools = [listLevers, ...commandTools];

/** Speaks the Model Context Protocol over stdin and stdout, a message a line, until stdin ends or the run is stopped. */
export async function serveStdio(context: Context): Promise<void> {
  const lines = createInterface({ input: Readable.from(context.stdin()), crlfDelay: Infinity });
  const stop = (): void => {
    lines.close();
  };
  context.signal.addEventListener("abort", stop, { once: true });
  for await (const line of lines) {
    if (line.trim() === "") continue;
    const reply = await answerLine(line, context);
    if (reply !== undefined) await context.write(reply);
  }
  context.throwIfStopped();
}

/** The answer to one line; undefined for a notification. */
export async function answerLine(line: string, context: Context): Promise<string | undefined> {
  let id: Call["id"] = null;
  try {
    const call = readCall(line);
    ({ id } = call);
    if (id === undefined) return undefined;
    return resultLine(id, await answer(call, context));
  } catch (error) {
    if (error instanceof RpcError) return errorLine(id, error);
    return errorLine(
      id,
      new RpcError(rpcCodes.internal, error instanceof Error ? error.message : String(error)),
    );
  }
}

async function answer({ method, params }: Call, context: Context): Promise<unknown> {
  switch (method) {
    case "initialize": {
      const asked = revisions.find((revision) => revision === params["protocolVersion"]);
      const { didym } = await context.versions();
      return {
        protocolVersion: asked ?? revisions[0],
        capabilities: { tools: { listChanged: false } },
        serverInfo: { name: "didym", version: didym },
      };
    }
    case "ping":
      return {};
    case "tools/list":
      return { tools: tools.map(toolJson) };
    case "tools/call":
      return callTool(params, context);
    default:
      throw new RpcError(rpcCodes.method, `unknown method ${method}`);
  }
}

async function callTool(params: Call["params"], context: Context): Promise<unknown> {
  const tool = tools.find(({ name }) => name === params["name"]);
  if (tool === undefined) throw new RpcError(rpcCodes.params, `unknown tool ${String(params["name"])}`);
  const given = checkedArguments(tool, params["arguments"] ?? {});
  if (tool === listLevers) return content({ levers: leverList(context.messages, given["kind"]) }, false);
  const { args, stdin = "" } = tool.command(given);
  const { failed, document } = await callCommand(args, stdin, context);
  return content(failed || tool.shorten === undefined ? document : tool.shorten(document, given), failed);
}

function content(document: unknown, isError: boolean) {
  return { content: [{ type: "text", text: JSON.stringify(document) }], isError };
}
