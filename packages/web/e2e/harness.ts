import { existsSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { part } from "@didym/testing";
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";
import { afterAll, beforeAll } from "vitest";

/** Folder of the built page. */
export const dist = process.env["DIDYM_PAGE"] ?? fileURLToPath(new URL("../dist/", import.meta.url));
const browserPart = part("chromium");
/** Why browser tests cannot run here; undefined where they can. */
export const skipped: string | undefined =
  browserPart.path === undefined
    ? browserPart.reason
    : existsSync(join(dist, "index.html"))
      ? undefined
      : "the page is not built: npm run build";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
};

/** A plain file server with the page in a sub-folder. */
export interface Site {
  readonly address: string;
  readonly stop: () => Promise<void>;
}

export async function serveSite(): Promise<Site> {
  const server: Server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname.replace(/^\/some\/folder\//u, "");
    const file = join(dist, path === "" ? "index.html" : path);
    if (!file.startsWith(dist) || !existsSync(file)) response.writeHead(404).end();
    else
      response
        .writeHead(200, { "content-type": types[extname(file)] ?? "application/octet-stream" })
        .end(readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const at = server.address();
  const port = typeof at === "object" && at !== null ? at.port : 0;
  const stop = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections();
      server.close(() => {
        resolve();
      });
    });
  return { address: `http://127.0.0.1:${String(port)}/some/folder/`, stop };
}

function startBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: browserPart.path ?? "",
    args: ["--no-sandbox", "--disable-dev-shm-usage"],
  });
}

export interface Opened {
  readonly page: Page;
  /** Errors the page threw or wrote to the console. */
  readonly errors: string[];
  /** Addresses asked for outside the site. */
  readonly outside: string[];
}

/** A browser and a site for the tests of one suite: started before them, stopped after them. */
export function withSite() {
  let browser: Browser;
  let site: Site;
  beforeAll(async () => {
    [browser, site] = await Promise.all([startBrowser(), serveSite()]);
  });
  afterAll(async () => {
    await browser.close();
    await site.stop();
  });
  return {
    /** Opens the page with a query, of another site where one is given, and waits for the first answer. */
    openPage: (query = "?v=1&lang=en", options: BrowserContextOptions = {}, at: Site = site) =>
      openPage(browser, at, query, options),
    address: () => site.address,
    stopSite: () => site.stop(),
  };
}

async function openPage(
  browser: Browser,
  site: Site,
  query: string,
  options: BrowserContextOptions,
): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 1000 }, ...options });
  const page = await context.newPage();
  const [errors, outside]: [string[], string[]] = [[], []];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(site.address) && !/^(?:data|blob):/u.test(request.url()))
      outside.push(request.url());
  });
  await page.goto(site.address + query);
  await page.locator("[data-headline], [data-figure] svg").first().waitFor({ timeout: 90_000 });
  await settled(page);
  return { page, errors, outside };
}

/** Waits until the answer shown is that of the levers shown. */
export async function settled(page: Page): Promise<void> {
  await page.waitForTimeout(60);
  await page.waitForFunction(() => document.querySelectorAll(".stale").length === 0, undefined, {
    timeout: 60_000,
  });
}

/** The headline figures by id. */
export function headlines(page: Page): Promise<Record<string, string>> {
  return page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll<HTMLElement>("[data-headline]")].map((item) => [
        item.dataset["headline"] ?? "",
        item.innerText.replaceAll("\n", " | "),
      ]),
    ),
  );
}
