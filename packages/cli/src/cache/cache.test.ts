import { readdirSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { temporaryFolder } from "@didym/testing";
import { describe, expect, it } from "vitest";
import { cacheFolder } from "./cache-folder.js";
import { remember, workKey, type CacheContext } from "./result-cache.js";

const folder = temporaryFolder();

function contextWith(name: string, model = "1", noCache = false): CacheContext {
  return {
    env: { DIDYM_CACHE: join(folder, name) },
    versions: () => Promise.resolve({ didym: "1", model, data: "1" }),
    globals: { "no-cache": noCache },
  };
}

function counter() {
  let runs = 0;
  return { work: () => Promise.resolve({ run: (runs += 1) }), runs: () => runs };
}

describe("the cache folder", () => {
  it("is the first that is named", () => {
    expect(cacheFolder({ DIDYM_CACHE: "/a", XDG_CACHE_HOME: "/b" })).toBe("/a");
    expect(cacheFolder({ DIDYM_CACHE: "", XDG_CACHE_HOME: "/b" })).toBe(join("/b", "didym"));
    expect(cacheFolder({})).toBe(join(homedir(), ".cache", "didym"));
  });
});

describe("kept work", () => {
  it("is done once for the same input", async () => {
    const { work, runs } = counter();
    const context = contextWith("once");
    expect(await remember(context, "run", { a: 1 }, work)).toEqual({ run: 1 });
    expect(await remember(context, "run", { a: 1 }, work)).toEqual({ run: 1 });
    expect(runs()).toBe(1);
  });

  it("is done anew for another input, kind or version", async () => {
    const { work, runs } = counter();
    await remember(contextWith("anew"), "run", { a: 1 }, work);
    await remember(contextWith("anew"), "run", { a: 2 }, work);
    await remember(contextWith("anew"), "shock", { a: 1 }, work);
    await remember(contextWith("anew", "2"), "run", { a: 1 }, work);
    expect(runs()).toBe(4);
    expect(await workKey(contextWith("x"), "run", 1)).not.toBe(
      await workKey(contextWith("x", "2"), "run", 1),
    );
  });

  it("is neither read nor kept with --no-cache", async () => {
    const { work, runs } = counter();
    await remember(contextWith("off"), "run", 1, work);
    await remember(contextWith("off", "1", true), "run", 1, work);
    await remember(contextWith("never", "1", true), "run", 1, work);
    expect(runs()).toBe(3);
    expect(() => readdirSync(join(folder, "never"))).toThrow();
  });

  it("survives a broken file and a folder that cannot be written", async () => {
    const { work } = counter();
    const context = contextWith("broken");
    await remember(context, "run", 1, work);
    const [name] = readdirSync(join(folder, "broken", "run"));
    writeFileSync(join(folder, "broken", "run", name), '{ "run":');
    expect(await remember(context, "run", 1, work)).toEqual({ run: 2 });
    writeFileSync(join(folder, "file"), "");
    expect(await remember(contextWith("file"), "run", 1, work)).toEqual({ run: 3 });
  });
});
