import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { request as ask } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { repositoryRoot } from "@didym/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { main } from "../../main.js";
import { answerSchemas, type AnswerName } from "./answer-schemas.js";

const bin = join(repositoryRoot, "packages", "cli", "dist", "bin.js");
const built = existsSync(join(repositoryRoot, "packages", "web", "dist", "index.html"));
const own = { schema: "didym/scenario@1", name: "own", extends: "status-quo", horizon: [2024, 2025] };
const env = { ...process.env, LANG: "C", LC_ALL: "C" };

/** What the command line prints in a folder that holds the scenario as `scenario.json`. */
async function commandLine(...argv: string[]): Promise<string> {
  const cwd = mkdtempSync(join(tmpdir(), "didym-api-test-"));
  writeFileSync(join(cwd, "scenario.json"), `${JSON.stringify(own, null, 2)}\n`);
  const chunks: (string | Uint8Array)[] = [];
  const sink = (write: (content: string | Uint8Array) => void) => ({
    isTerminal: false,
    write: (content: string | Uint8Array) => {
      write(content);
      return Promise.resolve();
    },
  });
  await main(argv, {
    stdout: sink((content) => chunks.push(content)),
    stderr: sink(() => undefined),
    stdin: () => process.stdin,
    env: {},
    cwd,
    now: () => performance.now(),
    onInterrupt: () => undefined,
  });
  return chunks.join("");
}

describe.skipIf(!built)("the HTTP API", { timeout: 180_000 }, () => {
  let server: ChildProcess;
  let address = "";
  beforeAll(async () => {
    server = spawn(process.execPath, [bin, "serve", "--port", "0"], {
      stdio: ["ignore", "ignore", "pipe"],
      env,
    });
    address = await new Promise<string>((resolve) => {
      let text = "";
      server.stderr!.on("data", (chunk: Buffer) => {
        text += chunk.toString("utf8");
        const found = /Laboratory: (http:\/\/127\.0\.0\.1:\d+)\n.*API: /su.exec(text);
        if (found !== null) resolve(found[1]);
      });
    });
  });
  afterAll(() => {
    server.kill("SIGTERM");
  });

  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    fetch(`${address}${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
  async function failure(response: Response): Promise<[number, string, Record<string, unknown>]> {
    const { error } = (await response.json()) as { error: Record<string, unknown> };
    expect(response.headers.get("content-type")).toMatch(/^application\/json/u);
    expect(String(error["message"])).not.toMatch(/undefined|\/(?:tmp|work|home|root)\//u);
    return [response.status, String(error["code"]), error];
  }

  const scenario = { scenario: own, "no-timing": true };
  it.each<[string, AnswerName, unknown, string[]]>([
    [
      "run",
      "Run",
      { ...scenario, select: ["price[oxide.NdPr,JPN]"], set: { "us-section-301.rate": 30 } },
      ["run", "scenario.json", "--select", "price[oxide.NdPr,JPN]", "--set", "us-section-301.rate=30"],
    ],
    [
      "run",
      "Run",
      { ...scenario, against: "none", lang: "zh", select: ["hhi[oxide,world]"] },
      ["run", "scenario.json", "--against", "none", "--lang", "zh", "--select", "hhi[oxide,world]"],
    ],
    [
      "shock",
      "Shock",
      { ...scenario, goods: ["magnet.*"], months: 3, year: 2025 },
      ["shock", "scenario.json", "--goods", "magnet.*", "--months", "3", "--year", "2025"],
    ],
    [
      "why",
      "Why",
      { ...scenario, metric: "price[oxide.NdPr,JPN,2025]" },
      ["why", "scenario.json", "--metric", "price[oxide.NdPr,JPN,2025]"],
    ],
  ])("%s answers with the bytes of the command line: %s", async (path, name, body, args) => {
    const response = await post(`/api/${path}`, body);
    const text = await response.text();
    const expected = await commandLine(...args, "--json", "--no-timing");
    expect(response.status).toBe(200);
    expect(text).toBe(expected);
    expect(answerSchemas[name].safeParse(JSON.parse(text)).error).toBeUndefined();
  });

  it.each<[string, AnswerName, string[]]>([
    ["/api/scenarios", "Scenarios", ["scenario", "list"]],
    ["/api/schema/scenario", "Document", ["scenario", "schema"]],
    ["/api/explain/price-floor", "Document", ["explain", "price-floor"]],
    ["/api/evidence/reserves", "Evidence", ["data", "show", "reserves"]],
    ["/api/evidence/reserves?lang=zh", "Evidence", ["data", "show", "reserves", "--lang", "zh"]],
  ])("%s reads what the command line prints", async (path, name, args) => {
    const response = await fetch(address + path);
    const text = await response.text();
    expect([response.status, text]).toEqual([200, await commandLine(...args, "--json")]);
    expect(answerSchemas[name].safeParse(JSON.parse(text)).error).toBeUndefined();
    expect((await fetch(address + path, { method: "HEAD" })).status).toBe(200);
  });

  it("compares, and plays a small summit", async () => {
    const compared = await post("/api/compare", {
      scenarios: [own, "status-quo"],
      select: ["price[oxide.NdPr,JPN,2025]"],
    });
    expect(answerSchemas.Compare.parse(await compared.json()).scenarios.map((one) => one.scenario)).toEqual([
      "own",
      "status-quo",
    ]);
    const summit = await post("/api/summit", {
      scenario: { ...own, horizon: [2024, 2026] },
      seats: ["USA", "JPN"],
      "no-cache": true,
    });
    expect([summit.status, answerSchemas.Summit.parse(await summit.json()).players]).toEqual([
      200,
      ["USA", "JPN"],
    ]);
  });

  it("lists every lever with its words in both languages and its fields", async () => {
    const { levers } = answerSchemas.Levers.parse(await (await fetch(`${address}/api/levers`)).json());
    expect(levers.length).toBeGreaterThan(20);
    expect(levers.find(({ kind }) => kind === "tariff")).toMatchObject({
      title: { zh: expect.stringMatching(/关税/u) },
      fields: { rate: { unit: "%" } },
    });
  });

  it.each<[string, unknown, number, string, string | undefined]>([
    ["run", "{", 400, "INVALID_SYNTAX", undefined],
    ["run", [], 422, "WRONG_TYPE", undefined],
    ["run", {}, 422, "MISSING_KEY", "scenario"],
    ["run", { scenario: "washington-2027" }, 422, "UNKNOWN_SCENARIO", undefined],
    ["run", { scenario: "../secret.yaml" }, 422, "UNKNOWN_SCENARIO", "scenario"],
    ["run", { scenario: "-" }, 422, "UNKNOWN_SCENARIO", "scenario"],
    ["run", { scenario: own, against: "/etc/passwd" }, 422, "UNKNOWN_SCENARIO", "against"],
    ["run", { scenario: own, out: "/tmp/x" }, 422, "UNKNOWN_KEY", "out"],
    ["run", { scenario: own, "dump-market": 2025 }, 422, "UNKNOWN_KEY", "dump-market"],
    ["run", { scenario: { ...own, levers: [{ tarif: {} }] } }, 422, "UNKNOWN_LEVER", undefined],
    ["run", { scenario: own, expectations: "rosy" }, 422, "INVALID_ARGUMENT", undefined],
    ["run", { scenario: own, "by-location": "yes" }, 422, "WRONG_TYPE", "by-location"],
    ["run", { scenario: own, "time-limit": 1e6 }, 422, "OUT_OF_RANGE", "time-limit"],
    ["why", { scenario: own }, 422, "MISSING_KEY", "metric"],
    ["compare", { scenarios: ["status-quo"] }, 422, "WRONG_TYPE", "scenarios"],
    ["summit", { scenario: own, draws: 4096 }, 422, "OUT_OF_RANGE", "draws"],
    [
      "goal",
      { scenario: own, reach: "price[oxide.NdPr,JPN,2025] <= 1", with: "subsidy", by: "JPN" },
      422,
      "GOAL_UNREACHABLE",
      undefined,
    ],
    ["sweep", {}, 404, "UNKNOWN_PATH", undefined],
  ])("POST /api/%s %j is %i %s", async (path, body, status, code, at) => {
    const [found, named, error] = await failure(await post(`/api/${path}`, body));
    expect([found, named]).toEqual([status, code]);
    if (at !== undefined) expect(error["path"]).toBe(at);
  });

  it("gathers what is wrong, in the language asked for, with the place in the scenario", async () => {
    const response = await post("/api/run", { scenario: own, nmae: 1, set: 3 });
    const { errors } = (await response.json()) as { errors: { code: string }[] };
    expect(errors.map(({ code }) => code)).toEqual(["UNKNOWN_KEY", "WRONG_TYPE"]);
    const wrong = { scenario: { ...own, levers: [{ tarif: {} }] }, lang: "zh" };
    const [, , error] = await failure(await post("/api/run", wrong));
    expect(error).toMatchObject({ file: "scenario.json", nearest: "tariff" });
    expect(String(error["message"])).toMatch(/\p{Script=Han}/u);
  });

  it("refuses other methods, other types, large bodies, unknown tables and queries", async () => {
    const get = await fetch(`${address}/api/run`);
    expect([get.headers.get("allow"), ...(await failure(get)).slice(0, 2)]).toEqual([
      "POST",
      405,
      "METHOD_NOT_ALLOWED",
    ]);
    expect((await failure(await fetch(`${address}/api/run`, { method: "OPTIONS" })))[0]).toBe(405);
    expect((await failure(await post("/api/run", "{}", { "content-type": "text/plain" })))[1]).toBe(
      "UNSUPPORTED_MEDIA_TYPE",
    );
    expect(
      (await failure(await post("/api/run", `{"scenario":"${"x".repeat(1_100_000)}"}`))).slice(0, 2),
    ).toEqual([413, "FILE_TOO_LARGE"]);
    expect((await failure(await fetch(`${address}/api/evidence/nothing`))).slice(0, 2)).toEqual([
      404,
      "UNKNOWN_TABLE",
    ]);
    expect((await failure(await fetch(`${address}/api/explain/nothing`))).slice(0, 2)).toEqual([
      404,
      "UNKNOWN_TOPIC",
    ]);
    expect((await failure(await fetch(`${address}/api/scenarios?deep=1`)))[1]).toBe("UNKNOWN_KEY");
  });

  it("answers no other site's page and no other name of this machine, and lets none read", async () => {
    for (const headers of [{ origin: "https://example.org" }, { "sec-fetch-site": "cross-site" }] as Record<
      string,
      string
    >[])
      expect((await failure(await post("/api/run", { scenario: own }, headers))).slice(0, 2)).toEqual([
        403,
        "FORBIDDEN_ORIGIN",
      ]);
    const { port } = new URL(address);
    const status = await new Promise((resolve) => {
      ask(
        { host: "127.0.0.1", port, path: "/api/scenarios", headers: { host: "example.org" } },
        (response) => {
          response.resume();
          resolve(response.statusCode);
        },
      ).end();
    });
    expect(status).toBe(403);
    const read = await fetch(`${address}/api/scenarios`);
    expect([...read.headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual([]);
  });

  it("gives up after the time asked for, and goes on answering meanwhile", async () => {
    const slow = post("/api/summit", { scenario: "washington-2026", "no-cache": true, "time-limit": 1 });
    expect((await fetch(address)).status).toBe(200);
    expect((await failure(await slow)).slice(0, 2)).toEqual([504, "TIME_LIMIT"]);
    expect((await fetch(`${address}/api/scenarios`)).status).toBe(200);
  });

  it("answers others while somebody who asked goes away, and leaves no files", async () => {
    const before = new Set(readdirSync(tmpdir()).filter((name) => name.startsWith("didym-request-")));
    const leave = new AbortController();
    const left = fetch(`${address}/api/summit`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ scenario: own, "no-cache": true }),
      signal: leave.signal,
    });
    setTimeout(() => {
      leave.abort();
    }, 60);
    await expect(left).rejects.toThrow();
    const answers = await Promise.all(
      [1, 2, 3].map(() => post("/api/run", { scenario: own, select: ["price[oxide.NdPr,JPN]"] })),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const texts = await Promise.all(answers.map((answer) => answer.text()));
    expect(texts[1]?.replace(/"milliseconds".*/u, "")).toBe(texts[0]?.replace(/"milliseconds".*/u, ""));
    const after = readdirSync(tmpdir()).filter(
      (name) => name.startsWith("didym-request-") && !before.has(name),
    );
    expect(after.length).toBeLessThanOrEqual(1);
  });
});
