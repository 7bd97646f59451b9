import { spawn } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { repositoryRoot, runDidym } from "@didym/testing";

const bin = join(repositoryRoot, "packages", "cli", "dist", "bin.js");

function shell(script: string): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    const child = spawn("bash", ["-o", "pipefail", "-c", script, bin, process.execPath], {
      cwd: repositoryRoot,
    });
    let output = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => (output += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (output += text));
    child.on("close", (code) => {
      resolve({ code, output });
    });
  });
}

describe("the program", () => {
  it("answers, and ends with the code of the answer", async () => {
    expect(await runDidym(["explain", "hhi"])).toMatchObject({ code: 0, stderr: "" });
    expect((await runDidym(["nonsense"])).code).toBe(2);
  });

  it("is quiet when its reader goes away", async () => {
    const { code, output } = await shell('"$1" "$0" data show prices --json | head -1');
    expect({ code, output }).toEqual({ code: 0, output: "{\n" });
  });

  it("gives whole JSON with stderr closed", async () => {
    const { code, output } = await shell('"$1" "$0" explain exit-codes --json 2>&-');
    expect(code).toBe(0);
    expect(JSON.parse(output)).toMatchObject({ schema: "didym/explain@1" });
  });

  it("ends with 130 when interrupted", async () => {
    const child = spawn(process.execPath, [bin, "game", "-"], {
      stdio: ["pipe", "ignore", "pipe"],
      env: { ...process.env, LANG: "C" },
    });
    let stderr = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
    // more than a pipe holds: when it is gone, the program reads, and listens to signals
    await new Promise((resolve) => child.stdin.write(" ".repeat(1_000_000), resolve));
    child.kill("SIGINT");
    const code = await new Promise((resolve) => child.on("close", resolve));
    expect(code).toBe(130);
    expect(stderr).toBe("Interrupted.\n");
  });

  it.each([
    [[], "Interrupted. Finished work is kept: the same command takes it up again.\n"],
    [["--no-cache"], "Interrupted.\n"],
  ])("says whether finished work is kept, with %j", async (flags, said) => {
    const child = spawn(process.execPath, [bin, "summit", "-", ...flags], {
      stdio: ["pipe", "ignore", "pipe"],
      env: { ...process.env, LANG: "C" },
    });
    let stderr = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
    await new Promise((resolve) => child.stdin.write(" ".repeat(1_000_000), resolve));
    child.kill("SIGINT");
    expect(await new Promise((resolve) => child.on("close", resolve))).toBe(130);
    expect(stderr).toBe(said);
  });

  it("shows help soon", async () => {
    const times: number[] = [];
    for (let run = 0; run < 5; run += 1) {
      const start = performance.now();
      await runDidym(["--help"]);
      times.push(performance.now() - start);
    }
    // three times the bar of 150 ms: the machine may be busy with other tests
    expect(times.sort((a, b) => a - b)[2]).toBeLessThan(450);
  });
});
