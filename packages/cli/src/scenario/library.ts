import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { dataFolder } from "../data/data-folder.js";
import { readScenarioDocument } from "../input/read-document.js";
import type { SourceDocument } from "../input/parse-document.js";
import type { InputContext } from "../input/read-text.js";

/** The built-in scenarios by name, as they stand in their files. */
export type ScenarioLibrary = Readonly<Record<string, SourceDocument>>;

const endings = /\.(?:ya?ml|json)$/u;

/** Reads `data/scenarios`; a scenario goes by the name of its file. */
export async function scenarioLibrary(context: InputContext): Promise<ScenarioLibrary> {
  const folder = join(dataFolder(), "scenarios");
  const files = (await readdir(folder).catch(() => [])).filter((file) => endings.test(file)).sort();
  const entries = files.map(async (file) => {
    const document = await readScenarioDocument(join(folder, file), context);
    return [file.replace(endings, ""), { ...document, file: `data/scenarios/${file}` }] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}
