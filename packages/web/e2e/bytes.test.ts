import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { firstLoad, onRequest } from "../build/first-load.mjs";
import { openLink } from "../src/state/page-link.js";
import { dist } from "./harness.js";

const size = (file: string): number => gzipSync(readFileSync(file)).byteLength;
const total = (folder: string, names: readonly string[]): number =>
  names.reduce((sum, name) => sum + size(join(folder, name)), 0);

describe.skipIf(!existsSync(join(dist, "index.html")))("weight of the page, gzipped (point 36)", () => {
  it("is at most 200 kB before data and 400 kB with it", () => {
    const before = total(dist, firstLoad(dist));
    const fetched = readdirSync(join(dist, "data")).filter((name) => !onRequest.includes(name));
    const data = total(join(dist, "data"), fetched);
    expect(before).toBeLessThanOrEqual(200_000);
    expect(before + data).toBeLessThanOrEqual(400_000);
  });

  it("holds no long text, no map and no dialogue: those come once the first screen stands", () => {
    const code = firstLoad(dist, false)
      .filter((name) => name.startsWith("assets/"))
      .map((name) => readFileSync(join(dist, name), "utf8"))
      .join("");
    for (const later of ["geoEqualEarth", "@misc{", "UNKNOWN_LEVER"])
      expect(code.includes(later), later).toBe(false);
  });

  it("names no address of others and uses relative ones only", () => {
    const html = readFileSync(join(dist, "index.html"), "utf8");
    expect(html.match(/(?:src|href)="(?!\.\/|data:)[^"]*"/gu) ?? []).toEqual([]);
    expect(html).toMatch(/Content-Security-Policy/u);
  });

  it("lies beside an index for programs whose files are there, and links that the page reads (point 39)", () => {
    const index = readFileSync(join(dist, "llms.txt"), "utf8");
    const files = [...index.matchAll(/\]\(([^)]+)\)/gu)].map(([, file = ""]) => file);
    for (const file of files.filter((name) => !name.startsWith("api/")))
      expect(existsSync(join(dist, file)), file).toBe(true);
    const links = [...index.matchAll(/`([?&][^`]+)`/gu)].map(([, query = ""]) => query.replace(/^&/u, "?"));
    expect(links.length).toBeGreaterThan(3);
    for (const link of links) expect(openLink(link, "en").notices, link).toEqual([]);
    const schema = JSON.parse(readFileSync(join(dist, "schemas", "scenario.schema.json"), "utf8")) as object;
    expect(schema).toHaveProperty("$schema");
  });
});
