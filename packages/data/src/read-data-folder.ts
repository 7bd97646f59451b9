import { readFileSync, readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";

/**
 * The CSV and JSON files under a folder, by path relative to it with forward slashes, in order of name.
 * Bytes that are not UTF-8 become U+FFFD, which `checkData` reports with line and column.
 */
export function readDataFolder(dir: string): Record<string, string> {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  const files: Record<string, string> = {};
  for (const entry of readdirSync(dir, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.(?:csv|json)$/u.test(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    files[relative(dir, path).split(sep).join("/")] = decoder.decode(readFileSync(path));
  }
  return Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)));
}
