import { describe, expect, it } from "vitest";
import { expectAccessible, violations } from "./axe.js";
import { settled, skipped, withSite } from "./harness.js";

/** Each view by id with what must stand before it is looked at; a new view is a line here. */
const views = {
  lab: "[data-figure=price]",
  shock: "[data-figure=price]",
  summit: "[data-figure=stances]",
  evidence: "[data-complete=true]",
} as const;

describe.skipIf(skipped !== undefined)("accessibility (point 28)", () => {
  const { openPage } = withSite();

  for (const [view, ready] of Object.entries(views))
    for (const language of ["en", "zh"])
      it(`axe finds nothing: ${view}, ${language}, light and dark`, { timeout: 180_000 }, async () => {
        const { page } = await openPage(`?v=1&view=${view}&lang=${language}`, {
          colorScheme: "light",
        });
        await page.locator(ready).waitFor({ timeout: 170_000 });
        for (const _pass of [1, 2]) {
          await page.locator("details").evaluateAll((all) => {
            for (const one of all as HTMLDetailsElement[]) one.open = true;
          });
          await page.waitForTimeout(200);
        }
        const table = page.locator("[data-figure]").getByRole("button").first();
        if ((await table.count()) > 0) await table.click();
        if (view === "lab") {
          await page.locator("#why").scrollIntoViewIfNeeded();
          await page.locator("[data-why=answered]").waitFor({ timeout: 60_000 });
        }
        if (view !== "summit") await settled(page);
        await expectAccessible(page, view);
        await page.context().close();
      });

  it("axe finds nothing on a phone with the levers open (point 35)", async () => {
    const { page } = await openPage("?v=1&lang=en", {
      viewport: { width: 360, height: 740 },
      hasTouch: true,
      isMobile: true,
    });
    await page.locator(".handle").click();
    expect(await violations(page)).toEqual([]);
    const [figure, sheet] = await Promise.all(
      ["[data-pinned]", ".sheet"].map((selector) => page.locator(selector).boundingBox()),
    );
    expect(figure?.y).toBeGreaterThanOrEqual(0);
    expect((figure?.y ?? 0) + (figure?.height ?? 0)).toBeLessThanOrEqual(sheet?.y ?? 0);
    await page.context().close();
  });

  it("points 26 and 35: nothing scrolls sideways at 320 px, at the largest letters, and in presentation", async () => {
    const { page } = await openPage("?v=1&lang=en", { viewport: { width: 320, height: 640 } });
    const overflow = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(await overflow()).toBeLessThanOrEqual(0);
    await page.locator("[data-figure=price]").scrollIntoViewIfNeeded();
    const before = await page.locator("[data-figure=price] svg").getAttribute("font-size");
    await page.locator(".settings summary").click();
    await page.locator("[data-scale='1.45']").click();
    await page.locator("[data-presentation-switch]").check();
    await page.locator("[data-figure=price]").scrollIntoViewIfNeeded();
    await settled(page);
    expect(Number(await page.locator("[data-figure=price] svg").getAttribute("font-size"))).toBeGreaterThan(
      1.4 * Number(before),
    );
    expect(await overflow()).toBeLessThanOrEqual(0);
    await page.context().close();
  });

  it("point 22: everything to press is at least 24 by 24 px", async () => {
    const { page } = await openPage();
    const small = await page
      .locator("button:visible, select:visible, input:visible, summary:visible")
      .evaluateAll((controls) =>
        controls.flatMap((control) => {
          const { width, height } = control.getBoundingClientRect();
          const label = control.closest("label");
          const area =
            label && (control as HTMLInputElement).type !== "number"
              ? label.getBoundingClientRect()
              : { width, height };
          return Math.max(width, area.width) < 24 || Math.max(height, area.height) < 24
            ? [`${control.tagName} ${control.textContent.slice(0, 20)} ${String(width)}×${String(height)}`]
            : [];
        }),
      );
    expect(small).toEqual([]);
    await page.context().close();
  });

  it("points 21 and 23: focus is visible, keys move a slider, and Esc closes what a number shows", async () => {
    const { page } = await openPage();
    const range = page.locator("[data-slider='price-floor.at'] input[type=range]");
    await range.focus();
    const at = () => range.inputValue().then(Number);
    for (const [key, value] of [
      ["Home", 0],
      ["ArrowRight", 1],
      ["End", 250],
      ["ArrowLeft", 249],
    ] as const) {
      await page.keyboard.press(key);
      expect(await at()).toBe(value);
    }
    await page.keyboard.press("PageDown");
    expect(await at()).toBeLessThan(245);
    expect(await range.evaluate((node) => getComputedStyle(node).outlineStyle)).toBe("solid");
    const value = page.locator("[data-headline] [data-value]").first();
    await value.focus();
    await value.hover();
    await page.getByRole("dialog").hover();
    await page.waitForTimeout(400);
    expect(await page.getByRole("dialog").count()).toBe(1);
    await page.keyboard.press("Escape");
    expect(await page.getByRole("dialog").count()).toBe(0);
    await page.context().close();
  });

  it("point 27: reduced motion and forced colours are honoured", async () => {
    const { page } = await openPage("?v=1&lang=en", {
      reducedMotion: "reduce",
      forcedColors: "active",
    });
    expect(
      await page
        .locator("[data-figure=price] .box")
        .evaluate((node) => getComputedStyle(node).transitionDuration),
    ).toBe("0s");
    await page.context().close();
  });

  it("point 32: printed, it is light and without controls, its figures as text", async () => {
    const { page } = await openPage("?v=1&lang=en", { colorScheme: "dark" });
    await page.emulateMedia({ media: "print" });
    expect(await page.locator("button:not(.value):visible, select:visible, input:visible").count()).toBe(0);
    expect(await page.locator("[data-headline] .value:visible").count()).toBe(6);
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(
      "rgb(255, 255, 255)",
    );
    expect(await page.locator(".printed tbody tr").count()).toBeGreaterThan(3);
    expect(await page.locator(".printed").innerText()).toMatch(/didym run washington-2026/u);
    expect(await page.locator(".printed ol li").count()).toBeGreaterThan(1);
    expect((await page.pdf()).byteLength).toBeGreaterThan(20_000);
    await page.context().close();
  });

  it("point 32: a stop prints all its pictures and figures from a phone too, a summit its gains", async () => {
    const phone = { viewport: { width: 360, height: 740 } };
    const shock = await openPage("?v=1&lang=zh&view=shock", phone);
    expect(await shock.page.locator("[data-figure]").count()).toBe(1);
    await shock.page.emulateMedia({ media: "print" });
    await expect.poll(() => shock.page.locator("[data-figure]:visible").count()).toBe(4);
    expect(await shock.page.locator("[data-headline] .value:visible").count()).toBe(5);
    await shock.page.context().close();
    const { page } = await openPage("?v=1&lang=en&view=summit&summit.response=none");
    await page.emulateMedia({ media: "print" });
    expect(await page.locator("[data-seat] .gain .value:visible").count()).toBe(12);
    expect(await page.locator("button:not(.value):visible, select:visible").count()).toBe(0);
    await page.context().close();
  });

  it("a script of keys alone leads from landing to an exported report", async () => {
    const { page } = await openPage();
    const reach = async (selector: string) => {
      for (let presses = 0; presses < 260; presses += 1) {
        await page.keyboard.press("Tab");
        if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector))
          return;
      }
      throw new Error(`not reached by Tab: ${selector}`);
    };
    await reach("#range-price-floor\\.at");
    for (let k = 0; k < 5; k += 1) await page.keyboard.press("ArrowRight");
    await settled(page);
    await reach("[data-take=report]");
    const [file] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
    const chunks: Buffer[] = [];
    for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer);
    const report = Buffer.concat(chunks).toString("utf8");
    expect(report).toMatch(/didym run washington-2026 --set price-floor\.at=115/u);
    expect(report.match(/<svg/gu)?.length).toBe(5);
    expect(report).toMatch(/Price floor<\/td><td>.*115 USD\/kg/u);
    await page.context().close();
  });
});
