import { readdirSync } from "node:fs";
import { join } from "node:path";
import { callMain } from "@didym/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Browser } from "playwright-core";
import { dist, openPage, serveSite, skipped, startBrowser, type Site } from "./harness.js";

const references = [
  "price[oxide.NdPr,JPN]",
  "production[magnet.NdFeB-standard,members]",
  "exposure[oxide,JPN,CHN,embodied]",
  "welfare[region=USA]",
  "fiscal-cost[region=members]",
];

interface Answer {
  readonly hash: string;
  readonly rows: Readonly<
    Record<string, { readonly values: readonly number[]; readonly against: readonly number[] }>
  >;
}

describe.skipIf(skipped !== undefined)("the page and the command line", () => {
  let browser: Browser;
  let site: Site;
  beforeAll(async () => {
    [browser, site] = await Promise.all([startBrowser(), serveSite()]);
  });
  afterAll(async () => {
    await browser.close();
    await site.stop();
  });

  it("give the same numbers for the same scenario, to the bit", async () => {
    const select = references.flatMap((reference) => ["--select", reference]);
    const run = await callMain([
      "run",
      "washington-2026",
      "--set",
      "price-floor.at=130",
      "--json",
      "--no-timing",
      "--no-cache",
      ...select,
    ]);
    expect(run.code, run.stderr).toBe(0);
    const printed = JSON.parse(run.stdout) as {
      scenarioHash: string;
      series: { values: number[]; against: number[] }[];
    };
    const { page } = await openPage(browser, site);
    const worker = readdirSync(join(dist, "assets")).find((name) => name.startsWith("worker-")) ?? "";
    const answer = (await page.evaluate(
      async ({ worker, references }) => {
        const model = new Worker(new URL(`assets/${worker}`, document.baseURI), { type: "module" });
        const at = (name: string) => new URL(`data/${name}`, document.baseURI).href;
        const library = (await (await fetch(at("scenarios.json"))).json()) as Record<string, object>;
        const scenario = { ...library["washington-2026"], set: { "price-floor.at": "130" } };
        const input = {
          document: scenario,
          references,
          region: "JPN",
          year: 2030,
          elements: ["Nd"],
          mapGood: "oxide.NdPr",
        };
        return new Promise((resolve, reject) => {
          model.onmessage = ({
            data,
          }: MessageEvent<{ type: string; output?: unknown; issues?: unknown }>) => {
            if (data.type === "answer") resolve(data.output);
            else reject(new Error(JSON.stringify(data.issues)));
          };
          model.postMessage({
            type: "start",
            chain: at("rare-earths.json"),
            scenarios: at("scenarios.json"),
            version: "0",
          });
          model.postMessage({ type: "ask", id: 1, kind: "lab", input });
        });
      },
      { worker, references },
    )) as Answer;
    expect(answer.hash).toBe(printed.scenarioHash);
    expect(printed.series).toHaveLength(references.length);
    references.forEach((reference, k) => {
      expect(answer.rows[reference]?.values, reference).toEqual(printed.series[k]?.values);
      expect(answer.rows[reference]?.against, reference).toEqual(printed.series[k]?.against);
    });
  });
});
