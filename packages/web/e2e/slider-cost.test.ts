import { describe, expect, it } from "vitest";
import type { CDPSession } from "playwright-core";
import { settled, skipped, withSite } from "./harness.js";

/** Of the 100 ms from event to painted pictures, what the page itself may take; the rest is the model's, in its worker. */
const mostMilliseconds = 60;
const steps = 20;

/** Processor time of the page's main thread so far, ms: other programs on the machine do not count. */
async function used(session: CDPSession): Promise<number> {
  const { metrics } = await session.send("Performance.getMetrics");
  return 1000 * (metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0);
}

describe.skipIf(skipped !== undefined)("a slider's move (point 2)", () => {
  const { openPage } = withSite();

  it("costs the page itself little beside the model", async () => {
    const { page } = await openPage("?v=1&lang=en", {
      viewport: { width: 1440, height: 1300 },
    });
    await page.waitForTimeout(5000);
    const session = await page.context().newCDPSession(page);
    await session.send("Performance.enable", { timeDomain: "threadTicks" });
    const drag = (from: number) =>
      page.evaluate(
        async ([first, count]) => {
          const range = document.querySelector<HTMLInputElement>(
            "[data-slider='price-floor.at'] input[type=range]",
          );
          if (range === null) throw new Error("no slider");
          for (let k = 0; k < count; k += 1) {
            const drawn = new Promise<void>((resolve) => {
              const watch = new PerformanceObserver((list) => {
                if (list.getEntriesByName("answer").length === 0) return;
                watch.disconnect();
                resolve();
              });
              watch.observe({ entryTypes: ["measure"] });
            });
            range.value = String(first + k);
            range.dispatchEvent(new Event("input", { bubbles: true }));
            await drawn;
          }
        },
        [from, steps] as const,
      );
    await drag(60);
    const before = await used(session);
    await drag(120);
    const each = ((await used(session)) - before) / steps;
    console.log(`the page's own share of a slider's move: ${each.toFixed(1)} ms of processor time`);
    expect(each).toBeLessThan(mostMilliseconds);
    await settled(page);
    const hint = page.locator("[data-figure=price] .box");
    expect(await hint.evaluate((node) => getComputedStyle(node).opacity)).toBe("1");
    await page.context().close();
  }, 120_000);
});
