import { levers as leverDefinitions } from "@didym/core/levers";
import { en } from "@didym/messages";
import { callMain } from "@didym/testing";
import { describe, expect, it } from "vitest";

const json = async (...args: string[]) =>
  JSON.parse((await callMain(["explain", ...args, "--json"])).stdout) as Record<string, unknown>;

describe("explain", () => {
  it("has a page for every lever there is, and no other", () => {
    expect(Object.keys(en.levers).sort()).toEqual(leverDefinitions.map((lever) => lever.kind).sort());
  });

  it("names the fields of a lever", async () => {
    const { kind, fields } = await json("tariff");
    expect(kind).toBe("lever");
    expect(fields).toEqual(expect.arrayContaining(["importers", "exporters", "goods", "rate"]));
    expect((await callMain(["explain", "tariff", "--lang", "zh"])).stdout).toContain("字段: importers");
  });

  it("has a page for every error code, with its exit code", async () => {
    for (const code of Object.keys(en.errors)) {
      const page = await json(code.toLowerCase());
      expect(page).toMatchObject({ kind: "error", name: code });
      expect(page["exitCode"]).toBeGreaterThan(0);
    }
  });

  it("lists the parameters with value, range, grade and reason", async () => {
    const { parameters } = (await json("parameters")) as { parameters: Record<string, unknown>[] };
    expect(parameters.length).toBeGreaterThan(20);
    for (const row of parameters) {
      expect(row["low"]).toBeLessThanOrEqual(row["value"] as number);
      expect(row["high"]).toBeGreaterThanOrEqual(row["value"] as number);
      expect(["A", "B", "C", "D"]).toContain(row["grade"]);
    }
  });

  it.each(["levers", "metrics", "errors"] as const)("lists all %s, in both languages", async (name) => {
    const rows = (await json(name))[name] as { name: string; text: string }[];
    expect(rows.map((row) => row.name)).toEqual(Object.keys(en[name]));
    for (const { text } of rows) expect(text).not.toBe("");
    expect((await callMain(["explain", name, "--lang", "zh"])).stdout).toMatch(/^全部/u);
  });

  it("sends whom it does not understand to a list", async () => {
    expect((await callMain(["explain", "prices-of-all"])).stderr).toContain("didym explain metrics");
  });
});
