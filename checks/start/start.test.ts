import { spawn } from "node:child_process";
import { createServer, type Server } from "node:http";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot, temporaryFolder } from "@didym/testing";
import { afterAll, describe, expect, it } from "vitest";
import { serveFolder } from "../../packages/cli/src/server/serve-folder.js";
import { wantedPort } from "../../scripts/start/wanted-port.mjs";

const folder = join(temporaryFolder(), "page");
mkdirSync(folder);
writeFileSync(join(folder, "report.html"), "<!doctype html><title>x</title>");
writeFileSync(join(folder, "..", "secret.txt"), "secret");

describe("the port of npm start", () => {
  it("comes from --port, else from PORT, else is free to choose", () => {
    expect(wantedPort(["--port", "5000"], { PORT: "6000" })).toBe(5000);
    expect(wantedPort(["--port=5000"], {})).toBe(5000);
    expect(wantedPort([], { PORT: "6000" })).toBe(6000);
    expect(wantedPort([], {})).toBeUndefined();
  });

  it.each([["--port", "x"], ["--port", "70000"], ["--port"], ["--prot", "1"]])("refuses %j", (...args) => {
    expect(() => wantedPort(args, {})).toThrow();
  });
});

describe("the page that npm start serves", () => {
  const others: Server[] = [];
  afterAll(() => {
    for (const server of others) server.close();
  });

  it("is the index at the root, on this machine alone, and nothing outside the folder", async () => {
    const { address, close } = await serveFolder({ folder, index: "report.html", port: 0 });
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/u);
    const root = await fetch(address);
    expect(root.headers.get("content-type")).toContain("text/html");
    expect(await root.text()).toContain("<title>x</title>");
    for (const path of ["/none", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/%", "//"]) {
      expect((await fetch(address + path)).status).toBe(404);
    }
    expect((await fetch(address, { method: "POST" })).status).toBe(405);
    await close();
  });

  it("takes the next free port", async () => {
    const busy = createServer().listen(4173, "127.0.0.1");
    others.push(busy);
    await new Promise((resolve) => busy.once("listening", resolve).once("error", resolve));
    const { address, close } = await serveFolder({ folder, index: "report.html" });
    expect(Number(address.split(":").at(-1))).toBeGreaterThan(4173);
    await close();
  });
});

describe("npm start", () => {
  it.each(["SIGTERM", "SIGINT"] as const)(
    "shows the headline table, serves, and ends with 0 on %s",
    { timeout: 300_000 },
    async (signal) => {
      const child = spawn("npm", ["start", "--silent", "--", "--port", "0"], {
        cwd: repositoryRoot,
        stdio: ["ignore", "pipe", "pipe"],
      });
      let stdout = "";
      let stderr = "";
      child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
      const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
      const address = await new Promise<string | undefined>((resolve) => {
        child.stdout.setEncoding("utf8").on("data", (text: string) => {
          stdout += text;
          const found = /^Laboratory: (http:\/\/127\.0\.0\.1:\d+)\n/mu.exec(stdout)?.[1];
          if (found !== undefined) resolve(found);
        });
        child.on("close", () => {
          resolve(undefined);
        });
      });
      expect(address, stderr).toBeDefined();
      expect(stdout.split("\n").length).toBeGreaterThan(5);
      expect((await fetch(address ?? "")).status).toBe(200);
      const levers = await fetch(`${address ?? ""}/api/levers`);
      expect(levers.headers.get("content-type")).toContain("application/json");
      expect(await levers.text()).toContain("price-floor");
      child.kill(signal);
      expect(await ended).toBe(0);
      await expect(fetch(address ?? "")).rejects.toThrow();
    },
  );
});
