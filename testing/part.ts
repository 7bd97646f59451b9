import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

const variables = {
  chromium: { variable: "DIDYM_CHROMIUM", programs: ["chromium", "chromium-browser", "google-chrome"] },
  redis: { variable: "DIDYM_REDIS_SERVER", programs: ["redis-server"] },
  fonts: { variable: "DIDYM_CJK_FONT", programs: ["fc-list"] },
} as const;

/** A program from outside npm that a suite may need. */
export type PartName = keyof typeof variables;

/** Where the program is, or why it is missing. */
export interface Part {
  readonly path: string | undefined;
  readonly reason: string;
}

function onPath(programs: readonly string[]): string | undefined {
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    for (const program of programs) if (existsSync(join(folder, program))) return join(folder, program);
  }
  return undefined;
}

/**
 * Finds an outside program. Use: `const chromium = part("chromium")`, then
 * `it("…", (context) => { if (chromium.path === undefined) return context.skip(chromium.reason); … })`.
 */
export function part(name: PartName): Part {
  const { variable, programs } = variables[name];
  const missing = process.env[`${variable}_MISSING`];
  if (missing !== undefined) return { path: undefined, reason: `${name} is missing: ${missing}` };
  const path = process.env[variable] ?? onPath(programs);
  return { path, reason: path === undefined ? `${name} is missing` : "" };
}
