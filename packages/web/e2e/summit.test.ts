import { beforeAll, describe, expect, it } from "vitest";
import type { Page } from "playwright-core";
import { violations } from "./axe.js";
import { headlines, skipped, withSite } from "./harness.js";

const slow = 180_000;

describe.skipIf(skipped !== undefined)("the Summit view", () => {
  const { openPage, stopSite } = withSite();
  let page: Page;
  let errors: string[];
  let outside: string[];

  beforeAll(async () => {
    ({ page, errors, outside } = await openPage("?v=1&view=lab&lang=en"));
    await page.getByRole("button", { name: "Skip", exact: true }).click();
  }, slow);

  /** Waits until every seat has been asked about every stance. */
  const asked = () => page.locator("[data-asked=yes]").waitFor({ timeout: slow });
  const seat = (id: string) => page.locator(`[data-seat=${id}]`);
  const gains = () =>
    page
      .locator("[data-seat] .gain")
      .evaluateAll((cells) => cells.map((cell) => (cell as HTMLElement).innerText));
  const status = () => page.locator("[data-summit-status]").innerText();
  const setNumber = async (id: string, value: string) => {
    const field = page.locator(`[data-assume=${id}] input[type=number]`);
    await field.fill(value);
    await field.press("Tab");
  };
  async function download(click: () => Promise<void>): Promise<string> {
    const [file] = await Promise.all([page.waitForEvent("download"), click()]);
    const chunks: Buffer[] = [];
    for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks).toString("utf8");
  }

  it(
    "tells a newcomer within two minutes who would leave, what moves first, and why",
    async () => {
      const began = Date.now();
      await page.getByRole("button", { name: "Summit", exact: true }).click();
      await page.locator("[data-headline=leavers]").waitFor({ timeout: slow });
      await page.locator(".wants strong").first().waitFor({ timeout: slow });
      console.log(`first wish known after ${((Date.now() - began) / 1000).toFixed(1)} s`);
      await page.locator("[data-headline=leavers]:not(.stale)").waitFor({ timeout: slow });
      const leavers = (await headlines(page))["leavers"] ?? "";
      const seconds = (Date.now() - began) / 1000;
      console.log(`who would leave: ${leavers.replace(" | ", ": ")}; known after ${seconds.toFixed(1)} s`);
      expect(seconds).toBeLessThan(120);
      expect(leavers).toMatch(/Would leave the package \| .*Japan/u);
      await asked();
      console.log(`at rest: ${await status()}`);
      const said = await headlines(page);
      expect(Object.keys(said)).toEqual(["first", "leavers", "together", "responder"]);
      expect(said["first"]).toMatch(
        /^Moves first \| \w.+: would rather (?:stay out|deal with China), for [\d.,]+ [MB]USD more/u,
      );
      const first = /\| (.+?):/u.exec(said["first"] ?? "")?.[1] ?? "";
      const row = page.locator("[data-seat]", { has: page.locator("th", { hasText: first }) });
      expect(await row.locator(".reason").innerText()).toMatch(/^most by .+ \(\+[\d.,]+ [kMB]USD\)/u);
    },
    slow,
  );

  it("has twelve seats with three stances each as native controls, and draws gains, stances, lines and payments", async () => {
    expect(await page.locator("[data-seat]").count()).toBe(12);
    for (const row of await page.locator("[data-seat]").all())
      expect(await row.locator("input[type=radio]").count()).toBe(3);
    for (const id of ["gains", "stances", "hazard", "transfers"]) {
      const figure = page.locator(`[data-figure=${id}]`);
      await figure.scrollIntoViewIfNeeded();
      await figure.locator("svg[role=img] [data-value]").first().waitFor();
      expect((await figure.locator("figcaption").innerText()).length).toBeGreaterThan(40);
      await figure.getByRole("button", { name: "Table", exact: true }).click();
      expect(await figure.locator("tbody tr").count()).toBeGreaterThan(2);
      expect(await figure.innerText()).not.toMatch(/NaN|undefined/u);
      await figure.getByRole("button", { name: "Table", exact: true }).click();
      const csv = await download(() => figure.getByRole("button", { name: /^CSV/u }).click());
      expect(csv.split("\r\n").length).toBeGreaterThan(3);
    }
  });

  it("traces every number to what it means, its assumptions and its run", async () => {
    const values = page.locator("#answer button[data-value]");
    expect(await values.count()).toBeGreaterThan(40);
    const empty = await page.evaluate(async () => {
      const found: string[] = [];
      for (const mark of document.querySelectorAll<HTMLElement>("#answer button[data-value]")) {
        mark.click();
        await new Promise((resolve) => setTimeout(resolve));
        const card = document.querySelector("[role=dialog]");
        if (card === null) found.push(mark.dataset["value"] ?? "");
      }
      return found;
    });
    expect(empty).toEqual([]);
    await page.locator("[data-seat=JPN] .gain button").click();
    const card = await page.getByRole("dialog").innerText();
    expect(card).toMatch(/payoff = PV/u);
    expect(card).toMatch(/p = 5% a year/u);
    expect(card).toMatch(/didym summit washington-2026 --response/u);
    await page.keyboard.press("Escape");
    await page.locator("[data-figure=gains]").scrollIntoViewIfNeeded();
    await page.locator("[data-figure=gains] svg [data-value]").first().waitFor();
    const marks = await page.evaluate(async () => {
      const all = [...document.querySelectorAll<SVGElement>("#answer figure svg [data-value]")];
      const without: string[] = [];
      for (const mark of all) {
        document.querySelector<HTMLElement>("[role=dialog] button")?.click();
        await new Promise((resolve) => setTimeout(resolve));
        mark.dispatchEvent(new MouseEvent("click", { bubbles: true }));
        await new Promise((resolve) => setTimeout(resolve));
        if (document.querySelector("[role=dialog]") === null) without.push(mark.dataset["value"] ?? "");
      }
      return { count: all.length, without };
    });
    await page.keyboard.press("Escape");
    expect(marks.count).toBeGreaterThan(20);
    expect(marks.without).toEqual([]);
  });

  it("values what is solved under another chance of a stop at once, and keeps the break-even", async () => {
    const tied = await page.locator("[data-break-evens] tbody").innerText();
    const before = await gains();
    const began = Date.now();
    await setNumber("hazard", "20");
    await asked();
    const milliseconds = Date.now() - began;
    console.log(`another chance of a stop: ${String(milliseconds)} ms, nothing solved`);
    expect(milliseconds).toBeLessThan(3000);
    expect(await gains()).not.toEqual(before);
    expect(await page.locator("[data-break-evens] tbody").innerText()).toBe(tied);
    await page.getByRole("button", { name: "Back to the values of the data" }).click();
    await asked();
    expect(await gains()).toEqual(before);
  });

  it(
    "plays the path move by move with reasons, and goes back",
    async () => {
      const before = await gains();
      const next = page.locator("[data-path=next]");
      const said = await page.locator("[data-path=play]").locator("xpath=../..").locator(".end").innerText();
      expect(said).toMatch(/^Next: .+ would rather/u);
      await next.click();
      const steps = page.locator(".path li");
      expect(await steps.count()).toBe(2);
      expect(await steps.nth(1).innerText()).toMatch(/decides to .+: it gains .+; most by /u);
      expect(await page.locator(".stale").count()).toBeGreaterThan(0);
      await page.locator("[data-path=previous]").click();
      await asked();
      expect(await gains()).toEqual(before);
      expect(await next.isEnabled()).toBe(true);
    },
    slow,
  );

  it(
    "answers the last of quick changes, dimmed until then, by keyboard too",
    async () => {
      await seat("KOR").getByLabel("Stays out").check();
      await seat("AUS").locator("input[value=commit]").focus();
      await page.keyboard.press("ArrowDown");
      expect(await seat("AUS").locator("input[value=hedge]").isChecked()).toBe(true);
      await expect.poll(status).toMatch(/^Updating/u);
      expect(await page.locator("[data-headline=together].stale").count()).toBe(1);
      await page.keyboard.press("ArrowUp");
      await seat("KOR").getByLabel("Joins").check();
      await seat("JPN").getByLabel("Stays out").check();
      await page.waitForFunction(() => document.querySelectorAll(".gain.stale").length === 0, undefined, {
        timeout: slow,
      });
      const quick = await gains();
      await page.locator("[data-table=everyone]").click();
      await seat("JPN").getByLabel("Stays out").check();
      await page.waitForFunction(() => document.querySelectorAll(".gain.stale").length === 0, undefined, {
        timeout: slow,
      });
      expect(await gains()).toEqual(quick);
      await page.locator("[data-table=everyone]").click();
      await asked();
    },
    slow,
  );

  it(
    "scans a smaller table with progress and can be cancelled",
    async () => {
      expect(await page.locator("[data-no-preset], [data-preset-scan]").count()).toBe(1);
      const list = page.locator("[data-list=summit-deciding]");
      await list.locator("summary").click();
      const names = await list.locator("label").allInnerTexts();
      const decide = async (chosen: readonly string[]) => {
        for (const name of names) {
          const box = list.getByRole("checkbox", { name, exact: true });
          if (chosen.includes(name)) await box.check();
        }
        for (const name of names)
          if (!chosen.includes(name)) await list.getByRole("checkbox", { name, exact: true }).uncheck();
      };
      await decide(names);
      expect(await page.locator("[data-scan=start]").isDisabled()).toBe(true);
      await decide(["United States", "Japan", "Germany", "Australia"]);
      await page.locator("[data-scan=start]").click();
      await page.locator("[data-scan-progress]").waitFor();
      await expect
        .poll(() => page.locator("[data-scan-progress]").innerText(), { timeout: slow })
        .toMatch(/^[1-9]\d* of \d+ cases/u);
      await page.locator("[data-scan=cancel]").click();
      await page.locator("[data-scan-progress]").waitFor({ state: "detached" });
      expect(await page.locator("[data-scan-done]").count()).toBe(0);
      await decide(["Japan", "Australia"]);
      await page.locator("[data-scan=start]").click();
      await page.locator("[data-scan-done]").waitFor({ timeout: slow });
      console.log(await page.locator("[data-scan-done]").innerText());
      expect(await page.locator("[data-scan-done]").innerText()).toMatch(/^4 cases scanned/u);
      const result = page.locator(".coalitions .columns").last();
      expect(await result.innerText()).toMatch(/Stable coalitions/u);
      expect(await result.locator("[data-value^=odds-]").count()).toBeGreaterThan(0);
    },
    2 * slow,
  );

  it(
    "axe finds nothing in both languages and themes, and nothing scrolls sideways on a phone",
    async () => {
      const before = await seat("JPN").locator("input[value=commit]").isChecked();
      for (const language of ["en", "zh"]) {
        for (const colorScheme of ["light", "dark"] as const) {
          await page.emulateMedia({ colorScheme });
          await page.waitForTimeout(250);
          expect(await violations(page), `${language} ${colorScheme}`).toEqual([]);
        }
        await page.locator("[data-language]").click();
        await asked();
      }
      expect(await seat("JPN").locator("input[value=commit]").isChecked()).toBe(before);
      await page.emulateMedia({ colorScheme: "light" });
      for (const width of [320, 360, 768]) {
        await page.setViewportSize({ width, height: 740 });
        await page.waitForTimeout(200);
        expect(
          await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          ),
          String(width),
        ).toBeLessThanOrEqual(0);
      }
      await page.setViewportSize({ width: 1440, height: 1000 });
    },
    slow,
  );

  it(
    "needs no server after load, throws nothing and asks nobody outside",
    async () => {
      const before = await gains();
      await stopSite();
      await seat("DEU").getByLabel("Deals with China").check();
      await page.waitForFunction(() => document.querySelectorAll(".gain.stale").length === 0, undefined, {
        timeout: slow,
      });
      expect(await gains()).not.toEqual(before);
      expect(errors).toEqual([]);
      expect(outside).toEqual([]);
    },
    slow,
  );
});
