import type { IncomingMessage } from "node:http";
import { IssueError } from "@didym/core/errors";
import { parseDocument } from "../../input/parse-document.js";

/** A question is a page of text. */
export const mostBytes = 1_000_000;

/** Name that a body goes by in errors. */
const file = "request.json";

/**
 * The JSON of a request.
 *
 * @throws IssueError UNSUPPORTED_MEDIA_TYPE, FILE_TOO_LARGE, NOT_TEXT, INVALID_SYNTAX with line and column.
 */
export async function readBody(request: IncomingMessage): Promise<unknown> {
  const type = request.headers["content-type"] ?? "";
  if (!/^application\/json\s*(?:;|$)/iu.test(type))
    throw new IssueError([
      { code: "UNSUPPORTED_MEDIA_TYPE", found: type === "" ? "none" : type, expected: "application/json" },
    ]);
  const told = Number(request.headers["content-length"] ?? 0);
  if (told > mostBytes) throw tooLarge(told);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > mostBytes) throw tooLarge(size);
    chunks.push(chunk);
  }
  const { value } = parseDocument(decode(Buffer.concat(chunks)), file);
  return value;
}

const tooLarge = (found: number): IssueError =>
  new IssueError([{ code: "FILE_TOO_LARGE", file, found, expected: mostBytes }]);

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new IssueError([{ code: "NOT_TEXT", file }]);
  }
}
