import { nearestName } from "@didym/core/errors";
import { isObject, RpcError, rpcCodes } from "./json-rpc.js";

/** JSON Schema of one argument, as far as tools need it. */
export interface ArgumentSchema {
  readonly type: "string" | "integer" | "number" | "array" | "object" | readonly ["string", "object"];
  readonly description: string;
  readonly items?: { readonly type: "string" };
}

export type ToolArguments = Readonly<Record<string, unknown>>;

/** What a tool calls: the words of a command, and the scenario that `-` reads. */
export interface CommandCall {
  readonly args: readonly string[];
  readonly stdin?: string;
}

export interface Tool {
  readonly name: string;
  readonly description: string;
  readonly properties: Readonly<Record<string, ArgumentSchema>>;
  readonly required: readonly string[];
  /** The command behind the tool. */
  readonly command: (given: ToolArguments) => CommandCall;
  /** The part of the command's document that the assistant is given. */
  readonly shorten?: (document: unknown, given: ToolArguments) => unknown;
}

/** A tool as `tools/list` shows it. */
export function toolJson({ name, description, properties, required }: Tool) {
  return {
    name,
    description,
    inputSchema: { type: "object", properties, required, additionalProperties: false },
    annotations: { readOnlyHint: true, openWorldHint: false },
  };
}

/** The arguments of a call. @throws RpcError for what is missing, unknown or of another type. */
export function checkedArguments({ name, properties, required }: Tool, given: unknown): ToolArguments {
  if (!isObject(given)) throw new RpcError(rpcCodes.params, `${name}: arguments is an object`);
  for (const key of Object.keys(given)) {
    if (Object.hasOwn(properties, key)) continue;
    const near = nearestName(key, Object.keys(properties));
    throw invalid(`${name}: unknown argument ${key}${near === undefined ? "" : `, did you mean ${near}?`}`);
  }
  for (const key of required) if (given[key] === undefined) throw invalid(`${name}: ${key} is missing`);
  for (const [key, value] of Object.entries(given)) {
    const { type } = properties[key];
    const types: readonly string[] = typeof type === "string" ? [type] : type;
    if (!types.some((one) => isOf(one, value))) throw invalid(`${name}: ${key} is ${types.join(" or ")}`);
  }
  return given;
}

const invalid = (message: string): RpcError => new RpcError(rpcCodes.params, message);

function isOf(type: string, value: unknown): boolean {
  if (type === "array") return Array.isArray(value) && value.every((item) => typeof item === "string");
  if (type === "object") return isObject(value);
  if (type === "integer") return Number.isSafeInteger(value);
  return typeof value === type;
}
