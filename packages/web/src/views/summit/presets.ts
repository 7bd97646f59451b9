import type { ScanAnswer } from "./worker/answer-scan.js";

/** A full scan stored with the page. */
export interface Preset {
  readonly schema: string;
  readonly answer: ScanAnswer & { readonly versions?: { readonly data: string } };
}

async function file(name: string): Promise<unknown> {
  const answer = await fetch(new URL(`summit/${name}.json`, document.baseURI));
  if (!answer.ok) throw new Error(`${String(answer.status)} ${name}`);
  return answer.json();
}

/** Stored scans by scenario; none where the page was built without any, or cannot be reached any more. */
export async function loadPresets(): Promise<Readonly<Record<string, Preset>>> {
  try {
    const names = (await file("presets")) as readonly string[];
    const found = await Promise.all(names.map(async (name) => [name, (await file(name)) as Preset] as const));
    return Object.fromEntries(found.filter(([, { schema }]) => schema === "didym/summit-preset@1"));
  } catch {
    return {};
  }
}

/** Asked for when the view's code arrives, soon after the page stands, so that it needs no server later. */
export const presets: Promise<Readonly<Record<string, Preset>>> = loadPresets();
