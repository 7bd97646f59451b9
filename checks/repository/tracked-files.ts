import { execFileSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "@didym/testing";

const generated = new Set(["node_modules", "dist", ".git", ".cache", "coverage", "out"]);

function walk(folder: string): string[] {
  return readdirSync(join(repositoryRoot, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (generated.has(entry.name)) return [];
    return entry.isDirectory() ? walk(path) : [path];
  });
}

/** The files of the repository, relative to its root: Git's list, or in an unpacked archive all that is not generated. */
export function trackedFiles(): string[] {
  try {
    const list = execFileSync("git", ["ls-files", "-z"], {
      cwd: repositoryRoot,
      encoding: "utf8",
      stdio: "pipe",
    });
    return list.split("\0").filter((path) => path !== "" && existsSync(join(repositoryRoot, path)));
  } catch {
    return walk("");
  }
}
