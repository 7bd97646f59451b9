import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { firstLoad, onRequest } from "../build/first-load.mjs";
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
});
