import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Browser, Page } from "playwright-core";
import { headlines, openPage, serveSite, settled, skipped, startBrowser, type Site } from "./harness.js";

describe.skipIf(skipped !== undefined)("the Shock view", () => {
  let browser: Browser;
  let site: Site;
  let page: Page;
  let errors: string[];
  let outside: string[];

  beforeAll(async () => {
    [browser, site] = await Promise.all([startBrowser(), serveSite()]);
    ({ page, errors, outside } = await openPage(browser, site, "?v=1&view=shock&lang=en"));
    await page.getByRole("button", { name: "Skip", exact: true }).click();
  });
  afterAll(async () => {
    await browser.close();
    await site.stop();
  });

  it("says what is missing, what is left and what it costs, and draws unmet use, prices and losses", async () => {
    expect(Object.keys(await headlines(page))).toEqual(["unmet", "stores", "loss", "atRisk"]);
    for (const id of ["unmet", "price", "losses"]) {
      await page.locator(`[data-figure=${id}]`).scrollIntoViewIfNeeded();
      await page.locator(`[data-figure=${id}] svg`).waitFor();
    }
  });

  it("steps through the months by key and by play", async () => {
    const when = page.locator("[data-month]");
    await page.locator("#month-range").focus();
    await page.keyboard.press("Home");
    expect(await when.innerText()).toBe("Before the stop");
    const before = (await headlines(page))["unmet"];
    await page.keyboard.press("ArrowRight");
    expect(await when.innerText()).toBe("Month 1: stopped");
    expect((await headlines(page))["unmet"]).not.toBe(before);
    await page.getByRole("button", { name: "Play", exact: true }).click();
    await expect.poll(() => when.getAttribute("data-month"), { timeout: 5000 }).toBe("3");
    await page.getByRole("button", { name: "Pause", exact: true }).click();
    const rest = await when.getAttribute("data-month");
    await page.waitForTimeout(1200);
    expect(await when.getAttribute("data-month")).toBe(rest);
  });

  it("asks again when the stop changes, and shows a picture as a table", async () => {
    const before = await headlines(page);
    await page.locator("[data-stop=remaining]").focus();
    for (let k = 0; k < 10; k += 1) await page.keyboard.press("ArrowRight");
    await settled(page);
    expect((await headlines(page))["loss"]).not.toBe(before["loss"]);
    expect(await page.locator(".sentence").innerText()).toMatch(/50% still comes/u);
    const month = await page.locator("[data-month]").getAttribute("data-month");
    await page.locator("[data-figure=price]").getByRole("button", { name: "Table" }).click();
    expect(await page.locator("[data-figure=price] tbody tr").count()).toBeGreaterThan(6);
    expect(month).toBe(await page.locator("[data-month]").getAttribute("data-month"));
  });

  it("throws nothing and asks nobody outside", () => {
    expect(errors).toEqual([]);
    expect(outside).toEqual([]);
  });
});
