import { homedir } from "node:os";
import { join } from "node:path";

/** Where finished work is kept: DIDYM_CACHE, else XDG_CACHE_HOME/didym, else ~/.cache/didym. */
export function cacheFolder(env: Readonly<Record<string, string | undefined>>): string {
  const { DIDYM_CACHE: own, XDG_CACHE_HOME: shared } = env;
  if (own !== undefined && own !== "") return own;
  return shared === undefined || shared === "" ? join(homedir(), ".cache", "didym") : join(shared, "didym");
}
