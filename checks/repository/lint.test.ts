import { join } from "node:path";
import { ESLint } from "eslint";
import { check, getFileInfo, resolveConfig } from "prettier";
import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { repositoryRoot } from "@didym/testing";
import { trackedFiles } from "./tracked-files.js";

const eslint = new ESLint({ cwd: repositoryRoot });

async function rulesBroken(path: string, text: string): Promise<string[]> {
  const results = await eslint.lintText(text, { filePath: join(repositoryRoot, path) });
  return results.flatMap((result) => result.messages.map((message) => message.ruleId ?? message.message));
}

async function wellFormed(path: string): Promise<boolean> {
  const full = join(repositoryRoot, path);
  const info = await getFileInfo(full, { ignorePath: join(repositoryRoot, ".prettierignore") });
  if (info.ignored || info.inferredParser === null) return true;
  const options = await resolveConfig(full);
  return check(await readFile(full, "utf8"), { ...options, filepath: full });
}

describe("style", () => {
  it("passes the linter", { timeout: 300_000 }, async () => {
    const results = await eslint.lintFiles(["."]);
    const found = results.flatMap((result) =>
      result.messages.map(
        ({ line, ruleId, message }) => `${result.filePath}:${line} ${ruleId ?? ""} ${message}`,
      ),
    );
    expect(found).toEqual([]);
  });

  it("is Prettier's", { timeout: 300_000 }, async () => {
    const wrong: string[] = [];
    for (const path of trackedFiles()) if (!(await wellFormed(path))) wrong.push(path);
    expect(wrong).toEqual([]);
  });
});

describe("the core's own rules", () => {
  const inCore = "packages/core/src/index.ts";

  it.each([
    ["export const x = Math.exp(1);\n", "no-restricted-properties"],
    ["export const x = Math.random();\n", "no-restricted-properties"],
    ["export const x = (n: number) => n ** 2;\n", "no-restricted-syntax"],
    ["export const x = (n: number) => n.toLocaleString();\n", "no-restricted-syntax"],
    ["export const x = Date.now();\n", "no-restricted-globals"],
    ['import { readFileSync } from "node:fs";\nexport const x = readFileSync;\n', "no-restricted-imports"],
    ['import * as d from "didym";\nexport const x = d;\n', "no-restricted-imports"],
    ["export const x = document;\n", "no-restricted-globals"],
  ])("forbid %j", { timeout: 120_000 }, async (text, rule) => {
    expect(await rulesBroken(inCore, text)).toContain(rule);
  });

  it("allow plain arithmetic", { timeout: 120_000 }, async () => {
    const broken = await rulesBroken(inCore, "export const x = Math.sqrt(2) + Math.abs(-1);\n");
    expect(broken.filter((rule) => rule.startsWith("no-restricted"))).toEqual([]);
  });
});
