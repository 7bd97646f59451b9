import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { callMain, temporaryFolder } from "@didym/testing";

const folder = temporaryFolder();

async function script(shell: string): Promise<string> {
  return (await callMain(["completion", shell])).stdout;
}

/** What bash offers after these words; the last one is being typed. */
async function offered(...words: string[]): Promise<string[]> {
  const file = join(folder, "didym.bash");
  writeFileSync(file, await script("bash"));
  const ask = `source "$0"; COMP_WORDS=("$@"); COMP_CWORD=$(($#-1)); _didym; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const output = execFileSync("bash", ["-c", ask, file, "didym", ...words], {
    encoding: "utf8",
    cwd: folder,
  });
  return output.trimEnd().split("\n");
}

describe("completion", () => {
  it("in bash offers commands, second words, flags and values", async () => {
    expect(await offered("exp")).toEqual(["explain"]);
    expect(await offered("data", "s")).toEqual(["sources", "show"]);
    expect(await offered("data", "show", "--form")).toEqual(["--format"]);
    expect(await offered("explain", "--lang", "")).toEqual(["en", "zh"]);
  });

  it("in bash offers lever and region names", async () => {
    expect(await offered("explain", "price-f")).toEqual(["price-floor"]);
    expect(await offered("shock", "--by", "CH")).toContain("CHN");
  });

  it.each(["bash", "zsh", "fish"])("for %s names every command and lever", async (shell) => {
    const text = await script(shell);
    for (const word of ["summit", "scenario", "price-floor", "UNKNOWN_LEVER", "CHN"])
      expect(text).toContain(word);
    expect(text).not.toContain("undefined");
  });

  it("for bash is valid", async () => {
    writeFileSync(join(folder, "check.bash"), await script("bash"));
    expect(() => execFileSync("bash", ["-n", join(folder, "check.bash")])).not.toThrow();
  });
});
