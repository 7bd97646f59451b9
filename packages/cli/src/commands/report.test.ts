import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { callMain, temporaryFolder } from "@didym/testing";
import { describe, expect, it } from "vitest";

const folder = temporaryFolder();
const short = join(folder, "short.yaml");
writeFileSync(
  short,
  `schema: didym/scenario@1
name: short
title: { en: Short <duty>, zh: 短期关税 }
horizon: [2024, 2025]
levers:
  - tariff: { importers: members, exporters: [CHN], goods: [magnet.*], rate: 25%, from: 2025, id: mine }
`,
);
const report = (args: readonly string[], env: Record<string, string> = {}) =>
  callMain(["report", short, ...args], { env });

/** A program that writes its own name into the file that it is asked for. */
function program(name: string): Record<string, string> {
  const bin = join(folder, "bin");
  mkdirSync(bin, { recursive: true });
  const path = join(bin, name);
  writeFileSync(
    path,
    `#!/bin/sh\nfor a in "$@"; do case "$a" in --output=*|--print-to-pdf=*) printf '${name} /CreationDate (D:20261124)' > "\${a#*=}";; esac; done\n`,
  );
  chmodSync(path, 0o755);
  return { PATH: bin };
}

describe("didym report", () => {
  it("writes a page that needs nothing else, and the same in Markdown", async () => {
    const page = await report([]);
    expect(page).toMatchObject({ code: 0, stderr: "" });
    expect(page.stdout).toMatch(/^<!doctype html>/u);
    expect(page.stdout).toContain("Short &lt;duty&gt;");
    expect(page.stdout).not.toMatch(/<script|https?:\/\/[^"]*\.(?:js|css)/u);
    const { stdout } = await report(["--format", "md", "--lang", "zh"]);
    expect(stdout).toMatch(/^# 短期关税\n/u);
    for (const part of [
      "## 情景内容",
      "`mine` (tariff)",
      "## 主要数字",
      "| USA |",
      "## 来源",
      "didym summit short",
    ])
      expect(stdout).toContain(part);
  });

  it("takes its form from the ending of the file, and hides no machine path in it", async () => {
    const file = join(folder, "brief.md");
    expect(await report(["--against", "none", "--output", file])).toMatchObject({ code: 0, stdout: "" });
    const text = readFileSync(file, "utf8");
    expect(text).toMatch(/^# Short/u);
    expect(text).not.toContain(folder);
  });

  it("gives the range of the figures over draws where they are asked for", async () => {
    const env = { DIDYM_CACHE: join(folder, "cache") };
    const { stdout } = await report(["--format", "md", "--against", "none", "--samples", "2"], env);
    expect(stdout).toContain("## How far the figures may lie off");
    expect(stdout).toMatch(/price\[oxide\.NdPr,members\].*USD\/kg/u);
  });

  it("leaves out who gains where nothing is compared", async () => {
    const { stdout } = await report(["--format", "md", "--against", "none"]);
    expect(stdout).not.toContain("Who gains");
  });

  it("names the part that a form needs and how to install it", async () => {
    for (const [format, part] of [
      ["docx", "pandoc"],
      ["pdf", "chromium"],
    ]) {
      const { code, stdout } = await report(["--format", format, "--json"], { PATH: "" });
      expect(code).toBe(3);
      expect(JSON.parse(stdout)).toMatchObject({
        error: { code: "MISSING_PART", found: part, hint: `apt-get install ${part}` },
      });
    }
  });

  it("has the part make the document, without its date", async () => {
    const pdf = join(folder, "brief.pdf");
    expect(await report(["--against", "none", "--output", pdf], program("chromium"))).toMatchObject({
      code: 0,
    });
    expect(readFileSync(pdf, "utf8")).toBe("chromium /CreationDate (D:00000000)");
    const docx = join(folder, "brief.docx");
    expect(await report(["--against", "none", "--output", docx], program("pandoc"))).toMatchObject({
      code: 0,
    });
    expect(readFileSync(docx, "utf8")).toMatch(/^pandoc/u);
  });

  it("refuses another form", async () => {
    const { code, stderr } = await report(["--format", "rtf"]);
    expect(code).toBe(2);
    expect(stderr).toContain("html, md, docx, pdf");
  });
});
