import { describe, expect, it } from "vitest";
import { skipped, withSite } from "./harness.js";

describe.skipIf(skipped !== undefined)("the tour (point 6)", () => {
  const { openPage } = withSite();

  it("has at most five steps, is skipped or finished, and is not offered again", async () => {
    const { page } = await openPage();
    for (let step = 1; step <= 5; step += 1) {
      expect(await page.locator("[data-tour]").getAttribute("data-tour")).toBe(String(step));
      await page.locator("[data-tour] button.primary").click();
    }
    expect(await page.locator("[data-tour]").count()).toBe(0);
    await page.reload();
    await page.locator("[data-headline]").first().waitFor();
    expect(await page.locator("[data-tour]").count()).toBe(0);
    await page.context().close();
  });
});
