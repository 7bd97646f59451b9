import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const root = fileURLToPath(new URL("../", import.meta.url));
const moves = 60;

function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}

/**
 * In the page, four charts open: from a slider's input event to the painted answer of the full horizon, and how long the
 * page itself is held by an event and by an answer.
 */
export default async function measure() {
  const executablePath = process.env.DIDYM_CHROMIUM ?? "/usr/bin/chromium";
  if (!existsSync(executablePath)) throw new Error("slider needs Chromium: set DIDYM_CHROMIUM");
  const { serveFolder } = await import("../packages/cli/dist/server/serve-folder.js");
  const site = await serveFolder({ folder: join(root, "packages/web/dist"), index: "index.html", port: 0 });
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 1400 } });
    await page.addInitScript(() => localStorage.setItem("didym-settings", '{"toured":true}'));
    await page.goto(`${site.address}/?v=1&lang=en`);
    await page.locator("[data-figure=accounts] svg").waitFor({ timeout: 90_000 });
    await page.waitForTimeout(1000);
    const { painted, held } = await page.evaluate(drag, moves);
    const row = (name, values, share, bar) => {
      const value = quantile(values, share);
      return { case: name, value, unit: "ms", ...(bar !== undefined && { bar, within: value <= bar }) };
    };
    return [
      row("event to painted charts, median", painted, 0.5),
      row("event to painted charts, p95", painted, 0.95, 100),
      row("page held by one event, p95", held, 0.95, 200),
    ];
  } finally {
    await browser.close();
    await site.close();
  }
}

/** Runs in the page: moves the floor's slider step by step, each time until the charts show the new answer. */
async function drag(moves) {
  const range = document.querySelector("[data-slider='price-floor.at'] input[type=range]");
  const painted = [];
  const held = [];
  const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
  for (let k = 0; k < moves + 10; k += 1) {
    const began = performance.now();
    const before = document.querySelector("[data-figure=price] svg").outerHTML;
    range.value = String(90 + ((k * 7) % 60));
    range.dispatchEvent(new Event("input", { bubbles: true }));
    await frame();
    const event = performance.now() - began;
    const stale = () => document.querySelectorAll(".box.stale").length > 0;
    while (stale() || document.querySelector("[data-figure=price] svg").outerHTML === before) {
      if (performance.now() - began > 10_000) throw new Error("no answer");
      await frame();
    }
    await frame();
    if (k >= 10) {
      painted.push(performance.now() - began);
      held.push(event);
    }
  }
  range.dispatchEvent(new Event("change", { bubbles: true }));
  return { painted, held };
}
