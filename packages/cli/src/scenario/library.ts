import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { dataFolder } from "../data/data-folder.js";
import { parseDocument, type SourceDocument } from "../input/parse-document.js";
import { scenarioParsing } from "../input/read-document.js";

/** A built-in scenario; its text is parsed when it is read first. */
export interface LibraryEntry {
  readonly file: string;
  readonly read: () => SourceDocument;
}

/** The built-in scenarios by name: the name of the file. */
export type ScenarioLibrary = Readonly<Record<string, LibraryEntry>>;

const endings = /\.(?:ya?ml|json)$/u;

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

async function entryOf(folder: string, name: string): Promise<LibraryEntry> {
  const text = await readFile(join(folder, name), "utf8");
  const file = `data/scenarios/${name}`;
  return { file, read: lazily(() => parseDocument(text, file, scenarioParsing)) };
}

/** The scenarios of `data/scenarios`, in order of name. */
export async function scenarioLibrary(): Promise<ScenarioLibrary> {
  const folder = join(dataFolder(), "scenarios");
  const files = (await readdir(folder)).filter((file) => endings.test(file)).sort();
  const entries = files.map(
    async (file) => [file.replace(endings, ""), await entryOf(folder, file)] as const,
  );
  return Object.fromEntries(await Promise.all(entries));
}

/** The parsed values by name, each parsed when it is asked for. */
export function libraryValues(library: ScenarioLibrary): Readonly<Record<string, unknown>> {
  const values = {};
  for (const [name, { read }] of Object.entries(library)) {
    Object.defineProperty(values, name, { enumerable: true, get: () => read().value });
  }
  return values;
}
