import { beforeAll, describe, expect, it } from "vitest";
import type { Page } from "playwright-core";
import { headlines, settled, skipped, withSite } from "./harness.js";

const floor = "[data-slider='price-floor.at']";

describe.skipIf(skipped !== undefined)("the Lab", () => {
  const { openPage, stopSite } = withSite();
  let page: Page;
  let errors: string[];
  let outside: string[];

  beforeAll(async () => {
    ({ page, errors, outside } = await openPage());
    await page.getByRole("button", { name: "Skip", exact: true }).click();
  });

  const number = () => page.locator(`${floor} input[type=number]`);
  async function setFloor(value: string): Promise<void> {
    await number().fill(value);
    await number().press("Enter");
    await settled(page);
  }

  it("point 12: says in words what changes against the status quo", async () => {
    const said = await headlines(page);
    expect(Object.keys(said)).toEqual([
      "price-oxide.NdPr",
      "price-oxide.Dy",
      "price-oxide.Tb",
      "dependence",
      "shortage",
      "cost",
    ]);
    expect(said["price-oxide.NdPr"]).toMatch(/USD\/kg \| [↑↓=] (?:up|down) [\d.]+%/u);
    const lead = await page.locator("[data-lead]").innerText();
    expect(lead).toMatch(
      /^Japan, 2030: NdPr oxide costs [\d.]+ USD\/kg, (?:up|down) [\d.]+% against Policies/u,
    );
    for (const value of [/ ([\d.]+ USD\/kg)/u, / \| ([\d.]+%)/u]) {
      const shown = Object.values(said).map((text) => value.exec(text)?.[1]);
      expect(lead).toContain(shown.find((text) => text !== undefined) ?? "nothing");
    }
  });

  it("point 4: a slider has a number field, unit, ticks, range, words and a line on what it does", async () => {
    const slider = page.locator(floor);
    await expect
      .poll(() => slider.locator("input[type=range]").getAttribute("aria-valuetext"))
      .toMatch(/110 USD\/kg, .*2024 price/u);
    await expect.poll(() => slider.innerText()).toMatch(/today: \d/u);
    const text = await slider.innerText();
    expect(text).toMatch(/as opened: 110/u);
    expect(text).toMatch(/0 to 250/u);
    expect(await slider.locator(".tick").count()).toBe(1);
    const card = page.locator("[data-lever='price-floor']");
    await card.locator("summary").first().click();
    await expect.poll(() => card.innerText()).toMatch(/Guarantees producers a price/u);
    await expect.poll(() => card.innerText()).toMatch(/Sources: .*(?:White House|Treasury|http|MP)/iu);
    expect(await card.locator("fieldset[data-choice] input[type=radio]").count()).toBeGreaterThan(1);
  });

  it("points 5 and 8: a change has a dot and a chip, is undone and redone by keys and named buttons", async () => {
    const before = await headlines(page);
    await setFloor("160");
    const after = await headlines(page);
    expect(after["price-oxide.NdPr"]).not.toBe(before["price-oxide.NdPr"]);
    expect(await page.locator(`${floor} .dot`).count()).toBe(1);
    expect(await page.locator(".chips li").innerText()).toMatch(/Price floor, Floor: 160/u);
    expect(await page.locator("[data-undo]").innerText()).toMatch(/Undo: Price floor, Floor/u);
    await page.locator("h1").click();
    await page.keyboard.press("Control+z");
    await settled(page);
    expect(await headlines(page)).toEqual(before);
    await page.keyboard.press("Control+Shift+z");
    await settled(page);
    expect(await headlines(page)).toEqual(after);
    await page.locator("[data-reset=opened]").click();
    await settled(page);
    expect(await headlines(page)).toEqual(before);
    expect(await page.locator("[data-changes]").getAttribute("data-changes")).toBe("0");
  });

  it("point 8: a drag is one step and Back leads out of no trap", async () => {
    const depth = () => page.evaluate(() => history.length);
    const range = page.locator(`${floor} input[type=range]`);
    const box = await range.boundingBox();
    if (box === null) throw new Error("no slider");
    const start = await depth();
    const y = box.y + box.height / 2;
    await page.mouse.move(box.x + box.width * 0.44, y);
    await page.mouse.down();
    for (let share = 0.44; share < 0.7; share += 0.02) await page.mouse.move(box.x + box.width * share, y);
    await page.mouse.up();
    await settled(page);
    expect(await depth()).toBe(start + 1);
    expect(page.url()).toMatch(/price-floor\.at=\d+/u);
    await page.goBack();
    await settled(page);
    expect(page.url()).not.toMatch(/price-floor\.at/u);
    expect(await number().inputValue()).toBe("110");
  });

  it("point 9: a link carries only the differences and opens to the same figures, saying so", async () => {
    await setFloor("140");
    const said = await headlines(page);
    const query = new URL(page.url()).search;
    expect(query).toMatch(/^\?v=1&s=washington-2026&.*price-floor\.at=140/u);
    const other = await openPage(`${query}&nonsense=1`);
    expect(await headlines(other.page)).toEqual(said);
    const notices = (await other.page.locator("[data-notice]").allInnerTexts()).join(" ");
    expect(notices).toMatch(/1 change/u);
    expect(notices).toMatch(/nonsense/u);
    await other.page.context().close();
    await page.locator("[data-reset=opened]").click();
    await settled(page);
  });

  it("point 6: presets and the answer of China change the levers", async () => {
    const names = await page
      .locator("[data-preset] option")
      .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
    expect(names).toEqual(
      expect.arrayContaining([
        "status-quo",
        "washington-price-floor",
        "washington-tariffs",
        "washington-cooperation",
        "washington-2026",
        "china-squeeze",
      ]),
    );
    await page.locator("[data-choice=response] select").selectOption("none");
    await settled(page);
    expect(await page.locator("[data-lever='export-licence']").count()).toBe(0);
    await page.locator("[data-undo]").click();
    await settled(page);
    expect(await page.locator("[data-lever='export-licence']").count()).toBe(1);
  });

  it("a lever is added, changes nothing at first, is moved, and removed", async () => {
    // The stored band is of the scenario as opened; one more lever, even a neutral one, has none yet.
    const figures = async (): Promise<string> =>
      JSON.stringify(await headlines(page)).replaceAll(/ \| 9 of 10 runs: [^|"]*?(?= \||")/gu, "");
    const before = await figures();
    await page.locator(".add select").selectOption("tariff");
    await page.locator(".add button").click();
    const card = page.locator("[data-lever='added-tariff']");
    await card.waitFor();
    await settled(page);
    expect(await figures()).toBe(before);
    await card.getByRole("button", { name: /^Remove/u }).click();
    await settled(page);
    expect(await page.locator("[data-changes]").getAttribute("data-changes")).toBe("0");
  });

  it("points 16 and 24: each picture has a summary and is a real table; arrows step and announce", async () => {
    for (const id of ["price", "supply", "exposure", "accounts", "stages", "map"]) {
      const figure = page.locator(`[data-figure=${id}]`);
      await figure.scrollIntoViewIfNeeded();
      await figure.locator("svg[role=img]").waitFor();
      expect((await figure.locator("figcaption").innerText()).length, id).toBeGreaterThan(20);
      await figure.getByRole("button", { name: "Table", exact: true }).click();
      expect(await figure.locator("table thead th[scope=col]").count(), id).toBeGreaterThan(1);
      expect(await figure.locator("table tbody tr").count(), id).toBeGreaterThan(3);
      await figure.getByRole("button", { name: "Table", exact: true }).click();
    }
    await page.locator("[data-figure=price] [role=group]").focus();
    await page.locator("[data-figure=price] svg").waitFor();
    await page.keyboard.press("ArrowRight");
    await expect
      .poll(() => page.locator("[data-live]").innerText(), { timeout: 5_000 })
      .toMatch(/price\[.*USD\/kg, 2024/u);
    await page.keyboard.press("Enter");
    expect(await page.getByRole("dialog").innerText()).toMatch(/Computed by the model/u);
    await page.keyboard.press("Escape");
    expect(await page.getByRole("dialog").count()).toBe(0);
  });

  it("point 16: a CSV carries units in its head", async () => {
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.locator("[data-figure=price]").getByRole("button", { name: /^CSV/u }).click(),
    ]);
    const chunks: Buffer[] = [];
    for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString("utf8");
    expect(text.split("\r\n")[0]).toMatch(/^Year,Japan \(USD\/kg\)/u);
    expect(text).not.toMatch(/NaN|undefined/u);
  });

  it("point 17: a walker finds an origin behind every number", async () => {
    const count = await page.locator("button[data-value]").count();
    expect(count).toBeGreaterThan(10);
    for (let k = 0; k < count; k += 1) {
      const value = page.locator("button[data-value]").nth(k);
      if (!(await value.isVisible())) continue;
      await value.click();
      const told = await page.getByRole("dialog").innerText();
      expect(told, (await value.getAttribute("data-value")) ?? "").toMatch(/Unit/u);
      expect(told).toMatch(/Computed by the model|Set here/u);
      await page.keyboard.press("Escape");
    }
    const empty = await page.evaluate(() => {
      const found: string[] = [];
      for (const mark of document.querySelectorAll<SVGElement>("figure svg [data-value]")) {
        mark.dispatchEvent(new MouseEvent("click", { bubbles: true }));
        if (document.querySelector("[role=dialog]") === null) found.push(mark.dataset["value"] ?? "");
      }
      return found;
    });
    await page.keyboard.press("Escape");
    expect(empty.filter((key) => key === "")).toEqual([]);
  });

  it("point 10: up to four scenarios on one scale, their differences, and the two by two", async () => {
    await page.locator("[data-compare=keep]").click();
    await setFloor("150");
    await page.locator("[data-compare=keep]").click();
    expect(await page.locator(".panels figure").count()).toBe(2);
    const ticks = await page
      .locator(".panels figure svg")
      .evaluateAll((pictures) =>
        pictures.map((picture) =>
          [...picture.querySelectorAll("g[aria-hidden] text")].map((text) => text.textContent).join(),
        ),
      );
    expect(new Set(ticks).size).toBe(1);
    await page.locator("[data-choice=compare-mode] input").nth(1).check();
    await page.locator("summary", { hasText: "Policy or assumption" }).click();
    await expect
      .poll(() => page.locator("[data-two-by-two] tbody tr").nth(1).innerText(), { timeout: 30_000 })
      .not.toMatch(/–/u);
    await page.locator("[data-reset=opened]").click();
    await settled(page);
  });

  it("point 11: saves under a name, exports the file the command line reads, and names the command", async () => {
    await setFloor("125");
    expect(await page.locator("[data-command]").innerText()).toBe(
      "didym run washington-2026 --set price-floor.at=125",
    );
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.locator("[data-take=export]").click(),
    ]);
    expect(file.suggestedFilename()).toBe("washington-2026-changed.json");
    await page.locator("section[aria-label=Share] input[type=text]").fill("mine");
    await page.locator("[data-take=save]").click();
    await page.getByRole("button", { name: "Open mine" }).waitFor();
    const said = await headlines(page);
    await page.locator("[data-reset=default]").click();
    await settled(page);
    await page.getByRole("button", { name: "Open mine" }).click();
    await expect.poll(() => headlines(page), { timeout: 20_000 }).toEqual(said);
    await page.locator("[data-preset]").selectOption("washington-2026");
    await settled(page);
  });

  it("point 20: cites in BibTeX and GB/T 7714", async () => {
    await page.locator("[data-take=cite]").click();
    expect(await page.locator("[data-cite=BibTeX]").innerText()).toMatch(/@misc\{didym-/u);
    expect(await page.locator("[data-cite='GB/T 7714']").innerText()).toMatch(/\[EB\/OL\]/u);
    await page.keyboard.press("Escape");
  });

  it("points 29 and 30: the language changes, the scenario and the place stay, numbers follow", async () => {
    await setFloor("118");
    const place = () =>
      page.locator("[data-figure=exposure]").evaluate((figure) => figure.getBoundingClientRect().top);
    await page.evaluate(() => {
      scrollTo(0, 400);
    });
    await page.waitForTimeout(100);
    const before = await place();
    await page.locator("[data-language]").evaluate((button) => {
      (button as HTMLElement).click();
    });
    await settled(page);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe("zh-CN");
    expect(Math.abs((await place()) - before)).toBeLessThan(80);
    expect(await number().inputValue()).toBe("118");
    const said = await headlines(page);
    expect(said["price-oxide.NdPr"]).toMatch(/美元\/千克/u);
    expect(Object.values(said).join("")).toMatch(/万美元|亿美元/u);
    await page.locator("[data-undo]").click();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe("en");
    await page.locator("[data-undo]").click();
    await settled(page);
  });

  it("point 13, why: a figure's button leads to what each lever adds and by which chain of causes", async () => {
    await page.locator("[data-headline='price-oxide.NdPr'] .ask").click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("why");
    await page.locator("[data-why=answered]").waitFor({ timeout: 60_000 });
    const said = await page.locator("#why").innerText();
    expect(said).toMatch(/Price floor/u);
    expect(said).toMatch(/All together/u);
    expect(said).toMatch(/makers of NdPr oxide are paid/u);
    expect(await page.locator("[data-chain] ol li").count()).toBeGreaterThan(3);
    await page.locator("[data-choice=why-figure] select").selectOption("dependence");
    await page.locator("[data-figure=why-parts] h3", { hasText: "Dependence" }).waitFor({ timeout: 60_000 });
    await page.evaluate(() => {
      scrollTo(0, 0);
    });
  });

  it("point 14: what is not quantified says so, and is quantified on demand with progress and a stop", async () => {
    const said = page.locator("[data-bands]");
    await page.locator("[data-headline='price-oxide.NdPr']").scrollIntoViewIfNeeded();
    if ((await said.getAttribute("data-bands")) === "quantified") {
      expect(await said.innerText()).toMatch(/not war/u);
      expect(await page.locator("[data-range]").first().innerText()).toMatch(/9 of 10 runs/u);
      await setFloor("123");
    }
    expect(await said.innerText()).toMatch(/not quantified/u);
    await page.locator("[data-quantify]").click();
    await page.locator("[data-bands=working] progress").waitFor();
    await page.locator("[data-bands=working] button").click();
    expect(await said.getAttribute("data-bands")).toBe("none");
    await page.locator("[data-quantify]").click();
    await page.locator("[data-bands=quantified]").waitFor({ timeout: 120_000 });
    const drawn = () => page.locator("[data-figure=price] svg path").count();
    const before = await drawn();
    await page.locator("[data-single]").click();
    expect((await drawn()) - before).toBe(5);
    expect(await said.innerText()).toMatch(/Each thin line is one run/u);
    await page.locator("[data-single]").click();
    expect(await drawn()).toBe(before);
  }, 150_000);

  it("point 39: beside a picture's CSV goes what its columns are and what to cite", async () => {
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.locator("[data-figure=price] [data-metadata]").click(),
    ]);
    expect(file.suggestedFilename()).toBe("price.metadata.json");
    const chunks: Buffer[] = [];
    for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer);
    const told = JSON.parse(Buffer.concat(chunks).toString("utf8")) as Record<string, unknown>;
    expect(told).toMatchObject({ file: "price.csv", run: expect.stringMatching(/[0-9a-f]{12}/u) as unknown });
    expect(JSON.stringify(told["columns"])).toMatch(/"unit":"USD\/kg"/u);
  });

  it("point 37: what it is and is not stands on the first screen", async () => {
    await page.evaluate(() => {
      scrollTo(0, 0);
    });
    const box = await page.locator("[data-honesty]").boundingBox();
    expect(box?.y ?? 9999).toBeLessThan(400);
    expect(await page.locator("[data-honesty] summary").innerText()).toMatch(
      /not a forecast and not advice/u,
    );
  });

  it("point 15: the map says that it takes no view on territory", async () => {
    expect(await page.locator("[data-figure=map] figcaption").innerText()).toMatch(
      /no view on any territory/u,
    );
  });

  it("point 1: with the server stopped a moved lever still changes the figures; nothing was asked of others", async () => {
    const before = await headlines(page);
    await stopSite();
    await setFloor("170");
    expect(await headlines(page)).not.toEqual(before);
    expect(outside).toEqual([]);
    expect(errors).toEqual([]);
  });
});
