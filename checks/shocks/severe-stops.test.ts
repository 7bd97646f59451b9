import { callMain } from "@didym/testing";
import { describe, expect, it } from "vitest";

interface Stop {
  readonly error?: unknown;
  readonly identities: Readonly<Record<string, number>>;
  readonly totals: { readonly loss: Readonly<Record<string, number>> };
}

const stop = async (scenario: string, goods: string): Promise<Stop> => {
  const asked = ["--by", "CHN", "--to", "all", "--goods", goods, "--year", "2026"];
  const { stdout } = await callMain(["shock", scenario, ...asked, "--json", "--no-cache"]);
  return JSON.parse(stdout) as Stop;
};

describe("China stops whole stages to the whole world", () => {
  it.each([
    ["status-quo", "oxide.*"],
    ["washington-2026", "oxide.*,metal.*"],
    ["washington-2026", "*"],
  ])(
    "has an answer in %s for %s: identities hold and the world loses",
    async (scenario, goods) => {
      const { error, identities, totals } = await stop(scenario, goods);
      expect(error).toBeUndefined();
      for (const violation of Object.values(identities)) expect(violation).toBeLessThan(1e-9);
      expect(Object.values(totals.loss).reduce((sum, loss) => sum + loss, 0)).toBeGreaterThan(0);
    },
    120_000,
  );
});
