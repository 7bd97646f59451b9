/** A call that wants an answer, or a notification (no id). */
export interface Call {
  readonly id: string | number | null | undefined;
  readonly method: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** The error codes of JSON-RPC 2.0. */
export const rpcCodes = { parse: -32700, request: -32600, method: -32601, params: -32602, internal: -32603 };

/** A fault of the call itself, told as a JSON-RPC error. */
export class RpcError extends Error {
  constructor(
    readonly code: number,
    message: string,
  ) {
    super(message);
  }
}

/** Reads one line. @throws RpcError where it is no JSON-RPC 2.0 call. */
export function readCall(line: string): Call {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new RpcError(rpcCodes.parse, "not JSON");
  }
  if (!isObject(value) || value["jsonrpc"] !== "2.0" || typeof value["method"] !== "string")
    throw new RpcError(rpcCodes.request, "not a JSON-RPC 2.0 call");
  const { id, params = {} } = value;
  if (id !== undefined && id !== null && typeof id !== "string" && typeof id !== "number")
    throw new RpcError(rpcCodes.request, "an id is a text or a number");
  if (!isObject(params)) throw new RpcError(rpcCodes.params, "params is an object");
  return { id, method: value["method"], params };
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** One line of answer. */
export const resultLine = (id: Call["id"], result: unknown): string =>
  `${JSON.stringify({ jsonrpc: "2.0", id: id ?? null, result })}\n`;

export const errorLine = (id: Call["id"], { code, message }: RpcError): string =>
  `${JSON.stringify({ jsonrpc: "2.0", id: id ?? null, error: { code, message } })}\n`;
