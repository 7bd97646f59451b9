import { createHash } from "node:crypto";

/** Short SHA-256 of files by path and text, in order of path: the same data always has the same hash. */
export function contentHash(files: Readonly<Record<string, string>>): string {
  const hash = createHash("sha256");
  for (const path of Object.keys(files).sort())
    hash.update(path).update("\0").update(files[path]).update("\0");
  return hash.digest("hex").slice(0, 16);
}

/** Tables of words about figures, of words in Chinese and of what others found: no run reads them. */
const besideRuns = /^(?:claims\.csv$|conflicts\.csv$|translations\.csv$|studies\/)/u;

/** The hash of the files that runs rest on: a word mended in the ledger of claims leaves every stored run current. */
export function runHash(files: Readonly<Record<string, string>>): string {
  return contentHash(Object.fromEntries(Object.entries(files).filter(([path]) => !besideRuns.test(path))));
}
