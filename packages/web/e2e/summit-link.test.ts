import { describe, expect, it } from "vitest";
import type { Page } from "playwright-core";
import { skipped, withSite } from "./harness.js";

const slow = 180_000;
const query =
  "?v=1&view=summit&lang=en&summit.table=USA,JPN,deal:KOR&summit.response=none&summit.hazard=0.1" +
  "&summit.penalty=0.25&summit.pay=JPN:2000&parameters.summit.leak=0.2";

describe.skipIf(skipped !== undefined)("the Summit's settings in links and undo (points 8 and 9)", () => {
  const { openPage } = withSite();

  const held = (page: Page) =>
    page
      .locator("[data-seat]")
      .evaluateAll((rows) =>
        rows.map(
          (row) =>
            `${(row as HTMLElement).dataset["seat"] ?? ""} ${row.querySelector<HTMLInputElement>("input:checked")?.value ?? ""}`,
        ),
      );
  const asked = (page: Page) => decodeURIComponent(new URL(page.url()).search);

  it(
    "open the table, the answer, the assumptions, the payments and the package that a link names",
    { timeout: slow },
    async () => {
      const { page, errors } = await openPage(query);
      const seats = await held(page);
      expect(seats).toEqual(expect.arrayContaining(["USA commit", "JPN commit", "KOR deal", "CAN hedge"]));
      expect(seats.filter((seat) => seat.endsWith("hedge"))).toHaveLength(9);
      const number = (id: string) => page.locator(`[data-assume=${id}] input[type=number]`).inputValue();
      expect([await number("hazard"), await number("penalty"), await number("leak")]).toEqual([
        "10",
        "25",
        "20",
      ]);
      expect(await page.locator("[data-choice=summit-response] select").inputValue()).toBe("none");
      expect(await page.locator("[data-payments] summary").innerText()).toMatch(/Japan 2,000 MUSD/u);
      expect(await page.locator("[data-seat=JPN] .paid").innerText()).toBe("+2 BUSD from outside");
      expect(await page.locator("[data-seat=USA] .paid").count()).toBe(0);
      await page.locator("[data-seat=JPN] .gain button").click();
      expect(await page.getByRole("dialog").innerText()).toContain(
        "didym summit washington-2026 --set parameters.summit.leak=0.2 --response none --hazard 0.1 --penalty 25 --pay JPN=2000",
      );
      await page.keyboard.press("Escape");
      expect(await page.locator("[data-notice]").allInnerTexts()).toEqual([
        expect.stringMatching(/1 change/u),
      ]);
      expect(errors).toEqual([]);
      await page.context().close();
    },
  );

  it(
    "are undone and redone step by step, a drag of an assumption as one, and follow the language",
    { timeout: slow },
    async () => {
      const { page } = await openPage(query);
      const before = await held(page);
      await page.locator("[data-seat=KOR] input[value=commit]").check();
      expect(asked(page)).toContain("summit.table=USA,JPN,KOR");
      expect(await page.locator("[data-undo]").innerText()).toMatch(/stances at the summit/u);
      const range = page.locator("#assume-hazard");
      await range.focus();
      await range.evaluate((node: HTMLInputElement) => {
        for (const value of ["11", "12", "15"]) {
          node.value = value;
          node.dispatchEvent(new Event("input", { bubbles: true }));
        }
        node.dispatchEvent(new Event("change", { bubbles: true }));
      });
      await expect.poll(() => asked(page)).toContain("summit.hazard=0.15");
      await page.locator("[data-language]").click();
      expect(await page.locator("[data-seat=KOR] input[value=commit]").isChecked()).toBe(true);
      await page.locator("[data-undo]").click();
      await page.locator("[data-undo]").click();
      expect(await page.locator("[data-assume=hazard] input[type=number]").inputValue()).toBe("10");
      await page.locator("[data-undo]").click();
      expect(await held(page)).toEqual(before);
      expect(asked(page)).toContain("summit.table=USA,JPN,deal:KOR");
      await page.locator("[data-redo]").click();
      expect(await page.locator("[data-seat=KOR] input[value=commit]").isChecked()).toBe(true);
      await page.reload();
      await page.locator("[data-seat=KOR] input[value=commit]:checked").waitFor({ timeout: slow });
      await page.context().close();
    },
  );

  it("that say nothing are told of, by name", { timeout: slow }, async () => {
    const { page } = await openPage(
      "?v=1&view=summit&lang=en&summit.table=USA,MARS&summit.hazard=lots&summit.x=1",
    );
    const told = (await page.locator("[data-notice]").allInnerTexts()).join(" ");
    for (const key of ["summit.table", "summit.hazard", "summit.x"]) expect(told).toContain(key);
    expect(await held(page)).toContain("USA commit");
    await page.context().close();
  });
});
