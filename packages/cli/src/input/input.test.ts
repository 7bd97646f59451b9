import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { IssueError } from "@didym/core/errors";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "@didym/testing";
import { pathKeys } from "./json-path.js";
import { parseDocument } from "./parse-document.js";
import { located, readScenarioDocument } from "./read-document.js";

const folder = temporaryFolder();
const context = { cwd: folder, stdin: () => stream("a: 1\n") };

// eslint-disable-next-line @typescript-eslint/require-await -- a stream of one piece
async function* stream(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

function issueOf(text: string, file = "s.yaml") {
  try {
    parseDocument(text, file);
  } catch (error) {
    return (error as IssueError).issues[0];
  }
  return undefined;
}

async function readIssue(file: string, input = context) {
  const error: unknown = await readScenarioDocument(file, input).catch((thrown: unknown) => thrown);
  return error instanceof IssueError ? error.issues[0] : undefined;
}

const scenario = `# a comment
schema: didym/scenario@1
levers:
  - tariff:
      rate: 25%
  - price-floor: { at: 110 USD/kg,
      tarif: 3 }
`;

describe("reading YAML and JSON", () => {
  it("gives the same value from both", () => {
    expect(parseDocument("a: [1, { b: x }]\n", "s.yaml").value).toEqual({ a: [1, { b: "x" }] });
    expect(parseDocument('{ "a": [1, { "b": "x" }] }', "s.json").value).toEqual({ a: [1, { b: "x" }] });
  });

  it("knows where a key stands, and the nearest thing around one that is absent", () => {
    const source = parseDocument(scenario, "s.yaml");
    expect(source.locate("schema")).toEqual({ line: 2, column: 1 });
    expect(source.locate("levers[0].tariff.rate")).toEqual({ line: 5, column: 7 });
    expect(source.locate("levers[1].price-floor.tarif")).toEqual({ line: 7, column: 7 });
    expect(source.locate("levers[0].tariff.goods")).toEqual({ line: 4, column: 5 });
    expect(source.locate("levers[9]")).toEqual({ line: 3, column: 1 });
    expect(source.locate("")).toEqual({ line: 2, column: 1 });
  });

  it("knows where a key of a JSON file stands", () => {
    const source = parseDocument('{\n  "a": 1,\n  "b": { "c": 2 }\n}', "p.json");
    expect(source.locate("b.c")).toEqual({ line: 3, column: 10 });
  });

  it("adds the place to issues, and leaves those that have one", () => {
    const source = parseDocument(scenario, "s.yaml");
    const given = { code: "X", file: "other", line: 1 };
    expect(located([{ code: "X", path: "levers[0].tariff.rate" }, given], source)).toEqual([
      { code: "X", path: "levers[0].tariff.rate", file: "s.yaml", line: 5, column: 7 },
      given,
    ]);
  });

  it("refuses a bomb of aliases", () => {
    const bomb = ["a0: &a0 [x, x]"];
    for (let n = 1; n < 30; n += 1) bomb.push(`a${n}: &a${n} [*a${n - 1}, *a${n - 1}, *a${n - 1}]`);
    expect(issueOf(`${bomb.join("\n")}\n`)?.code).toBe("TOO_MANY_ALIASES");
    expect(issueOf(`${bomb.join("\n")}\n`)).toMatchObject({ line: 2, column: 10 });
  });

  it.each([
    ["a: [1, 2\n", "s.yaml", 2],
    ["a: 1\na: 2\n", "s.yaml", 2],
    ["a: !!js/function x\n", "s.yaml", 1],
    ["a:\n\t- 1\n", "s.yaml", 2],
    ['{\n "a": 1,\n}', "p.json", 3],
    ["a: 1\n", "p.json", 1],
    ["[\n1,\n2,\n]", "p.json", 4],
    ['{"a":\n x}', "p.json", 2],
    ['{"a" 1}', "p.json", 1],
    ['{"a": [1\n}', "p.json", 2],
  ])("refuses %j", (text, file, line) => {
    const issue = issueOf(text, file);
    expect(issue).toMatchObject({ code: "INVALID_SYNTAX", file });
    expect(issue?.line).toBe(line);
  });

  it("refuses what is nested beyond reason", () => {
    expect(issueOf("[".repeat(100_000))?.code).toBe("INVALID_SYNTAX");
    expect(issueOf(`${"[".repeat(20_000)}${"]".repeat(20_000)}`, "s.yaml")?.code ?? "read").toMatch(
      /read|INVALID_SYNTAX/u,
    );
  });

  it("keeps both values of a key that may stand twice, in YAML and JSON", () => {
    const merged = { to: ["members", "JPN", 2028] };
    const options = { mergeable: ["to"] };
    expect(parseDocument("{ to: [members, JPN], to: 2028 }\n", "s.yaml", options).value).toEqual(merged);
    expect(parseDocument('{ "to": ["members", "JPN"], "to": 2028 }', "s.json", options).value).toEqual(
      merged,
    );
  });

  it.each(["to: 2028, to: 2030", "to: CHN, to: JPN", "to: [JPN, 2028], to: 2030"])(
    "refuses %s: which is meant?",
    (pairs) => {
      const read = () => parseDocument(`a: { ${pairs} }\n`, "s.yaml", { mergeable: ["to"] });
      expect(read).toThrow("INVALID_SYNTAX");
    },
  );

  it("refuses any other key that stands twice, in JSON too", () => {
    expect(issueOf('{ "a": 1,\n "b": { "a": 1 }, "a": 2 }', "p.json")).toMatchObject({
      code: "INVALID_SYNTAX",
      line: 2,
    });
    expect(issueOf('[{ "a": 1 }, { "a": ":" }, "a", "a"]', "p.json")).toBeUndefined();
  });

  it("is not slowed down by a hundred thousand keys", () => {
    const text = Array.from({ length: 60_000 }, (_, n) => `k${n}: 1`).join("\n");
    const start = performance.now();
    expect(Object.keys(parseDocument(text, "s.yaml").value as object).length).toBe(60_000);
    expect(performance.now() - start).toBeLessThan(15_000);
  });

  it("sets no prototype", () => {
    const { value } = parseDocument('{ "__proto__": { "polluted": true } }', "p.json");
    expect((value as { polluted?: boolean }).polluted).toBeUndefined();
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

describe("reading files", () => {
  it("refuses 50 MB before reading them", async () => {
    writeFileSync(join(folder, "big.yaml"), Buffer.alloc(50_000_000, "a"));
    const start = performance.now();
    expect(await readIssue("big.yaml")).toMatchObject({
      code: "FILE_TOO_LARGE",
      file: "big.yaml",
      found: 50_000_000,
    });
    expect(performance.now() - start).toBeLessThan(500);
  });

  it("reads stdin for a dash, up to the limit", async () => {
    expect((await readScenarioDocument("-", context)).value).toEqual({ a: 1 });
    const long = { ...context, stdin: () => stream("a".repeat(1_000_001)) };
    expect(await readIssue("-", long)).toMatchObject({ code: "FILE_TOO_LARGE" });
  });

  it("tells what is missing, a folder, or no text", async () => {
    mkdirSync(join(folder, "dir"));
    writeFileSync(join(folder, "bytes.yaml"), Buffer.from([0x61, 0xff, 0xfe]));
    expect(await readIssue("none.yaml")).toMatchObject({ code: "FILE_NOT_FOUND", file: "none.yaml" });
    expect(await readIssue("dir")).toMatchObject({ code: "FILE_NOT_FOUND" });
    expect(await readIssue("bytes.yaml")).toMatchObject({ code: "NOT_TEXT" });
  });
});

describe("JSON paths", () => {
  it.each<[string, (string | number)[]]>([
    ["levers[2].rate", ["levers", 2, "rate"]],
    ["a.b-c", ["a", "b-c"]],
    ['payoffs["A,B"].A', ["payoffs", "A,B", "A"]],
    ["", []],
  ])("%s", (path, keys) => {
    expect(pathKeys(path)).toEqual(keys);
  });
});
