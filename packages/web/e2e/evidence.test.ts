import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { BrowserContextOptions, Download, Page } from "playwright-core";
import { expectAccessible } from "./axe.js";
import { dist, headlines, serveSite, settled, skipped, withSite, type Opened } from "./harness.js";

const parts = [
  "figures",
  "balance",
  "conflicts",
  "claims",
  "backtests",
  "studies",
  "sources",
  "equations",
  "glossary",
];

async function textOf(download: Download): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

describe.skipIf(skipped !== undefined)("the Evidence view", { timeout: 180_000 }, () => {
  const { openPage } = withSite();

  async function open(query = "", options: BrowserContextOptions = {}): Promise<Opened> {
    const opened = await openPage(`?v=1&view=evidence&lang=en${query}`, options);
    await opened.page.locator("[data-complete=true]").waitFor({ timeout: 60_000 });
    const skip = opened.page.getByRole("button", { name: /^(?:Skip|跳过)$/u });
    if ((await skip.count()) > 0) await skip.click();
    return opened;
  }
  const count = async (page: Page): Promise<number> =>
    Number(
      /of ([\d,]+) rows/u
        .exec(await page.locator("[data-table] .count").first().innerText())?.[1]
        ?.replace(",", ""),
    );

  it("says how much there is, how well it is known and where the model failed", async () => {
    const { page, errors, outside } = await open();
    const shown = await headlines(page);
    expect(Object.keys(shown)).toEqual(["figures", "sources", "assumed", "moved", "claims", "missed"]);
    expect(shown["missed"]).toMatch(/\d+ of \d+/u);
    for (const part of parts) {
      await page.locator(`[data-part=${part}]`).click();
      await page.locator(`[data-shown=${part}] table, [data-shown=${part}] article`).first().waitFor();
    }
    expect(errors).toEqual([]);
    expect(outside).toEqual([]);
    await page.context().close();
  });

  it("browses figures by table, grade and search, and a link keeps what is looked at", async () => {
    const { page } = await open();
    const all = await count(page);
    expect(all).toBeGreaterThan(4000);
    await page.locator("[data-choice=evidence-table] select").selectOption("prices");
    const prices = await count(page);
    await page.locator("[data-choice=evidence-grade] select").selectOption("C");
    const graded = await count(page);
    await page.locator("[data-search]").fill("oxide.Dy");
    const found = await count(page);
    expect([all > prices, prices > graded, graded > found, found > 0]).toEqual([true, true, true, true]);
    expect(page.url()).toMatch(/evidence\.table=prices/u);
    await page.waitForTimeout(200);
    const address = page.url();
    for (const row of await page.locator("[data-table] tbody tr").all()) {
      expect((await row.innerText()).toLowerCase()).toMatch(/dy/u);
      expect(await row.locator(".mark").innerText()).toBe("C");
    }
    const again = await open(
      address.slice(address.indexOf("&view")).replace("&view=evidence", "").replace("&lang=en", ""),
    );
    expect(await count(again.page)).toBe(found);
    expect(await again.page.locator("[data-search]").inputValue()).toBe("oxide.Dy");
    await again.page.context().close();
    await page.locator("[data-search]").blur();
    for (const expected of [graded, prices, all]) {
      await page.keyboard.press("Control+z");
      await expect.poll(() => count(page)).toBe(expected);
    }
    await page.context().close();
  });

  it("draws estimated and assumed figures differently, and every number tells its source", async () => {
    const { page } = await open("&evidence.table=assumptions");
    const assumed = page.locator("[data-table] td .grade-D").first();
    expect(await assumed.evaluate((node) => getComputedStyle(node).backgroundImage)).toMatch(
      /repeating-linear-gradient/u,
    );
    await page.locator("[data-choice=evidence-table] select").selectOption("mine_production");
    for (const value of (await page.locator("[data-table] [data-value]").all()).slice(0, 8)) {
      await value.click();
      const card = page.getByRole("dialog");
      await card.waitFor();
      const text = await card.innerText();
      expect(text).toMatch(/Grade\s*[ABCD]: /u);
      expect(text).toMatch(/t REO/u);
      expect(text).toMatch(/Year\s*(?:19|20)\d\d/iu);
      expect(text).toMatch(/Sources?\s*\S/iu);
      await page.keyboard.press("Escape");
      expect(await card.count()).toBe(0);
    }
    await page.context().close();
  });

  it("tells what rival sources say, and which is used", async () => {
    const { page } = await open("&evidence.search=mine.AUS.2024.REO");
    await page.locator("[data-row='mine.AUS.2024.REO.USGS_MCS2025'] [data-value]").first().click();
    expect(await page.getByRole("dialog").innerText()).toMatch(
      /Other sources say: 29,000 t REO.*used by the model/u,
    );
    await page.keyboard.press("Escape");
    await page.locator("[data-part=conflicts]").click();
    expect(await page.locator("[data-conflict]").count()).toBeGreaterThan(15);
    expect(await page.locator("[data-conflict=australia-output-2024] tbody tr").count()).toBe(2);
    await page.context().close();
  });

  it("shows how far balancing moved each figure, the most moved first", async () => {
    const { page } = await open("&evidence.part=balance");
    const moved = await page
      .locator("[data-table=evidence-balance] tbody tr td:nth-child(5)")
      .allInnerTexts();
    const sizes = moved.slice(0, 10).map((text) => Math.abs(Number(text.replace(/[+%,]/gu, ""))));
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    expect(await page.locator("[data-figure=balance] svg [data-value]").count()).toBeGreaterThan(5);
    await page.locator("[data-choice=evidence-order] input").last().check();
    await page.waitForTimeout(100);
    expect(page.url()).toMatch(/evidence\.order=chain/u);
    await page.context().close();
  });

  it("holds the claims of the program, in both languages, with their verdicts and tests", async () => {
    const ledger = JSON.parse(readFileSync(join(dist, "data", "ledger.json"), "utf8")) as {
      claims: { id: string; verdict: string; claim: { zh: string; en: string }; modelTest: object | null }[];
    };
    const { page } = await open("&evidence.part=claims");
    expect(await page.locator("[data-claim]").count()).toBe(ledger.claims.length);
    for (const { id, claim, verdict } of ledger.claims.slice(0, 5)) {
      const card = page.locator(`[data-claim=${id}]`);
      expect(await card.innerText()).toContain(claim.en);
      expect(await card.innerText()).toContain(claim.zh);
      expect(await card.locator("[data-verdict]").getAttribute("data-verdict")).toBe(verdict);
    }
    await page.locator("[data-choice=evidence-verdict] select").selectOption("contradicted");
    const contradicted = ledger.claims.filter(({ verdict }) => verdict === "contradicted");
    expect(await page.locator("[data-claim]").count()).toBe(contradicted.length);
    await page.locator("[data-language]").click();
    expect(await page.locator("[data-claim]").count()).toBe(contradicted.length);
    expect(await page.locator("h2").first().innerText()).toBe("证据");
    await page.context().close();
  });

  it("shows back-tests with their misses as tables and pictures", async () => {
    const { page } = await open("&evidence.part=backtests");
    expect(await page.locator("[data-backtest]").count()).toBe(4);
    const misses = await page.locator("[data-table$=-summary] tbody strong").allInnerTexts();
    expect(misses.length).toBeGreaterThan(0);
    for (const text of misses) expect(text).toMatch(/missed/u);
    expect((await headlines(page))["missed"]).toContain(`${String(misses.length)} of`);
    await page.locator("[data-figure=backtest-nowcast-2025]").scrollIntoViewIfNeeded();
    await page.locator("[data-figure=backtest-nowcast-2025] svg").waitFor();
    await page.context().close();
  });

  it("fills the equations with the numbers of the scenario, which follow the levers", async () => {
    const { page } = await open("&evidence.part=equations&price-floor.at=110");
    await page.locator("[data-equation=sourcing]").waitFor();
    for (const text of await page.locator(".check").allInnerTexts()) {
      const [, here = "", model = "?"] = /Worked out here: (.*)\. The model: (.*)\.$/u.exec(text) ?? [];
      expect(here).toBe(model);
    }
    const plant = () => page.locator("[data-equation=plant]").innerText();
    const before = await plant();
    await page.locator("[data-choice=equation-good] select").selectOption("magnet.NdFeB-high-temperature");
    await settled(page);
    await page.locator("[data-equation=demand]").waitFor();
    expect(await plant()).not.toBe(before);
    await page.keyboard.press("Control+z");
    await settled(page);
    expect(page.url()).not.toMatch(/NdFeB/u);
    await expect.poll(plant).toBe(before);
    await page.context().close();
  });

  it("point 20: cites a source first and this laboratory second, in BibTeX and GB/T 7714", async () => {
    const { page } = await open("&evidence.part=sources&evidence.search=USGS_MCS2026_ORIG");
    await page.locator("[data-table] tbody .source").first().click();
    const cited = await page.locator("dialog pre").allInnerTexts();
    expect(cited).toHaveLength(4);
    expect(cited[0]).toMatch(/^@misc\{USGS_MCS2026_ORIG,[\s\S]*US Geological Survey[\s\S]*\\url\{https:/u);
    expect(cited[1]).toMatch(/^US Geological Survey\. .*\[EB\/OL\]\. \(2026-02-06\)\. https:/u);
    expect(cited[2]).toMatch(/Didym/u);
    expect(cited[3]).toMatch(/Didym contributors/u);
    await page.keyboard.press("Escape");
    await page.context().close();
  });

  it("point 16: every table is a CSV with all its rows", async () => {
    const { page } = await open("&evidence.table=reserves");
    const rows = await count(page);
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: /^CSV: / }).click(),
    ]);
    const lines = (await textOf(file)).trim().split("\r\n");
    expect(lines).toHaveLength(rows + 1);
    expect(lines[0]).toMatch(/Economy.*Value.*Grade,Sources,Unit/u);
    await page.context().close();
  });

  it("works without a server once loaded", async () => {
    const own = await serveSite();
    const { page } = await openPage("?v=1&lang=en", {}, own);
    await page.waitForTimeout(2500);
    await own.stop();
    await page.getByRole("button", { name: "Evidence", exact: true }).click();
    await page.locator("[data-headline=claims]").waitFor();
    await page.locator("[data-part=claims]").click();
    expect(await page.locator("[data-claim]").count()).toBeGreaterThan(40);
    await page.locator("[data-part=figures]").click();
    expect(await count(page)).toBeGreaterThan(1000);
    expect(await page.getByRole("alert").innerText()).toMatch(/could not be loaded/u);
    await page.context().close();
  });

  for (const language of ["en", "zh"])
    it(`axe finds nothing in any part: ${language}, light and dark`, async () => {
      const { page } = await open(`&lang=${language}`.replace("&lang=en", ""), { colorScheme: "light" });
      if (language === "zh") await page.locator("[data-language]").click();
      for (const part of parts) {
        await page.locator(`[data-part=${part}]`).click();
        await page.locator(`[data-shown=${part}] table, [data-shown=${part}] article`).first().waitFor();
        await expectAccessible(page, part);
      }
      await page.context().close();
    });

  it("nothing scrolls sideways on a phone, and all can be reached and pressed", async () => {
    const { page } = await open("", {
      viewport: { width: 320, height: 640 },
      hasTouch: true,
      isMobile: true,
    });
    for (const part of parts) {
      await page.locator(`[data-part=${part}]`).click();
      await page.locator(`[data-shown=${part}] table, [data-shown=${part}] article`).first().waitFor();
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(wide, part).toBeLessThanOrEqual(0);
      const small = await page
        .locator(".evidence button:visible")
        .evaluateAll((all) =>
          all
            .filter(
              (one) => one.getBoundingClientRect().height < 24 || one.getBoundingClientRect().width < 24,
            )
            .map((one) => one.outerHTML.slice(0, 120)),
        );
      expect(small, part).toEqual([]);
    }
    await page.context().close();
  });

  it("keys alone lead to a figure's source and back", async () => {
    const { page } = await open("&evidence.table=reserves");
    await page.locator("[data-search]").focus();
    for (let presses = 0; presses < 40; presses += 1) {
      await page.keyboard.press("Tab");
      if (await page.evaluate(() => document.activeElement?.matches("[data-table] [data-value]") ?? false))
        break;
    }
    await page.keyboard.press("Enter");
    expect(await page.getByRole("dialog").innerText()).toMatch(/US Geological Survey/u);
    await page.keyboard.press("Escape");
    expect(await page.evaluate(() => document.activeElement?.matches("[data-value]"))).toBe(true);
    await page.context().close();
  });

  it("prints light, with its figures and without controls", async () => {
    const { page } = await open("&evidence.table=reserves", { colorScheme: "dark" });
    await page.emulateMedia({ media: "print" });
    expect(await page.locator("nav:visible, [data-search]:visible, select:visible").count()).toBe(0);
    expect(await page.locator("[data-table] tbody [data-value]:visible").count()).toBeGreaterThan(20);
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(
      "rgb(255, 255, 255)",
    );
    await page.context().close();
  });
});
