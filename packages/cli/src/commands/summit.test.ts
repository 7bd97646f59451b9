import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { SummitAnswer } from "@didym/core/summit";
import { callMain, temporaryFolder } from "@didym/testing";
import { describe, expect, it } from "vitest";

const folder = temporaryFolder();

/** Duties on Chinese magnets for three years: a small game on the real chain. */
const duties = `schema: didym/scenario@1
name: short-duties
extends: []
horizon: [2024, 2028]
members: [USA, JPN, EU, DEU, FRA, ITA]
levers:
  - tariff: { importers: members, exporters: [CHN], goods: [magnet.*], rate: 25%, from: 2026 }
`;

async function summit(...args: string[]) {
  return callMain(["summit", "-", "--no-timing", ...args], {
    stdin: duties,
    env: { DIDYM_CACHE: join(folder, "cache") },
  });
}

const game = ["--seats", "USA,DEU", "--response", "none", "--json"];

describe("didym summit", () => {
  it("answers with the documented document", async () => {
    const { code, stdout } = await summit(...game);
    expect(code).toBe(0);
    const answer = JSON.parse(stdout) as SummitAnswer & { schema: string };
    expect(answer).toMatchObject({ schema: "didym/summit@1", players: ["USA", "DEU"], profiles: 4 });
    expect(Object.keys(answer.payoffs)).toEqual(expect.arrayContaining(["", "USA,DEU"]));
    expect(Object.values(answer.payoffs[""]).every((value) => value === 0)).toBe(true);
    for (const seat of answer.players) expect(answer.breakEven[seat]).toHaveProperty("deal");
  }, 60_000);

  it("merges a member state's duty that cannot act while its customs union hedges", async () => {
    const answer = JSON.parse((await summit(...game)).stdout) as SummitAnswer;
    expect(answer.distinct).toBe(2);
    expect(answer.breakEven["DEU"].hedge).toBeNull();
    expect(answer.commitBetter["DEU"].hedge).toBe("tied");
  }, 60_000);

  it("gives the same bytes when it goes on after a kill as when it was never stopped", async () => {
    const whole = (await summit(...game)).stdout;
    const [kind] = readdirSync(join(folder, "cache", "summit"));
    const kept = join(folder, "cache", "summit", kind);
    const files = readdirSync(kept);
    expect(files.length).toBeGreaterThan(3);
    for (const file of files.filter((_, i) => i % 2 === 0)) rmSync(join(kept, file));
    expect((await summit(...game)).stdout).toBe(whole);
    expect((await summit(...game, "--no-cache")).stdout).toBe(whole);
  }, 120_000);

  it("speaks in sentences of both languages", async () => {
    const args = ["--seats", "USA,DEU", "--response", "none"];
    const [en, zh] = [await summit(...args), await summit(...args, "--lang", "zh")];
    expect(en.stdout).toContain("Does the table hold if all join?");
    expect(zh.stdout).toContain("全部加入时联盟能维持吗？");
  }, 60_000);

  it("pays a seat for joining without solving anything again", async () => {
    const plain = JSON.parse((await summit(...game)).stdout) as SummitAnswer;
    const paid = JSON.parse((await summit(...game, "--pay", "USA=5000")).stdout) as SummitAnswer;
    expect(plain.stable).not.toContain("USA");
    expect(paid.stable.every((coalition) => coalition.startsWith("USA"))).toBe(true);
    expect((await summit("--pay", "USA")).stderr).toContain("INVALID_ARGUMENT");
  }, 60_000);

  it("draws what the market itself assumes, a few times, and solves it anew", async () => {
    const args = ["--seats", "USA,JPN", "--response", "none", "--json", "--draws", "2"];
    const { structural, stable } = JSON.parse((await summit(...args)).stdout) as SummitAnswer;
    expect(structural.draws).toBe(2);
    expect(structural.odds.map(({ coalition }) => coalition)).toEqual(
      expect.arrayContaining(["", "USA,JPN"]),
    );
    for (const { odds } of structural.odds) expect([0, 0.5, 1]).toContain(odds);
    expect(Array.isArray(stable)).toBe(true);
  }, 120_000);

  it("taxes those who stay out where a penalty is asked", async () => {
    const two = ["--seats", "USA,JPN", "--response", "none", "--json"];
    const plain = JSON.parse((await summit(...two)).stdout) as SummitAnswer;
    const strict = JSON.parse((await summit(...two, "--penalty", "40")).stdout) as SummitAnswer;
    expect(strict.payoffs["USA,JPN"]).toEqual(plain.payoffs["USA,JPN"]);
    const staying = (answer: SummitAnswer) => answer.choices.ifAllJoin["JPN"].gain;
    expect(staying(strict)).not.toBe(staying(plain));
    expect((await summit(...game, "--penalty", "-1")).code).toBe(2);
  }, 60_000);

  it("says its size and time without playing", async () => {
    const { code, stdout } = await summit(...game, "--dry-run");
    expect(code).toBe(0);
    const { versions: _, workers: __, ...rest } = JSON.parse(stdout) as Record<string, unknown>;
    expect(rest).toEqual({
      schema: "didym/summit@1",
      scenario: "short-duties",
      dryRun: true,
      players: ["USA", "DEU"],
      profiles: 4,
    });
  }, 60_000);

  it("names an unknown seat and an unknown answer", async () => {
    expect((await summit("--seats", "USA,GERMANY")).stderr).toContain("UNKNOWN_REGION");
    expect((await summit("--response", "war")).stderr).toContain("UNKNOWN_RESPONSE");
  });
});
