import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { detectFormat, importFile } from "./import-file.js";

const folder = fileURLToPath(new URL("./fixtures/", import.meta.url));
const names = readdirSync(folder);
const raw = (name: string): Buffer => readFileSync(folder + name);
const read = (name: string): string => raw(name).toString("utf8");
/** As a reader that takes every file for UTF-8 sees it. */
const decoded = (bytes: Buffer): string => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
/** Places every name at itself, so that no place that is not known hides another fault. */
class Everywhere extends Map<string, string> {
  override get(name: string): string {
    return name;
  }
  override has(): boolean {
    return true;
  }
}
const places = new Everywhere();
const importText = (text: string, file = "f") => importFile(text, { file, places });
const codes = (text: string): string[] => importText(text).issues.map(({ code }) => code);
const bare = (text: string): unknown[] =>
  importText(text)
    .figures.map(({ line: _, ...rest }) => rest)
    .sort((a, b) => (a.id < b.id ? -1 : 1));

describe("an official file of any format", () => {
  it("is known by its first lines", () => {
    expect(names.map((name) => [name, detectFormat(read(name))])).toEqual([
      ["comtrade.csv", "comtrade-csv"],
      ["comtrade.json", "comtrade-json"],
      ["usgs-mcs-2025.csv", "usgs-mcs"],
      ["usgs-mcs-2026.csv", "usgs-mcs"],
      ["usitc-dataweb.json", "usitc-dataweb"],
    ]);
    expect(importText("a,b\n1,2\n").issues).toEqual([
      expect.objectContaining({ code: "UNKNOWN_FORMAT", file: "f" }),
    ]);
    expect(codes("")).toEqual(["UNKNOWN_FORMAT"]);
  });

  it.each(names)("%s gives the same with a byte-order mark and with other ends of lines", (name) => {
    const text = read(name);
    const plain = text.replaceAll("\r\n", "\n");
    expect(bare(`\uFEFF${text}`)).toEqual(bare(text));
    expect(bare(plain)).toEqual(bare(text));
    expect(bare(plain.replaceAll("\n", "\r\n"))).toEqual(bare(text));
    expect(bare(text).length).toBeGreaterThan(0);
  });

  it.each(names)("%s is refused as UTF-16, and with a byte of Latin-1 by its line", (name) => {
    expect(codes(decoded(Buffer.from(read(name), "utf16le")))).toEqual(["WRONG_ENCODING"]);
    const bytes = raw(name);
    const at = bytes.indexOf("China");
    const latin = Buffer.from(bytes);
    latin[at + 2] = 0xe9;
    const issue = importText(decoded(latin)).issues.find(({ code }) => code === "WRONG_ENCODING");
    expect(issue).toMatchObject({ line: decoded(bytes.subarray(0, at)).split("\n").length });
  });

  it.each(names)("%s is never read in silence where its end is missing", (name) => {
    const text = read(name);
    for (const share of [0.35, 0.5, 0.8]) {
      const cut = text.slice(0, Math.floor(text.length * share));
      const end = cut.lastIndexOf("\n");
      const inside = cut.length - end > 3 ? cut : `${cut}x`;
      expect(codes(inside).length).toBeGreaterThan(0);
    }
  });
});
