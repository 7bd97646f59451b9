import { IssueError, type Issue } from "@didym/core/errors";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readArguments } from "../../command/read-arguments.js";
import type { Route } from "./route.js";
import { commandOf } from "./route-command.js";
import { routes } from "./routes.js";
import { flagsOf, toArguments } from "./to-arguments.js";

const routeOf = (path: string): Route => routes.find((route) => route.path === path)!;
const run = routeOf("/api/run");
const command = await commandOf(run);
const asked = (body: unknown) => toArguments(run, command, body);

function issuesOf(body: unknown, route = run, of = command): readonly Issue[] {
  try {
    toArguments(route, of, body);
  } catch (error) {
    if (error instanceof IssueError) return error.issues;
    throw error;
  }
  return [];
}

describe("a request as a command line", () => {
  it("names its scenario, and each flag by its own name", () => {
    const body = {
      scenario: "washington-2026",
      set: { "price-floor.at": 130, "tariff.goods": ["a", "b"] },
      select: ["x[A,B]"],
      "by-location": true,
    };
    expect(asked(body).argv).toEqual([
      "run",
      "--json",
      "--set=price-floor.at=130",
      "--set=tariff.goods=a,b",
      "--select=x[A,B]",
      "--by-location",
      "--",
      "washington-2026",
    ]);
    expect(asked({ scenario: "x", "by-location": false }).argv).toEqual(["run", "--json", "--", "x"]);
  });

  it("puts scenarios that are no names into files beside it", () => {
    const own = { schema: "didym/scenario@1", name: "own" };
    const { argv, files } = asked({ scenario: own, against: { ...own, name: "other" } });
    expect(argv).toEqual(["run", "--json", "--against=against.json", "--", "scenario.json"]);
    expect(Object.keys(files).sort()).toEqual(["against.json", "scenario.json"]);
    expect(JSON.parse(files["scenario.json"])).toEqual(own);
  });

  it("gives a name of a path as the command's argument, whatever it looks like", async () => {
    const route = routeOf("/api/explain/{topic}");
    const { argv } = toArguments(route, await commandOf(route), {}, "--output=/tmp/x");
    expect(argv).toEqual(["explain", "--json", "--", "--output=/tmp/x"]);
  });

  it("takes less time than there is where that is asked for, and never more", () => {
    expect(asked({ scenario: "x" }).seconds).toBe(run.seconds);
    expect(asked({ scenario: "x", "time-limit": 2 }).seconds).toBe(2);
    expect(issuesOf({ scenario: "x", "time-limit": run.seconds + 1 })).toMatchObject([
      { code: "OUT_OF_RANGE", path: "time-limit" },
    ]);
  });

  it("gathers everything wrong", () => {
    const found = issuesOf({ scenario: 3, selekt: [], set: 1, "by-location": "yes", expectations: 2 });
    expect(found.map(({ code, path }) => `${code} ${path ?? ""}`)).toEqual([
      "WRONG_TYPE scenario",
      "UNKNOWN_KEY selekt",
      "WRONG_TYPE set",
      "WRONG_TYPE by-location",
      "WRONG_TYPE expectations",
    ]);
    expect(found[1]).toMatchObject({ nearest: "select" });
    for (const body of [null, [], "x", 3]) expect(issuesOf(body)[0]).toMatchObject({ code: "WRONG_TYPE" });
  });

  it("offers no flag that reads or writes files, on any path", async () => {
    for (const route of routes)
      for (const name of Object.keys(flagsOf(route, await commandOf(route))))
        expect(
          ["out", "output", "format", "table", "dump-market", "debug", "scenario", "workers", "resume"],
          `${route.path} ${name}`,
        ).not.toContain(name);
  });

  it("never lets a text become another flag or a file: what the command reads is what was asked", () => {
    const word = fc.oneof(
      fc.string(),
      fc.constantFrom("--output=/tmp/x", "-", "../a.yaml", "a\n--out", "--"),
    );
    fc.assert(
      fc.property(fc.array(word), fc.dictionary(fc.string(), word), word, (select, set, name) => {
        const body = { scenario: name, select, set };
        if (issuesOf(body).length > 0) {
          expect(name).not.toMatch(/^[a-z0-9][a-z0-9-]*$/u);
          return;
        }
        const { globals, args } = readArguments(asked(body).argv.slice(1), command);
        expect(globals).toMatchObject({ json: true, output: undefined, out: undefined });
        expect(args.positionals).toEqual([name]);
        expect(args.flags["select"]).toEqual(select);
        expect(args.flags["set"]).toEqual(Object.entries(set).map(([key, value]) => `${key}=${value}`));
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});
