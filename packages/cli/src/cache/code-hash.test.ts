import { describe, expect, it } from "vitest";
import { codeHash } from "./code-hash.js";

describe("the program's hash", () => {
  it("is the same each time, and set-up has written it", async () => {
    const hash = await codeHash();
    expect(hash).toMatch(/^[0-9a-f]{64}$/u);
    expect(await codeHash()).toBe(hash);
  });
});
