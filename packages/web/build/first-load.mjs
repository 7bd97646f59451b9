import { readFileSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";

/** Files of `data` that are fetched only when a reader opens what they are for. */
export const onRequest = ["trade.json", "translations.json"];

/**
 * Files of the built page that the first screen waits for: the document, what it names, all that those import statically, and the worker.
 * @param {string} dist folder of the built page
 * @param {boolean} worker with the worker and all that it imports
 * @returns {string[]} paths below `dist`
 */
export function firstLoad(dist, worker = true) {
  const html = readFileSync(join(dist, "index.html"), "utf8");
  const found = new Set(["index.html"]);
  const queue = [...html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+)"/gu)].map(([, file]) => file ?? "");
  if (worker)
    queue.push(
      ...readdirSync(join(dist, "assets"))
        .filter((name) => /^worker-.*\.js$/u.test(name))
        .map((name) => `assets/${name}`),
    );
  for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
    if (found.has(file)) continue;
    found.add(file);
    if (!file.endsWith(".js")) continue;
    const code = readFileSync(join(dist, file), "utf8");
    for (const [, name] of code.matchAll(/(?:\bfrom|\bimport)\s*["']\.\/([^"']+\.js)["']/gu))
      queue.push(`assets/${basename(name ?? "")}`);
  }
  return [...found];
}
