import type { Client } from "./model/client.js";
import { unpackDocument } from "./state/long-link.js";
import type { Description } from "./worker/describe.js";

export interface Begun {
  readonly description: Description;
  readonly land: unknown;
  readonly sources: Readonly<Record<string, string>>;
  /** A scenario that came in the hash of a link, once the model has read it. */
  readonly own: Readonly<Record<string, unknown>> | undefined;
}

/** All that the page loads: once done it needs no server. */
export async function begin(client: Client, hash: string): Promise<Begun> {
  const [description, land, sources] = await Promise.all([
    client.ask("describe", undefined),
    file("land.json"),
    file("sources.json"),
  ]);
  return {
    description,
    land,
    sources: sources as Readonly<Record<string, string>>,
    own: await ownOf(client, hash),
  };
}

async function file(name: string): Promise<unknown> {
  const answer = await fetch(new URL(`data/${name}`, document.baseURI));
  if (!answer.ok) throw new Error(`${String(answer.status)} ${name}`);
  return answer.json();
}

async function ownOf(client: Client, hash: string): Promise<Begun["own"]> {
  const packed = /^#d=([\w-]+)$/u.exec(hash)?.[1];
  if (packed === undefined) return undefined;
  try {
    const document = (await unpackDocument(packed)) as Readonly<Record<string, unknown>>;
    await client.ask("read", document);
    return document;
  } catch {
    return undefined;
  }
}
