import { describe, expect, it } from "vitest";
import { closingLine, tally } from "../../scripts/test/tally.mjs";

describe("the closing line of the tests", () => {
  it("counts passes and failures, and skips only where there are some", () => {
    expect(closingLine({ passed: 3, failed: 1, skipped: 0 })).toBe("3 passed, 1 failed");
    expect(closingLine({ passed: 3, failed: 0, skipped: 2 })).toBe("3 passed, 0 failed, 2 skipped");
  });

  it("counts a skip as skipped on a desk and as failed in CI", () => {
    for (const [env, line] of [
      [{}, "0 passed, 0 failed, 1 skipped"],
      [{ CI: "false" }, "0 passed, 0 failed, 1 skipped"],
      [{ CI: "true" }, "0 passed, 1 failed"],
    ] as const) {
      const counts = tally(env);
      counts.add("skipped", "draws the page", "chromium is missing");
      expect(counts.line()).toBe(line);
      expect(counts.skips).toEqual([{ name: "draws the page", note: "chromium is missing" }]);
    }
  });

  it("leaves deep tests out at the normal size, but not at the deep one", () => {
    const normal = tally({ CI: "true" });
    normal.add("skipped", "thousand markets (deep)", undefined);
    expect(normal.line()).toBe("0 passed, 0 failed");
    const deep = tally({ CI: "true", DIDYM_DEEP: "1" });
    deep.add("skipped", "thousand markets (deep)", undefined);
    expect(deep.line()).toBe("0 passed, 1 failed");
  });

  it("counts a test that never ended as failed", () => {
    const counts = tally({});
    counts.add("pending", "hangs", undefined);
    expect(counts.line()).toBe("0 passed, 1 failed");
  });
});
