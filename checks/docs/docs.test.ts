import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { callMain, repositoryRoot } from "@didym/testing";
import { describe, expect, it } from "vitest";
import { trackedFiles } from "../repository/tracked-files.js";

const pages = trackedFiles().filter((path) => path.endsWith(".md"));

/** The `didym` lines of code blocks marked `sh didym`. */
function commandsIn(text: string): string[] {
  const blocks = [...text.matchAll(/^ *```sh didym\n([\s\S]*?)^ *```/gmu)].map((match) => match[1]);
  return blocks.flatMap((block) =>
    block
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== ""),
  );
}

/** Words of a command line; quotes keep spaces, a # starts a comment. */
function words(line: string): string[] {
  return [...line.replace(/\s#.*$/u, "").matchAll(/"([^"]*)"|'([^']*)'|(\S+)/gu)].map(
    ([, a, b, c]) => a ?? b ?? c,
  );
}

const commands = pages.flatMap((page) =>
  commandsIn(readFileSync(join(repositoryRoot, page), "utf8")).map((line) => ({ page, line })),
);

/** Relative links of a page that lead nowhere. */
function brokenLinks(page: string): string[] {
  const text = readFileSync(join(repositoryRoot, page), "utf8").replaceAll(/```[\s\S]*?```/gu, "");
  return [...text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/gu)]
    .map((match) => match[1])
    .filter(
      (target) => !/^[a-z]+:/u.test(target) && !existsSync(join(repositoryRoot, dirname(page), target)),
    );
}

describe("documentation", () => {
  it("has commands to run", () => {
    expect(commands.length).toBeGreaterThan(10);
  });

  it.each(commands)("$page: $line", async ({ line }) => {
    const [program, ...args] = words(line);
    expect(program).toBe("didym");
    expect(await callMain(args)).toMatchObject({ code: 0, stderr: "" });
  });

  it.each(pages)("%s has no broken link", (page) => {
    expect(brokenLinks(page)).toEqual([]);
  });

  it("names every dependency", () => {
    const text = readFileSync(join(repositoryRoot, "docs/dependencies.md"), "utf8");
    const manifests = trackedFiles().filter((path) => /^(?:packages\/[^/]+\/)?package\.json$/u.test(path));
    const missing = manifests.flatMap((path) => {
      const manifest = JSON.parse(readFileSync(join(repositoryRoot, path), "utf8")) as Record<
        string,
        Record<string, string> | undefined
      >;
      return Object.keys({
        ...manifest["dependencies"],
        ...manifest["devDependencies"],
        ...manifest["optionalDependencies"],
      });
    });
    const known = (name: string) =>
      name.startsWith("@didym/") || name.startsWith("@types/") || text.includes(name);
    expect(missing.filter((name) => !known(name))).toEqual([]);
  });
});
