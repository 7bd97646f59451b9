// Pictures of every view for docs/screenshots; look at them before committing. Run after the page is built: node packages/web/e2e/screenshots.mjs
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { serveFolder } from "../../cli/dist/server/serve-folder.js";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const out = join(root, "docs", "screenshots");
/** `evidence-claims` is the part `claims` of the view `evidence`. */
const usual = ["lab", "summit", "shock", "evidence", "evidence-claims", "evidence-equations"];
const views = process.argv.slice(2).length > 0 ? process.argv.slice(2) : usual;
mkdirSync(out, { recursive: true });
const site = await serveFolder({
  folder: process.env.DIDYM_PAGE ?? join(root, "packages", "web", "dist"),
  index: "index.html",
  port: 0,
});
const browser = await chromium.launch({
  executablePath: process.env.DIDYM_CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox"],
});

for (const view of views)
  for (const lang of ["en", "zh"])
    for (const [width, height] of [
      [360, 740],
      [768, 1024],
      [1440, 900],
    ]) {
      const context = await browser.newContext({
        viewport: { width, height },
        colorScheme: width === 768 ? "dark" : "light",
      });
      const page = await context.newPage();
      await page.addInitScript(() =>
        localStorage.setItem("didym-settings", JSON.stringify({ toured: true })),
      );
      const [name, part] = view.split("-");
      const chosen = part === undefined ? "" : `&${name}.part=${part}`;
      await page.goto(`${site.address}/?v=1&s=washington-2026&view=${name}&lang=${lang}${chosen}`);
      await page.locator("[data-headline], [data-figure] svg").first().waitFor({ timeout: 60_000 });
      if (view === "summit") await page.locator("[data-asked=yes]").waitFor({ timeout: 180_000 });
      if (name === "evidence") await page.locator("[data-complete=true]").waitFor({ timeout: 60_000 });
      if (name === "evidence" && width < 500)
        await page.locator("[data-shown]").evaluate((shown) => {
          shown.scrollIntoView();
        });
      if (part === "equations") await page.locator("[data-equations]").waitFor({ timeout: 60_000 });
      await page.waitForTimeout(1500);
      await page.screenshot({ path: join(out, `${view}-${lang}-${String(width)}.png`) });
      await context.close();
    }
await browser.close();
await site.close();
