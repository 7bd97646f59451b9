import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { shareLink } from "../src/state/share-link.js";
import { openScenario, setValue } from "../src/state/edits.js";
import { beginState } from "../src/state/page-state.js";
import type { Library } from "../src/state/to-document.js";
import { dist, headlines, skipped, withSite } from "./harness.js";

describe.skipIf(skipped !== undefined)("a link with more changes than it can say in words (point 9)", () => {
  const { openPage } = withSite();

  it("opens to the figures of the same changes one by one", async () => {
    const library = JSON.parse(readFileSync(join(dist, "data", "scenarios.json"), "utf8")) as Library;
    const ranges = JSON.parse(readFileSync(join(dist, "data", "rare-earths.json"), "utf8")) as {
      tables: { assumptions: readonly { id: string; value: number }[] };
    };
    let edits = setValue(openScenario("washington-2026"), "price-floor.at", "150");
    for (const { id, value } of ranges.tables.assumptions.slice(0, 60))
      edits = setValue(edits, `parameters.${id}`, String(value));
    const link = await shareLink({ ...beginState("en"), edits }, 2030, "", library, library);
    expect(link).toMatch(/s=washington-2026-changed&.*#d=/u);
    const { page, errors } = await openPage(link.replace("&data=", ""));
    const floor = page.locator("[data-slider='price-floor.at'] input[type=number]");
    expect(await floor.inputValue()).toBe("150");
    const packed = await headlines(page);
    const plain = await openPage("?v=1&s=washington-2026&lang=en&price-floor.at=150");
    expect(packed).toEqual(await headlines(plain.page));
    expect(errors).toEqual([]);
    await Promise.all([page.context().close(), plain.page.context().close()]);
  });
});
