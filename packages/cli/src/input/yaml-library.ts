import { createRequire } from "node:module";
import type * as yamlModule from "yaml";

let loaded: typeof yamlModule | undefined;

/** The YAML library, loaded on first need: most JSON is read, and answered, without it. */
export function yaml(): typeof yamlModule {
  loaded ??= createRequire(import.meta.url)("yaml") as typeof yamlModule;
  return loaded;
}
