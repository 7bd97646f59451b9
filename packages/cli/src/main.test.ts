import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { callMain, temporaryFolder } from "@didym/testing";
import { register } from "./commands/register.js";

const folder = temporaryFolder();

interface ErrorDocument {
  readonly error: {
    readonly code: string;
    readonly message: string;
    readonly hint: string;
    readonly nearest?: string;
  };
  readonly errors?: readonly unknown[];
}

const asError = (stdout: string) => (JSON.parse(stdout) as ErrorDocument).error;

describe("help", () => {
  it("leads with three examples and names every command", async () => {
    const { code, stdout, stderr } = await callMain(["--help"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const lines = stdout.split("\n");
    expect(lines.slice(2, 6).map((line) => line.startsWith("  didym "))).toEqual([false, true, true, true]);
    for (const { name } of register) expect(stdout).toContain(`\n  ${name} `);
    for (const code of [0, 1, 2, 3, 4, 5, 130]) expect(stdout).toMatch(new RegExp(`\n  ${code} +\\S`, "u"));
  });

  it("is the same without any argument", async () => {
    expect(await callMain([])).toEqual(await callMain(["--help"]));
  });

  it("exists for every command in both languages", async () => {
    for (const { name, brief } of register) {
      const words = name.split(" ");
      expect((await callMain([...words, "--help"])).stdout).toContain(brief.en);
      expect((await callMain([...words, "--help", "--lang", "zh"])).stdout).toContain(brief.zh);
    }
  });

  it("of a built command shows three examples", async () => {
    for (const entry of register) {
      const { examples, lax } = await entry.load();
      if (lax !== true) expect(examples.length, entry.name).toBeGreaterThanOrEqual(3);
    }
  });
});

describe("language", () => {
  it.each([
    [{ LANG: "zh_CN.UTF-8" }, "用法"],
    [{ LC_ALL: "zh_TW", LANG: "en_US" }, "用法"],
    [{ LANG: "C.UTF-8" }, "Usage"],
    [{ LC_ALL: "en_GB.UTF-8", LANG: "zh_CN" }, "Usage"],
    [{}, "Usage"],
  ])("follows the locale %j", async (env, word) => {
    expect((await callMain(["--help"], { env })).stdout).toContain(word);
  });

  it("can be chosen, also for errors", async () => {
    const { stderr } = await callMain(["nonsense", "--lang=zh"]);
    expect(stderr).toContain("错误[UNKNOWN_COMMAND]");
  });
});

describe("errors", () => {
  it.each<[string[], number, string]>([
    [["explian", "x"], 2, "UNKNOWN_COMMAND"],
    [["explain", "hhi", "--al"], 2, "UNKNOWN_FLAG"],
    [["explain"], 2, "MISSING_ARGUMENT"],
    [["explain", "a", "b"], 2, "UNEXPECTED_ARGUMENT"],
    [["explain", "hhi", "--lang"], 2, "MISSING_VALUE"],
    [["explain", "hhi", "--lang", "fr"], 2, "INVALID_ARGUMENT"],
    [["data"], 2, "MISSING_ARGUMENT"],
    [["explain", "hhii"], 3, "UNKNOWN_TOPIC"],
    [["game", "no-such-file.json"], 3, "FILE_NOT_FOUND"],
    [["data", "show", "pricse"], 3, "UNKNOWN_TABLE"],
    [["completion", "tcsh"], 2, "INVALID_ARGUMENT"],
  ])("%j ends with %d and %s, in words and in JSON", async (args, code, name) => {
    const plain = await callMain(args);
    expect(plain).toMatchObject({ code, stdout: "" });
    expect(plain.stderr).toContain(`error[${name}]: `);
    const json = await callMain(
      [...args, "--json"].filter((arg) => args.at(-1) !== "--lang" || arg !== "--json"),
    );
    expect(json.code).toBe(code);
    if (args.at(-1) !== "--lang") {
      expect(asError(json.stdout)).toMatchObject({
        code: name,
        message: expect.any(String),
        hint: expect.any(String),
      });
    }
  });

  it("name the nearest valid name", async () => {
    expect(asError((await callMain(["explain", "price-flor", "--json"])).stdout).nearest).toBe("price-floor");
    expect((await callMain(["explain", "price-flor"])).stderr).toContain("did you mean price-floor?");
  });

  it("show where they happened only with --debug", async () => {
    expect((await callMain(["explain", "zzz"])).stderr).not.toContain("    at ");
    expect((await callMain(["explain", "zzz", "--debug"])).stderr).toContain("    at ");
  });

  it("come together, the cause first, with their places", async () => {
    const text =
      '{\n  "schema": "didym/game@1",\n  "players": ["A", "A"],\n  "value": { "": 0, "A": 1 }, "extra": 1\n}';
    const { code, stdout } = await callMain(["game", "-", "--json"], { stdin: text });
    const document = JSON.parse(stdout) as ErrorDocument & { errors: { line: number }[] };
    expect(code).toBe(3);
    expect(document.errors?.[0] ?? document.error).toEqual(document.error);
    expect(document.error).toMatchObject({ file: "-", line: expect.any(Number) });
  });

  it("leave an existing file alone", async () => {
    const file = join(folder, "kept.csv");
    writeFileSync(file, "before");
    const { code } = await callMain(["data", "show", "nothing", "--output", file]);
    expect(code).toBe(3);
    expect(readFileSync(file, "utf8")).toBe("before");
  });
});

describe("answers", () => {
  it("carry schema and versions", async () => {
    for (const args of [
      ["doctor"],
      ["explain", "hhi"],
      ["explain", "exit-codes"],
      ["data", "sources"],
      ["--version"],
    ]) {
      const { code, stdout, stderr } = await callMain([...args, "--json"]);
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
      const document = JSON.parse(stdout) as Record<string, unknown>;
      expect(Object.keys(document).slice(0, 2)).toEqual(["schema", "versions"]);
      expect(Object.keys(document["versions"] as object)).toEqual(["didym", "model", "data"]);
    }
  });

  it("are the same bytes twice", async () => {
    const once = await callMain(["data", "show", "claims", "--json"]);
    expect(await callMain(["data", "show", "claims", "--json"])).toEqual(once);
    expect(once.code).toBe(0);
  });

  it("can be cut on a terminal, never in a pipe, and say so", async () => {
    const whole = await callMain(["data", "show", "prices"]);
    const cut = await callMain(["data", "show", "prices"], { terminal: true });
    const all = await callMain(["data", "show", "prices", "--all"], { terminal: true });
    const rows = whole.stdout.split("\n").length - 3;
    expect(cut.stdout).toContain(`40 of ${rows} rows, use --all`);
    expect(all.stdout.split("\n").length).toBe(whole.stdout.split("\n").length);
    expect(whole.stdout).not.toContain("\u001B");
  });

  it("go to a file in the format of its ending", async () => {
    const file = join(folder, "codes.csv");
    const { stdout, stderr } = await callMain(["explain", "exit-codes", "--output", file]);
    expect(stdout).toBe("");
    expect(stderr).toBe(`Written: ${file}\n`);
    expect(readFileSync(file, "utf8")).toMatch(/^code,meaning\n0,done\n/u);
  });

  it("go to a folder as CSV, Parquet and JSON, with no part left behind", async () => {
    const out = join(folder, "out");
    const { stdout } = await callMain(["explain", "exit-codes", "--out", out]);
    expect(stdout).toContain("interrupted");
    expect(readdirSync(out).sort()).toEqual(["answer.json", "exit-codes.csv", "exit-codes.parquet"]);
    expect(readFileSync(join(out, "exit-codes.parquet")).subarray(0, 4).toString()).toBe("PAR1");
  });

  it("tell when a file cannot be written", async () => {
    writeFileSync(join(folder, "plain"), "");
    const { code, stderr } = await callMain(["explain", "hhi", "--output", join(folder, "plain", "x.json")]);
    expect(code).toBe(3);
    expect(stderr).toContain("FILE_UNWRITABLE");
    expect(existsSync(join(folder, "plain", "x.json"))).toBe(false);
  });

  it("name the tables that a format has no room for, and give one when asked", async () => {
    const game = "golden/games/talmud-estate-200.game.json";
    expect((await callMain(["game", game, "--format", "csv"])).stderr).toContain("measures");
    const one = await callMain(["game", game, "--format", "csv", "--table", "measures"]);
    expect(one.stdout).toMatch(/^measure,value\n/u);
    expect(one.stderr).toBe("");
    const rows = JSON.parse(
      (await callMain(["game", game, "--json", "--table", "shares"])).stdout,
    ) as unknown[];
    expect(rows[0]).toMatchObject({ player: "A" });
  });

  it("are not Parquet on a terminal", async () => {
    const { code, stdout } = await callMain(["explain", "exit-codes", "--format", "parquet"], {
      terminal: true,
    });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect((await callMain(["explain", "exit-codes", "--format", "parquet"])).stdout.slice(0, 4)).toBe(
      "PAR1",
    );
  });

  it.each(["NO_COLOR", "TERM", "flag"])("have no colours with %s", async (how) => {
    const env: Record<string, string> = how === "flag" ? {} : { [how]: how === "TERM" ? "dumb" : "1" };
    const args = [
      "game",
      "golden/games/talmud-estate-200.game.json",
      ...(how === "flag" ? ["--no-color"] : []),
    ];
    expect((await callMain(args, { terminal: true, env })).stdout).not.toContain("\u001B");
    expect((await callMain(args.slice(0, 2), { terminal: true })).stdout).toContain("\u001B[1m");
  });
});

describe("commands that are not built", () => {
  it("say so and compute nothing", async () => {
    const unbuilt = [];
    for (const entry of register) if ((await entry.load()).lax === true) unbuilt.push(entry.name);
    for (const name of unbuilt) {
      const { code, stdout } = await callMain([...name.split(" "), "x", "--reach", "y", "--json"]);
      expect({ name, code, error: asError(stdout).code }).toEqual({ name, code: 3, error: "UNSUPPORTED" });
    }
  });
});
