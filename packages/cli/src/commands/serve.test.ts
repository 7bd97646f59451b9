import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "@didym/testing";
import { describe, expect, it } from "vitest";

const bin = join(repositoryRoot, "packages", "cli", "dist", "bin.js");
const built = existsSync(join(repositoryRoot, "packages", "web", "dist", "index.html"));

describe("didym serve", () => {
  it.skipIf(!built)("says where, serves the page, and ends with 0 when it is told to stop", async () => {
    const child = spawn(process.execPath, [bin, "serve", "--port", "0"], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    const address = await new Promise<string>((resolve) => {
      let text = "";
      child.stderr.on("data", (chunk: Buffer) => {
        text += chunk.toString("utf8");
        const found = /Laboratory: (http:\/\/127\.0\.0\.1:\d+)/u.exec(text);
        if (found !== null) resolve(found[1]);
      });
    });
    const page = await fetch(address);
    expect(await page.text()).toContain('<div id="app">');
    expect((await fetch(`${address}/data/scenarios.json`)).headers.get("content-type")).toContain("json");
    const code = new Promise((resolve) => child.on("exit", resolve));
    child.kill("SIGINT");
    expect(await code).toBe(0);
  });
});
