import { open } from "node:fs/promises";
import { resolve } from "node:path";
import { IssueError } from "@didym/core/errors";

/** The part of a context that reading needs. */
export interface InputContext {
  readonly cwd: string;
  readonly stdin: () => AsyncIterable<Uint8Array>;
}

/** A text and the name it goes by in messages. */
export interface InputText {
  readonly text: string;
  readonly file: string;
}

function tooLarge(file: string, found: number, most: number): IssueError {
  return new IssueError([{ code: "FILE_TOO_LARGE", file, found, expected: most }]);
}

function decode(bytes: Uint8Array, file: string): InputText {
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), file };
  } catch {
    const line = new TextDecoder().decode(bytes).split("\uFFFD", 1)[0].split("\n").length;
    throw new IssueError([{ code: "NOT_TEXT", file, line, hint: `iconv -f LATIN1 -t UTF-8 ${file}` }]);
  }
}

async function readStdin(stdin: AsyncIterable<Uint8Array>, most: number): Promise<InputText> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stdin) {
    size += chunk.byteLength;
    if (size > most) throw tooLarge("-", size, most);
    chunks.push(chunk);
  }
  return decode(Buffer.concat(chunks), "-");
}

function openError(file: string, error: NodeJS.ErrnoException): IssueError {
  if (error.code === "ENOENT" || error.code === "ENOTDIR") {
    return new IssueError([{ code: "FILE_NOT_FOUND", file, found: file }]);
  }
  return new IssueError([
    { code: "FILE_UNREADABLE", file, found: file, details: { reason: error.code ?? error.message } },
  ]);
}

async function readFileText(file: string, path: string, most: number): Promise<InputText> {
  const handle = await open(path, "r").catch((error: unknown) => {
    throw openError(file, error as NodeJS.ErrnoException);
  });
  try {
    const stat = await handle.stat();
    if (stat.isDirectory()) throw new IssueError([{ code: "FILE_NOT_FOUND", file, found: file }]);
    if (stat.size > most) throw tooLarge(file, stat.size, most);
    const bytes = await handle.readFile();
    if (bytes.byteLength > most) throw tooLarge(file, bytes.byteLength, most); // a pipe has no size
    return decode(bytes, file);
  } finally {
    await handle.close();
  }
}

/**
 * Reads a UTF-8 text of at most `most` bytes; `-` is stdin. A larger file is refused before it is read.
 * Throws FILE_NOT_FOUND, FILE_UNREADABLE, FILE_TOO_LARGE or NOT_TEXT.
 */
export function readText(file: string, context: InputContext, most: number): Promise<InputText> {
  if (file === "-") return readStdin(context.stdin(), most);
  return readFileText(file, resolve(context.cwd, file), most);
}
