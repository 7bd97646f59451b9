import { describe, expect, it } from "vitest";
import { settled, skipped, withSite } from "./harness.js";

/** Runs in the page before it: lets every answer of the model carry a warning of a second equilibrium, which no built-in scenario has. */
function twoEquilibria(): void {
  const years = [{ year: 2030, good: "oxide.NdPr", region: "JPN", price: 92.3, otherPrice: 61 }];
  globalThis.Worker = class extends Worker {
    override set onmessage(listen: ((event: MessageEvent) => void) | null) {
      super.onmessage = (event: MessageEvent<{ output?: { warnings?: object[]; rows?: object } }>) => {
        if (event.data.output?.rows)
          event.data.output.warnings?.push({ code: "AMBIGUOUS", details: { years } });
        listen?.(event);
      };
    }
  };
}

describe.skipIf(skipped !== undefined)("warnings of the model (point 7)", () => {
  const { openPage, address } = withSite();

  it.each([
    ["en", /More than one equilibrium fits in 2030; .*92\.3 USD\/kg here, 61 there/u],
    ["zh", /2030 年存在不止一个均衡.*92\.3 美元\/千克/u],
  ])("a second equilibrium is told of with years and prices, beside a cure: %s", async (language, form) => {
    const { page } = await openPage("?v=1&view=evidence&lang=en");
    await page.addInitScript(twoEquilibria);
    await page.goto(`${address()}?v=1&lang=${language}`);
    const warning = page.locator("[data-code=AMBIGUOUS]");
    await warning.waitFor({ timeout: 90_000 });
    await settled(page);
    await expect.poll(() => warning.innerText()).toMatch(form);
    expect(await warning.count()).toBe(1);
    await warning.getByRole("button").click();
    expect(await page.locator("[data-preset]").inputValue()).toBe("status-quo");
    await page.context().close();
  });
});
