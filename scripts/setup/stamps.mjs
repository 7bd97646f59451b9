import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cache, root } from "./paths.mjs";

const file = join(cache, "setup.json");
const left = new Set(["node_modules", "dist", ".cache", ".git"]);

/** Workspace packages that exist, as folders relative to the root. */
export function packages() {
  return readdirSync(join(root, "packages"))
    .map((name) => `packages/${name}`)
    .filter((folder) => existsSync(join(root, folder, "package.json")));
}

function* filesUnder(path) {
  const full = join(root, path);
  if (!existsSync(full)) return;
  if (!statSync(full).isDirectory()) {
    yield path;
    return;
  }
  for (const entry of readdirSync(full, { withFileTypes: true })) {
    if (left.has(entry.name) || entry.name.endsWith(".test.ts")) continue;
    if (entry.isDirectory()) yield* filesUnder(`${path}/${entry.name}`);
    else yield `${path}/${entry.name}`;
  }
}

/** A fingerprint of files by path, size and time of change: milliseconds for a thousand files. */
export function fingerprint(paths, extra = "") {
  const hash = createHash("sha256").update(extra);
  for (const path of paths) {
    for (const found of filesUnder(path)) {
      const { size, mtimeMs } = statSync(join(root, found));
      hash.update(`${found}:${String(size)}:${String(mtimeMs)}\n`);
    }
  }
  return hash.digest("hex");
}

/** A fingerprint of files by content. */
export function contentHash(paths, extra = "") {
  const hash = createHash("sha256").update(extra);
  for (const path of paths) {
    const full = join(root, path);
    hash.update(path).update(existsSync(full) ? readFileSync(full) : "absent");
  }
  return hash.digest("hex");
}

/** The stamps of the last set-up: step name to fingerprint. */
export function readStamps() {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return {};
  }
}

/** Records that a step was done for this fingerprint. */
export function writeStamp(step, value) {
  mkdirSync(cache, { recursive: true });
  writeFileSync(file, `${JSON.stringify({ ...readStamps(), [step]: value }, null, 2)}\n`);
}
