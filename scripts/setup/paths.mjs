import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the clone. */
export const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

/** Where set-up keeps its stamps and lock. */
export const cache = join(root, ".cache");

/** The compiled command line. */
export const bin = join(root, "packages", "cli", "dist", "bin.js");
