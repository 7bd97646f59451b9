import { readdirSync } from "node:fs";
import { join } from "node:path";
import { callMain } from "@didym/testing";
import { beforeAll, describe, expect, it } from "vitest";
import type { Page } from "playwright-core";
import { dist, skipped, withSite } from "./harness.js";

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

/** Asks the page's own worker about the Washington package with a floor of 130 USD/kg. */
async function askWorker(page: Page, kind: string, more: object): Promise<unknown> {
  const worker = readdirSync(join(dist, "assets")).find((name) => name.startsWith("worker-")) ?? "";
  return page.evaluate(
    async ({ worker, kind, more }) => {
      const model = new Worker(new URL(`assets/${worker}`, document.baseURI), { type: "module" });
      const at = (name: string) => new URL(`data/${name}`, document.baseURI).href;
      const library = (await (await fetch(at("scenarios.json"))).json()) as Record<string, object>;
      const scenario = { ...library["washington-2026"], set: { "price-floor.at": "130" } };
      return new Promise((resolve, reject) => {
        model.onmessage = ({ data }: MessageEvent<{ type: string; output?: unknown; issues?: unknown }>) => {
          if (data.type === "answer") resolve(data.output);
          else reject(new Error(JSON.stringify(data.issues)));
        };
        model.postMessage({
          type: "start",
          chain: at("rare-earths.json"),
          scenarios: at("scenarios.json"),
          version: "0",
        });
        model.postMessage({ type: "ask", id: 1, kind, input: { document: scenario, ...more } });
      });
    },
    { worker, kind, more },
  );
}

/** What the command line prints of the same scenario. */
async function printed(command: string, ...flags: string[]): Promise<unknown> {
  const run = await callMain([
    command,
    "washington-2026",
    "--set",
    "price-floor.at=130",
    "--json",
    "--no-timing",
    "--no-cache",
    ...flags,
  ]);
  expect(run.code, run.stderr).toBe(0);
  return JSON.parse(run.stdout);
}

describe.skipIf(skipped !== undefined)("the page and the command line", () => {
  const { openPage } = withSite();
  let page: Page;
  beforeAll(async () => {
    ({ page } = await openPage());
  });

  it("give the same numbers for the same scenario, to the bit", async () => {
    const run = (await printed("run", ...references.flatMap((reference) => ["--select", reference]))) as {
      scenarioHash: string;
      series: { values: number[]; against: number[] }[];
    };
    const look = { references, region: "JPN", year: 2030, elements: ["Nd"], mapGood: "oxide.NdPr" };
    const answer = (await askWorker(page, "lab", look)) as Answer;
    expect(answer.hash).toBe(run.scenarioHash);
    expect(run.series).toHaveLength(references.length);
    references.forEach((reference, k) => {
      expect(answer.rows[reference]?.values, reference).toEqual(run.series[k]?.values);
      expect(answer.rows[reference]?.against, reference).toEqual(run.series[k]?.against);
    });
  });

  it("give the same months of the same stop, to the bit, though the page solves beyond its year", async () => {
    const goods = ["oxide.Dy", "magnet.*"];
    const flags = [
      "--by",
      "CHN",
      "--to",
      "members",
      "--goods",
      goods.join(),
      "--year",
      "2029",
      "--months",
      "4",
    ];
    const stop = (await printed("shock", ...flags)) as Record<string, unknown>;
    const request = { by: ["CHN"], to: ["members"], goods, year: 2029, months: 4, remaining: 0 };
    const { result } = (await askWorker(page, "shock", { request })) as { result: Record<string, unknown> };
    expect((result["series"] as unknown[]).length).toBeGreaterThan(20);
    for (const part of ["months", "stopped", "series", "totals"])
      expect(result[part], part).toEqual(stop[part]);
  });
});
