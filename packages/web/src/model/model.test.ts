import { IssueError } from "@didym/core/errors";
import { describe, expect, it } from "vitest";
import type { Call, Reply } from "../worker/protocol.js";
import { bibtex, gbt7714 } from "./cite.js";
import { createClient, type Port } from "./client.js";
import { figureMetadata } from "./figure-metadata.js";
import { importFile, mostBytes } from "./import-file.js";

function portPair(): { port: Port; sent: Call[]; reply: (data: Reply) => void } {
  const sent: Call[] = [];
  const port: Port = {
    postMessage: (call) => sent.push(call),
    onmessage: null,
    onerror: null,
    terminate: () => undefined,
  };
  return { port, sent, reply: (data) => port.onmessage?.({ data } as MessageEvent<Reply>) };
}

describe("the worker's client", () => {
  it("starts the model where the page stands and matches answers to questions in any order", async () => {
    const { port, sent, reply } = portPair();
    const client = createClient(port, "http://x/some/folder/", "1.2.3");
    expect(sent[0]).toMatchObject({
      type: "start",
      chain: "http://x/some/folder/data/rare-earths.json",
      version: "1.2.3",
    });
    const [first, second] = [client.ask("describe", undefined), client.ask("describe", undefined)];
    reply({ type: "answer", id: 2, output: "b" });
    reply({ type: "answer", id: 1, output: "a" });
    expect([await first, await second]).toEqual(["a", "b"]);
  });

  it("hands issues on as they are", async () => {
    const { port, reply } = portPair();
    const asked = createClient(port, "http://x/", "1").ask("describe", undefined);
    reply({ type: "failure", id: 1, issues: [{ code: "INFEASIBLE", details: { year: 2030 } }] });
    await expect(asked).rejects.toMatchObject({ issues: [{ code: "INFEASIBLE" }] });
    await expect(asked).rejects.toBeInstanceOf(IssueError);
  });

  it("tells progress and takes a question back", async () => {
    const { port, sent, reply } = portPair();
    const told: number[] = [];
    const stop = new AbortController();
    const asked = createClient(port, "http://x/", "1").ask("describe", undefined, {
      onProgress: (done) => told.push(done),
      signal: stop.signal,
    });
    reply({ type: "progress", id: 1, done: 3, total: 9 });
    stop.abort(new Error("stopped"));
    reply({ type: "answer", id: 1, output: "late" });
    await expect(asked).rejects.toThrow("stopped");
    expect(told).toEqual([3]);
    expect(sent.at(-1)).toEqual({ type: "cancel", id: 1 });
  });

  it("fails all that wait when the worker dies", async () => {
    const { port } = portPair();
    const asked = createClient(port, "http://x/", "1").ask("describe", undefined);
    port.onerror?.({ message: "gone" } as ErrorEvent);
    await expect(asked).rejects.toMatchObject({
      issues: [{ code: "INTERNAL", details: { reason: "gone" } }],
    });
  });
});

describe("an imported file", () => {
  const file = (text: string, size = text.length) => ({ size, text: () => Promise.resolve(text) });

  it("is not even read where it is too large", async () => {
    const unread = { size: mostBytes + 1, text: () => Promise.reject(new Error("read")) };
    expect(await importFile(unread)).toEqual({ problem: "FILE_TOO_LARGE" });
  });

  it.each(["a: b", "[]", "null", '"x"', ""])("%j is no scenario", async (text) => {
    expect(await importFile(file(text))).toEqual({ problem: "FILE_NOT_JSON" });
  });

  it("comes as the object it holds", async () => {
    expect(await importFile(file('{"name":"x"}'))).toEqual({ document: { name: "x" } });
  });
});

describe("citations", () => {
  const cited = {
    title: "Price of {NdPr} oxide",
    version: "0.1.0",
    data: "0.1.0+ab",
    address: "http://x/?v=1",
    accessed: "2026-11-24",
  };
  it("name versions, address and day of access", () => {
    expect(bibtex(cited)).toContain("title        = {Price of NdPr oxide},");
    expect(bibtex(cited)).toContain("urldate      = {2026-11-24}");
    expect(gbt7714(cited)).toBe(
      "Didym contributors. Price of {NdPr} oxide[EB/OL]. Didym 0.1.0, data 0.1.0+ab. (2026)[2026-11-24]. http://x/?v=1.",
    );
  });
});

describe("metadata beside a picture's CSV", () => {
  it("tell each column's unit, the run, the versions and what to cite", () => {
    const told = figureMetadata({
      id: "price",
      title: "Price",
      summary: "It rises.",
      note: undefined,
      table: { headers: ["Year", "Japan (USD/kg)", "Japan, 5% (USD/kg)"], rows: [[2024, 1, 2]] },
      run: "run ab",
      versions: { model: "0.1.0", data: "0.1.0+ab" },
      address: "http://x/?v=1",
      date: "2026-11-24",
    });
    expect(told.columns["Japan, 5% (USD/kg)"]).toEqual({ titleShort: "Japan, 5%", unit: "USD/kg" });
    expect(told.columns["Year"]).toEqual({ titleShort: "Year" });
    expect(told).toMatchObject({ file: "price.csv", rows: 1, run: "run ab" });
    expect(told.chart.citation).toContain("data 0.1.0+ab. http://x/?v=1");
    expect(JSON.parse(JSON.stringify(told))).toEqual(told);
  });
});
