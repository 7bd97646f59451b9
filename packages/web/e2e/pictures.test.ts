import { describe, expect, it } from "vitest";
import type { Download, Locator, Page } from "playwright-core";
import { skipped, withSite } from "./harness.js";

const slow = 180_000;

/** Every view that draws, with its pictures and what must stand first. */
const views = [
  {
    name: "lab",
    query: "view=lab",
    ready: "[data-figure=map]",
    figures: ["price", "supply", "exposure", "accounts", "stages", "map"],
  },
  {
    name: "shock",
    query: "view=shock",
    ready: "[data-figure=losses]",
    figures: ["unmet", "price", "stores", "losses"],
  },
  {
    name: "summit",
    query: "view=summit&summit.response=none",
    ready: "[data-figure=transfers] , [data-empty=transfers]",
    figures: ["gains", "stances", "hazard"],
  },
  {
    name: "evidence",
    query: "view=evidence&evidence.part=balance",
    ready: "[data-figure=balance]",
    figures: ["balance"],
  },
];

async function bytesOf(page: Page, button: Locator): Promise<{ file: Download; bytes: Buffer }> {
  const [file] = await Promise.all([page.waitForEvent("download", { timeout: slow }), button.click()]);
  const chunks: Buffer[] = [];
  for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer);
  return { file, bytes: Buffer.concat(chunks) };
}

describe.skipIf(skipped !== undefined)("what can be taken of every picture (points 16, 20 and 33)", () => {
  const { openPage } = withSite();

  it.each(views)(
    "a table, CSV, SVG, PNG, a citation and a frame: $name",
    { timeout: slow },
    async ({ query, ready, figures }) => {
      const { page, errors } = await openPage(`?v=1&lang=en&${query}`);
      await page.locator(ready).first().waitFor({ timeout: slow });
      for (const id of figures) {
        const figure = page.locator(`[data-figure=${id}]`);
        await figure.scrollIntoViewIfNeeded();
        await figure.locator("svg[role=img]").waitFor();
        const press = (name: RegExp) => figure.getByRole("button", { name });
        const csv = await bytesOf(page, press(/^CSV/u));
        expect(csv.file.suggestedFilename()).toBe(`${id}.csv`);
        expect(csv.bytes.toString("utf8").split("\r\n").length, id).toBeGreaterThan(2);
        const svg = (await bytesOf(page, press(/^SVG/u))).bytes.toString("utf8");
        expect(svg, id).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"[^>]*viewBox="0 0 (\d+)/u);
        expect(svg, id).toMatch(/<title[^>]*>[^<]+<\/title><desc[^>]*>[^<]+<\/desc>/u);
        const png = (await bytesOf(page, press(/^PNG/u))).bytes;
        expect(png.subarray(1, 4).toString("latin1"), id).toBe("PNG");
        expect(png.readUInt32BE(16), id).toBe(2 * Number(/viewBox="0 0 (\d+)/u.exec(svg)?.[1]));
        expect(png.length, id).toBeGreaterThan(4000);
        await press(/^Embed/u).click();
        expect(await page.locator("[data-embed-code]").innerText()).toContain(`embed=${id}`);
        await page.keyboard.press("Escape");
        await press(/^Cite/u).click();
        expect(await page.locator("[data-cite=BibTeX]").innerText()).toMatch(/@misc\{didym-/u);
        await page.keyboard.press("Escape");
      }
      expect(errors).toEqual([]);
      await page.context().close();
    },
  );

  it.each([
    ["lab", "map", ""],
    ["shock", "losses", ""],
    ["summit", "gains", "&summit.table=USA,JPN&summit.response=none"],
    ["evidence", "balance", "&evidence.part=balance"],
  ])(
    "stands alone in a frame, with title, source and link: %s, %s",
    { timeout: slow },
    async (view, id, more) => {
      const { page, errors } = await openPage(`?v=1&lang=en&view=${view}&embed=${id}${more}`);
      await page.locator(`[data-figure=${id}] svg`).waitFor({ timeout: slow });
      expect(await page.locator("[data-figure]").count()).toBe(1);
      expect((await page.locator(`[data-figure=${id}] h3`).innerText()).length).toBeGreaterThan(5);
      expect(await page.locator("header, [data-headline], [data-seat]").count()).toBe(0);
      const link = (await page.locator(".source a").getAttribute("href")) ?? "";
      expect(link).toContain(`${view === "lab" ? "?v=1" : `view=${view}`}`);
      if (more !== "") expect(decodeURIComponent(link)).toContain(more.slice(1).split("&")[0]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      expect(errors).toEqual([]);
      await page.context().close();
    },
  );

  it("that no view has are told of, and the whole page stands", async () => {
    const { page } = await openPage("?v=1&lang=en&embed=nothing");
    expect(await page.locator("[data-notice]").allInnerTexts()).toEqual([
      expect.stringMatching(/embed=nothing/u),
    ]);
    expect(await page.locator("[data-headline]").count()).toBe(6);
    await page.context().close();
  });
});
