import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Browser } from "playwright-core";
import { openPage, serveSite, skipped, startBrowser, type Site } from "./harness.js";

describe.skipIf(skipped !== undefined)("the tour (point 6)", () => {
  let browser: Browser;
  let site: Site;
  beforeAll(async () => {
    [browser, site] = await Promise.all([startBrowser(), serveSite()]);
  });
  afterAll(async () => {
    await browser.close();
    await site.stop();
  });

  it("has at most five steps, is skipped or finished, and is not offered again", async () => {
    const { page } = await openPage(browser, site);
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
