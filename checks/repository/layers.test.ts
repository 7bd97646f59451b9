import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { repositoryRoot } from "@didym/testing";
import { trackedFiles } from "./tracked-files.js";

/** What each package may import, besides itself; data flows one way. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  core: ["zod"],
  data: ["@didym/core", "csv-parse", "node:"],
  messages: ["@didym/core"],
  charts: ["d3-geo", "d3-sankey", "d3-shape", "topojson-client", "topojson-specification", "world-atlas"],
  web: ["@didym/core", "@didym/data/browser", "@didym/messages", "@didym/charts", "svelte"],
  cli: [
    "@didym/",
    "yaml",
    "hyparquet",
    "hyparquet-writer",
    "string-width",
    "hono",
    "@hono/",
    "piscina",
    "zod",
    "node:",
  ],
};

const importPattern =
  /(?:^|\n)\s*(?:import|export)\s[^;'"]*?from\s+["']([^"']+)["']|import\(\s*["']([^"']+)["']\s*\)/gu;

/** The modules a source text imports, statically or not. */
function importsOf(text: string): string[] {
  return [...text.matchAll(importPattern)].map((match) => match[1] ?? match[2] ?? "");
}

/** Files that only tests use may import what tests use. */
const forTests = /\.test\.ts$|\.fixture\.ts$|\/(?:fixtures|testing)\//u;

function sourcesOf(name: string): string[] {
  const folder = `packages/${name}/src/`;
  return trackedFiles().filter(
    (path) => path.startsWith(folder) && path.endsWith(".ts") && !forTests.test(path),
  );
}

function isAllowed(target: string, may: readonly string[]): boolean {
  return may.some(
    (prefix) => target === prefix || target.startsWith(/[/:]$/u.test(prefix) ? prefix : `${prefix}/`),
  );
}

function wrongImports(name: string): string[] {
  return sourcesOf(name).flatMap((path) =>
    importsOf(readFileSync(join(repositoryRoot, path), "utf8"))
      .filter((target) => !target.startsWith(".") && !isAllowed(target, allowed[name] ?? []))
      .map((target) => `${path} imports ${target}`),
  );
}

describe("layers", () => {
  it.each(Object.keys(allowed))("%s imports only what lies below it", (name) => {
    expect(wrongImports(name)).toEqual([]);
  });

  it("no relative import leaves its package", () => {
    const leaving = Object.keys(allowed).flatMap((name) =>
      sourcesOf(name).filter((path) => {
        const depth = path.split("/").length - 4;
        return importsOf(readFileSync(join(repositoryRoot, path), "utf8")).some((target) =>
          target.startsWith("../".repeat(depth + 1)),
        );
      }),
    );
    expect(leaving).toEqual([]);
  });

  it("the check sees static, re-exported and dynamic imports", () => {
    const text = 'import { a } from "didym";\nexport * from "x";\nconst b = await import("node:fs");\n';
    expect(importsOf(text)).toEqual(["didym", "x", "node:fs"]);
  });

  it("project references point down only", () => {
    const references = (name: string): string[] => {
      const config = JSON.parse(
        readFileSync(join(repositoryRoot, `packages/${name}/tsconfig.json`), "utf8"),
      ) as {
        references: { path: string }[];
      };
      return config.references.map(({ path }) => path.replace("../", "")).sort();
    };
    expect(references("core")).toEqual([]);
    expect(references("data")).toEqual(["core"]);
    expect(references("messages")).toEqual(["core"]);
    expect(references("charts")).toEqual([]);
    expect(references("cli").filter((name) => name === "web")).toEqual([]);
  });
});
