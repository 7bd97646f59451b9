import { existsSync } from "node:fs";
import { join } from "node:path";
import { callMain, temporaryFolder } from "@didym/testing";
import { describe, expect, it } from "vitest";
import { commandTools } from "./tools.js";

interface Reply {
  readonly id: number | null;
  readonly result?: {
    readonly tools?: readonly { readonly name: string; readonly inputSchema: { readonly type: string } }[];
    readonly content?: readonly { readonly text: string }[];
    readonly isError?: boolean;
    readonly protocolVersion?: string;
  };
  readonly error?: { readonly code: number; readonly message: string };
}

const folder = temporaryFolder();
const short = {
  schema: "didym/scenario@1",
  name: "short",
  horizon: [2024, 2025],
  extends: [],
  levers: [
    { tariff: { importers: ["USA"], exporters: ["CHN"], goods: ["magnet.*"], rate: "25%", from: 2025 } },
  ],
};

/** Says these to a server and hears the answers. */
async function say(...messages: (object | string)[]): Promise<Reply[]> {
  const stdin = messages.map((one) => (typeof one === "string" ? one : JSON.stringify(one))).join("\n");
  const { code, stdout, stderr } = await callMain(["mcp"], { stdin, cwd: folder });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return stdout
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Reply);
}
const call = (name: string, given: object, id = 1) => ({
  jsonrpc: "2.0",
  id,
  method: "tools/call",
  params: { name, arguments: given },
});
const answered = (reply: Reply): unknown => JSON.parse(reply.result!.content![0].text);

describe("tools for assistants", () => {
  it("shakes hands in the client's revision, or the newest", async () => {
    const hello = (protocolVersion: string) => ({
      jsonrpc: "2.0",
      id: 1,
      method: "initialize",
      params: { protocolVersion },
    });
    const told = { jsonrpc: "2.0", method: "notifications/initialized" };
    const [known, unknown, ...rest] = await say(hello("2024-11-05"), told, hello("1999-01-01"));
    expect(known.result?.protocolVersion).toBe("2024-11-05");
    expect(unknown.result?.protocolVersion).toBe("2025-06-18");
    expect(rest).toEqual([]);
  });

  it("lists the tools", async () => {
    const [{ result }] = await say({ jsonrpc: "2.0", id: 7, method: "tools/list" });
    expect(result?.tools?.map(({ name }) => name)).toEqual([
      "list_levers",
      "run_scenario",
      "compare_scenarios",
      "shock",
      "goal",
      "summit",
      "why",
      "get_provenance",
      "check_claim",
    ]);
    for (const tool of result?.tools ?? []) expect(tool.inputSchema.type).toBe("object");
  });

  it("runs a scenario given as an object, with a field changed", async () => {
    const given = { scenario: short, against: "none", select: ["price[magnet.*,USA]"] };
    const [low, high] = await say(
      call("run_scenario", given),
      call("run_scenario", { ...given, set: { "tariff.rate": "50%" } }, 2),
    );
    const price = (reply: Reply): number =>
      (answered(reply) as { series: { values: number[] }[] }).series[0].values[1];
    expect(high.id).toBe(2);
    expect(price(high)).toBeGreaterThan(price(low));
  });

  it("explains levers and figures, and picks a claim of the ledger", async () => {
    const [levers, metric] = await say(
      call("list_levers", { kind: "price-floor" }),
      call("get_provenance", { topic: "hhi" }),
    );
    expect(answered(levers)).toMatchObject({ levers: [{ kind: "price-floor" }] });
    expect(answered(metric)).toMatchObject({ kind: "metric", name: "hhi" });
    const { command, shorten } = commandTools.find(({ name }) => name === "check_claim")!;
    expect(command({ id: "U2" })).toEqual({ args: ["claims"] });
    expect(shorten!([{ id: "U1" }, { id: "U2" }], { id: "U2" })).toEqual([{ id: "U2" }]);
  });

  it("tells errors of the model as results, and errors of the call as such", async () => {
    const [unknown, ...faults] = await say(
      call("run_scenario", { scenario: "nope" }),
      call("run_scenario", { scenari: "x" }),
      call("why", { scenario: "status-quo" }),
      call("no_tool", {}),
      { jsonrpc: "2.0", id: 9, method: "no/method" },
      "not json",
      { id: 3 },
    );
    expect(unknown.result?.isError).toBe(true);
    expect(answered(unknown)).toMatchObject({ error: { code: "UNKNOWN_SCENARIO" } });
    expect(faults.map(({ error }) => error?.code)).toEqual([-32602, -32602, -32602, -32601, -32700, -32600]);
    expect(faults[0].error?.message).toContain("did you mean scenario?");
  });

  it("never reads what it is given as a flag", async () => {
    const out = join(folder, "out");
    const [reply] = await say(call("run_scenario", { scenario: `--out=${out}` }));
    expect(reply.result?.isError).toBe(true);
    expect(existsSync(out)).toBe(false);
  });
});
