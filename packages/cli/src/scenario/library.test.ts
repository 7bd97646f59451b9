import { callMain } from "@didym/testing";
import { describe, expect, it } from "vitest";
import { libraryValues, scenarioLibrary } from "./library.js";

const library = await scenarioLibrary();

describe("the built-in scenarios", () => {
  it("are those the project promises", () => {
    expect(Object.keys(library)).toEqual(
      expect.arrayContaining(["status-quo", "washington-2026", "china-squeeze"]),
    );
  });

  it("are named as their files", () => {
    const values = libraryValues(library);
    for (const name of Object.keys(library)) expect((values[name] as { name: string }).name).toBe(name);
  });

  it.each(Object.keys(library))("%s holds", async (name) => {
    const { code, stderr } = await callMain(["scenario", "check", name]);
    expect({ code, errors: stderr.includes("error[") }).toEqual({ code: 0, errors: false });
  });

  it("are listed in both languages", async () => {
    expect((await callMain(["scenario", "list"])).stdout).toContain("The Washington package");
    expect((await callMain(["scenario", "list", "--lang", "zh"])).stdout).toContain("华盛顿方案");
  });
});
