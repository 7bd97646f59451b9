import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { repositoryRoot } from "@didym/testing";

const execute = promisify(execFile);

async function typeErrors(project: string): Promise<string> {
  const compiler = join(repositoryRoot, "node_modules", "typescript", "bin", "tsc");
  try {
    const { stdout } = await execute(process.execPath, [compiler, "-p", project], { cwd: repositoryRoot });
    return stdout;
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}

describe("types", () => {
  it("hold in sources and tests", { timeout: 180_000 }, async () => {
    expect(await typeErrors("tsconfig.tests.json")).toBe("");
  });

  it("are really checked: a planted error is found", { timeout: 180_000 }, async () => {
    expect(await typeErrors("checks/repository/planted/tsconfig.json")).toContain("TS2322");
  });
});
