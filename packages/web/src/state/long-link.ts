/** Scenarios of one's own go into the hash of a link, compressed; UTF-8 safe, readable by any browser that runs the page. */
export async function packDocument(document: unknown): Promise<string> {
  const text = new TextEncoder().encode(JSON.stringify(document));
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/u, "");
}

const mostBytes = 1_000_000;

/** @throws Error where the text is none of ours or unpacks to more than a megabyte. */
export async function unpackDocument(packed: string): Promise<unknown> {
  const binary = atob(packed.replaceAll("-", "+").replaceAll("_", "/"));
  const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
    if (value === undefined) break;
    size += value.length;
    if (size > mostBytes) throw new Error("too large");
    parts.push(value);
  }
  return JSON.parse(await new Blob(parts).text()) as unknown;
}
