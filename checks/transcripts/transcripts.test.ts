import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { callMain, repositoryRoot } from "@didym/testing";
import { describe, expect, it } from "vitest";

const commands = readFileSync(new URL("commands.txt", import.meta.url), "utf8")
  .trimEnd()
  .split("\n");
const folder = join(repositoryRoot, "golden", "transcripts");

/** Changes with every figure. */
const dataVersion = /\d+\.\d+\.\d+\+[\da-f]{16}/gu;

/** What a person sees: the command, stdout, stderr, the exit code. */
async function transcript(language: "en" | "zh"): Promise<string> {
  const parts: string[] = [];
  for (const command of commands) {
    const args = command.split(" ");
    const { code, stdout, stderr } = await callMain(args, {
      env: { LANG: language === "zh" ? "zh_CN.UTF-8" : "C" },
    });
    const talk = stderr === "" ? "" : stderr.replaceAll(/^/gmu, "! ").replace(/! $/u, "");
    parts.push(`$ didym ${command}\n${stdout}${talk}[${code}]\n`.replaceAll(dataVersion, "DATA-VERSION"));
  }
  return parts.join("\n");
}

describe("transcripts", () => {
  it.each(["en", "zh"] as const)(
    "are as recorded (%s); DIDYM_GOLDEN=write records them anew",
    async (language) => {
      const file = join(folder, `${language}.txt`);
      const now = await transcript(language);
      if (process.env["DIDYM_GOLDEN"] === "write") {
        mkdirSync(folder, { recursive: true });
        writeFileSync(file, now);
      }
      expect(now).toBe(readFileSync(file, "utf8"));
    },
  );
});
