import { describe, expect, it } from "vitest";
import type { Page } from "playwright-core";
import { settled, skipped, withSite } from "./harness.js";

/** Words on the part of the page that shows without scrolling. */
function inSight(page: Page): Promise<string> {
  return page.evaluate(() => {
    const shown: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const range = document.createRange();
      range.selectNodeContents(node);
      const { top, bottom, width } = range.getBoundingClientRect();
      if (width > 1 && top >= 0 && bottom <= innerHeight) shown.push(node.textContent ?? "");
    }
    return shown.join(" ").replace(/\s+/gu, " ");
  });
}

describe.skipIf(skipped !== undefined)("a newcomer, without reading help", () => {
  const { openPage } = withSite();

  for (const [language, sight, floor, unit] of [
    [
      "en",
      /Price floor .*Japan, 2030: NdPr oxide costs [\d.]+ USD\/kg, (?:up|down) [\d.]+% against Policies in force/u,
      "Price floor",
      "USD/kg",
    ],
    [
      "zh",
      /2030年日本：氧化镨钕价格为[\d.]+美元\/千克，比2026年年中已生效的政策(?:高|低)/u,
      "价格下限",
      "美元/千克",
    ],
  ] as const)
    it(`finds in two presses what a floor of 110 USD/kg does to Japan's price in 2030: ${language}`, async () => {
      const { page } = await openPage(`?v=1&lang=${language}`, {
        viewport: { width: 1440, height: 900 },
      });
      await page.locator("[data-tour]").getByRole("button").last().click();
      expect(await page.locator("[data-slider='price-floor.at'] input[type=number]").inputValue()).toBe(
        "110",
      );
      const headlineText = await page.locator("[data-headline]").first().innerText();
      expect(headlineText.replace(/\s+/gu, " ")).toMatch(language === "en" ? /USD\/kg/u : /美元\/千克/u);
      expect(await inSight(page)).toMatch(language === "en" ? /Japan, 2030/u : /2030年日本/u);
      expect((await page.locator("main").innerText()).replace(/\s+/gu, " ")).toMatch(sight);
      await page.locator("[data-headline='price-oxide.NdPr'] .ask").click();
      await page.locator("[data-why=answered]").waitFor({ timeout: 110_000 });
      await page.locator("[data-figure=why-parts] svg").waitFor();
      const bar = page.locator("[data-figure=why-parts] [data-value=price-floor]").first();
      await bar.click();
      const card = await page.getByRole("dialog").innerText();
      expect(card).toMatch(/price\[oxide\.NdPr,JPN,2030\]/u);
      const said = await inSight(page);
      expect(said).toContain(floor);
      expect(said).toContain(unit);
      await settled(page);
      await page.context().close();
    });

  it("sees where to ask who would leave, and what a stop would do", async () => {
    const { page } = await openPage();
    for (const view of ["Summit", "Shock"]) expect(await inSight(page)).toContain(view);
    await page.context().close();
  });
});
