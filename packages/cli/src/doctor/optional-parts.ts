import { access, constants } from "node:fs/promises";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { IssueError } from "@didym/core/errors";
import type { Context } from "../command/context.js";
import type { HealthRow } from "../commands/doctor.js";

interface Part {
  readonly item: string;
  readonly use: { readonly en: string; readonly zh: string };
  readonly install: string;
  readonly variable?: string;
  readonly programs?: readonly string[];
  readonly module?: string;
}

const parts: readonly Part[] = [
  {
    item: "chromium",
    use: { en: "PDF by print, tests of the page", zh: "打印 PDF、页面测试" },
    install: "apt-get install chromium",
    variable: "DIDYM_CHROMIUM",
    programs: ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
  },
  {
    item: "redis",
    use: { en: "many machines", zh: "多机运行" },
    install: "apt-get install redis-server",
    variable: "DIDYM_REDIS_SERVER",
    programs: ["redis-server", "valkey-server"],
  },
  {
    item: "duckdb",
    use: { en: "SQL on results", zh: "对结果执行 SQL" },
    install: "npm install --no-save @duckdb/node-api",
    module: "@duckdb/node-api",
  },
  {
    item: "pandoc",
    use: { en: "reports as Word documents", zh: "Word 格式的报告" },
    install: "apt-get install pandoc",
    variable: "DIDYM_PANDOC",
    programs: ["pandoc"],
  },
  {
    item: "typst",
    use: { en: "PDF with formulas", zh: "含公式的 PDF" },
    install: "npm install --no-save @myriaddreamin/typst-ts-node-compiler",
    programs: ["typst"],
    module: "@myriaddreamin/typst-ts-node-compiler",
  },
];

async function isProgram(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}

async function findProgram(part: Part, env: Context["env"]): Promise<string | undefined> {
  const named = part.variable === undefined ? undefined : env[part.variable];
  const folders = (env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  const candidates = folders.flatMap((folder) =>
    (part.programs ?? []).map((program) => join(folder, program)),
  );
  for (const path of named === undefined ? candidates : [named, ...candidates])
    if (await isProgram(path)) return path;
  return undefined;
}

function findModule(name: string | undefined): string | undefined {
  if (name === undefined) return undefined;
  try {
    createRequire(import.meta.url).resolve(name);
    return name;
  } catch {
    return undefined;
  }
}

/** The path of an optional program. Throws MISSING_PART with how to install it. */
export async function programOf(item: string, { env }: Pick<Context, "env">): Promise<string> {
  const part = parts.find((candidate) => candidate.item === item)!;
  const path = await findProgram(part, env);
  if (path !== undefined) return path;
  throw new IssueError([{ code: "MISSING_PART", found: item, expected: part.install }]);
}

/** Where an optional package is, as an address to import. Throws MISSING_PART with how to install it. */
export function moduleOf(item: string): string {
  const part = parts.find((candidate) => candidate.item === item)!;
  try {
    return pathToFileURL(createRequire(import.meta.url).resolve(part.module!)).href;
  } catch {
    throw new IssueError([{ code: "MISSING_PART", found: item, expected: part.install }]);
  }
}

/** The optional parts that are here, and how to install the others. */
export function findParts(context: Context): Promise<HealthRow[]> {
  return Promise.all(
    parts.map(async (part): Promise<HealthRow> => {
      const found = findModule(part.module) ?? (await findProgram(part, context.env));
      const use = context.words(part.use);
      if (found !== undefined) return { item: part.item, status: "ok", detail: `${found} (${use})` };
      return { item: part.item, status: "missing", detail: `${use}: ${part.install}` };
    }),
  );
}
