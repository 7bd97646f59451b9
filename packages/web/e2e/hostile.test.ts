import { describe, expect, it } from "vitest";
import type { Page } from "playwright-core";
import { longestTask } from "./long-tasks.js";
import { headlines, settled, skipped, withSite } from "./harness.js";

declare global {
  interface Window {
    stolen?: number;
  }
}

describe.skipIf(skipped !== undefined)("hostile input", () => {
  const { openPage } = withSite();

  const stolen = (page: Page) => page.evaluate(() => window.stolen);
  const notices = (page: Page) => page.locator("[data-notice]").allInnerTexts();

  it("a crafted link runs nothing and is told of", async () => {
    const attack = encodeURIComponent("<img src=x onerror=stolen=1>");
    const { page } = await openPage(
      `?v=99&s=${attack}&region=${attack}&lang=en&__proto__.x=1&${attack}=1#d=AAAA`,
    );
    expect(await stolen(page)).toBeUndefined();
    const told = (await notices(page)).join(" ");
    expect(told).toMatch(/newer page/u);
    expect(told).toMatch(/no scenario/u);
    expect(told).toMatch(/left out: region/u);
    await page.context().close();
  });

  it("a value that is no quantity gives a warning with a cure, and no numbers that look current", async () => {
    const { page } = await openPage("?v=1&lang=en");
    await page.evaluate(() => {
      history.pushState(null, "", "?v=1&s=washington-2026&lang=en&tariff.rate=lots");
      dispatchEvent(new PopStateEvent("popstate"));
    });
    const warning = page.locator("[data-code='WRONG_TYPE']");
    await warning.waitFor();
    await warning.getByRole("button").click();
    await settled(page);
    expect(await page.locator("[data-warnings]").count()).toBe(0);
    await page.context().close();
  });

  it("scripts in the titles of a file stay text", async () => {
    const { page, errors } = await openPage();
    const title = "<script>stolen=1</script><img src=x onerror=stolen=1>";
    const file = {
      schema: "didym/scenario@1",
      name: "mine",
      title,
      levers: [
        {
          tariff: {
            importers: "members",
            exporters: "CHN",
            goods: "magnet.*",
            rate: "10%",
            assumption: title,
          },
        },
      ],
    };
    await page.locator("input[type=file]").setInputFiles({
      name: "mine.json",
      mimeType: "application/json",
      buffer: Buffer.from(JSON.stringify(file)),
    });
    await page.locator("[data-lever=tariff]").waitFor();
    await settled(page);
    expect(await stolen(page)).toBeUndefined();
    expect(await page.locator("[data-preset] option:checked").innerText()).toBe(title);
    const [report] = await Promise.all([
      page.waitForEvent("download"),
      page.locator("[data-take=report]").click(),
    ]);
    const chunks: Buffer[] = [];
    for await (const chunk of await report.createReadStream()) chunks.push(chunk as Buffer);
    expect(Buffer.concat(chunks).toString("utf8")).not.toMatch(/<script|<img/u);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it("a file of 20 MB and one that is no JSON are refused in words, at once", async () => {
    const { page } = await openPage();
    const drop = async () => {
      await page.evaluate(() => {
        const files = new DataTransfer();
        files.items.add(new File([new Uint8Array(20_000_000).fill(32)], "big.json"));
        const input = document.querySelector<HTMLInputElement>("input[type=file]");
        if (input === null) throw new Error("no import");
        input.files = files.files;
        input.dispatchEvent(new Event("change", { bubbles: true }));
      });
      await page.locator("[data-notice]").waitFor();
    };
    expect(await longestTask(page, drop)).toBeLessThan(250);
    expect(await notices(page)).toEqual([expect.stringMatching(/larger than 1 MB/u)]);
    await page
      .locator("input[type=file]")
      .setInputFiles({ name: "x.json", mimeType: "application/json", buffer: Buffer.from("a: b") });
    await expect.poll(() => notices(page)).toHaveLength(2);
    await page.context().close();
  });

  it("a thousand slider events a second freeze nothing, and what stands at the end is the last one's answer", async () => {
    const { page } = await openPage();
    let staleMidway = 0;
    const flood = async () => {
      staleMidway = await page.evaluate(async () => {
        const range = document.querySelector<HTMLInputElement>(
          "[data-slider='price-floor.at'] input[type=range]",
        );
        if (range === null) throw new Error("no slider");
        let sent = 0;
        let stale = 0;
        const began = performance.now();
        await new Promise<void>((resolve) => {
          const channel = new MessageChannel();
          channel.port1.onmessage = () => {
            for (; sent < performance.now() - began && sent < 1000; sent += 1) {
              range.value = String(60 + (sent % 100));
              range.dispatchEvent(new Event("input", { bubbles: true }));
            }
            stale = Math.max(stale, document.querySelectorAll(".box.stale").length);
            if (sent >= 1000) resolve();
            else channel.port2.postMessage(0);
          };
          channel.port2.postMessage(0);
        });
        range.value = "137";
        range.dispatchEvent(new Event("input", { bubbles: true }));
        range.dispatchEvent(new Event("change", { bubbles: true }));
        return stale;
      });
    };
    expect(await longestTask(page, flood)).toBeLessThan(250);
    expect(staleMidway).toBeGreaterThan(0);
    await settled(page);
    const said = await headlines(page);
    await page.locator("[data-reset=opened]").click();
    await page.locator("[data-slider='price-floor.at'] input[type=number]").fill("137");
    await page.locator("[data-slider='price-floor.at'] input[type=number]").press("Enter");
    await settled(page);
    expect(await headlines(page)).toEqual(said);
    await page.context().close();
  });

  it("point 7: a price beyond every quote so far is told of, with the way back as its cure", async () => {
    const { page } = await openPage();
    const quote = (price: number) => ({ price, period: "2011-09", source: "S" });
    await page.route("**/history/prices.json", (route) =>
      route.fulfill({ json: { "oxide.NdPr": { low: quote(1), high: quote(70) } } }),
    );
    await page.reload();
    const warning = page.locator("[data-code=PRICE_ABOVE_HISTORY]");
    await warning.waitFor({ timeout: 90_000 });
    expect(await warning.innerText()).toMatch(/above every price quoted so far \(70 USD\/kg, 2011-09\)/u);
    await warning.getByRole("button").click();
    expect(await page.locator("[data-preset]").inputValue()).toBe("status-quo");
    await page.context().close();
  });

  it("point 33: embedded, one picture stands alone with its title and a link", async () => {
    const { page } = await openPage("?v=1&lang=en&embed=exposure");
    expect(await page.locator("[data-figure]").count()).toBe(1);
    expect(await page.locator("[data-figure=exposure] h3").innerText()).toMatch(/Exposure of Japan/u);
    expect(await page.locator(".source a").getAttribute("href")).toMatch(/\?v=1/u);
    await page.context().close();
  });

  it("point 33: the code for other pages makes a frame that follows its content's height", async () => {
    const { page } = await openPage();
    await page.locator("[data-figure=price]").getByRole("button", { name: "Embed" }).click();
    const code = await page.locator("[data-embed-code]").innerText();
    const host = await page.context().newPage();
    await host.setContent(`<!doctype html><body style="width:600px">${code}</body>`);
    const frame = host.locator("iframe");
    await host.frameLocator("iframe").locator("[data-figure=price] svg").waitFor({ timeout: 90_000 });
    await expect.poll(() => frame.getAttribute("height"), { timeout: 20_000 }).not.toBe("520");
    const height = Number(await frame.getAttribute("height"));
    const inner = await host
      .frameLocator("iframe")
      .locator("html")
      .evaluate((node) => node.scrollHeight);
    expect(Math.abs(inner - height)).toBeLessThan(20);
    await page.context().close();
  });
});
