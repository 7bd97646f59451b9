import { beforeAll, describe, expect, it } from "vitest";
import type { Page } from "playwright-core";
import { headlines, settled, skipped, withSite } from "./harness.js";

describe.skipIf(skipped !== undefined)("the Shock view", () => {
  const { openPage, stopSite } = withSite();
  let page: Page;
  let errors: string[];
  let outside: string[];

  beforeAll(async () => {
    ({ page, errors, outside } = await openPage("?v=1&view=shock&lang=en"));
    await page.getByRole("button", { name: "Skip", exact: true }).click();
  });

  it("says what is missing, what is left and what it costs, and draws unmet use, prices and losses", async () => {
    expect(Object.keys(await headlines(page))).toEqual(["unmet", "price", "stores", "loss", "atRisk"]);
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

  it("points 8 and 9: the stop stands in the link and is undone and redone", async () => {
    await page.locator("[data-stop=year]").fill("2031");
    await page.locator("[data-stop=year]").press("Enter");
    await settled(page);
    expect(new URL(page.url()).searchParams.get("stop.year")).toBe("2031");
    const there = await headlines(page);
    const { page: other } = await openPage(new URL(page.url()).search);
    expect(await other.locator("[data-stop=year]").inputValue()).toBe("2031");
    expect((await headlines(other))["loss"]).toBe(there["loss"]);
    await other.context().close();
    await page.locator("[data-undo]").click();
    expect(await page.locator("[data-stop=year]").inputValue()).toBe("2028");
    await page.locator("[data-redo]").click();
    expect(await page.locator("[data-stop=year]").inputValue()).toBe("2031");
    await page.locator("[data-undo]").click();
    await settled(page);
  });

  it("names the command that gives the same", async () => {
    expect(await page.locator("[data-command]").innerText()).toBe(
      "didym shock washington-2026 --by CHN --to members --goods 'magnet.*' --year 2028 --months 6 --remaining 0.5",
    );
  });

  it("point 35: on a phone shows one picture at a time, the figures above it", async () => {
    const { page: phone } = await openPage("?v=1&view=shock&lang=zh", {
      viewport: { width: 360, height: 740 },
    });
    expect(await phone.locator("[data-figure]").count()).toBe(1);
    await phone.locator("[data-choice=picture] select").selectOption("losses");
    await phone.locator("[data-figure=losses]").waitFor();
    expect(await phone.locator("[data-figure]").count()).toBe(1);
    expect(await phone.locator("[data-headline]").count()).toBe(5);
    const overflow = await phone.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
    await phone.context().close();
  });

  it("point 1: needs no server once loaded", async () => {
    const before = await headlines(page);
    await stopSite();
    await page.locator("[data-stop=months]").fill("12");
    await page.locator("[data-stop=months]").press("Tab");
    await settled(page);
    expect(await headlines(page)).not.toEqual(before);
  });

  it("throws nothing and asks nobody outside", () => {
    expect(errors).toEqual([]);
    expect(outside).toEqual([]);
  });
});
