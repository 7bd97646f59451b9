import { readdirSync } from "node:fs";
import { callMain, repositoryRoot } from "@didym/testing";
import { describe, expect, it } from "vitest";

const names = readdirSync(`${repositoryRoot}data/scenarios`)
  .filter((file) => file.endsWith(".yaml"))
  .map((file) => file.slice(0, -".yaml".length))
  .sort();

/** Slow: only with `npm test -- --deep`; one scenario of each kind always. */
const deep = process.env["DIDYM_DEEP"] === "1";
const asked = deep ? names : ["status-quo", "washington-2026", "reference-price-zone"];

interface Answer {
  readonly years: readonly number[];
  readonly identities: Readonly<Record<string, number>>;
  readonly series: readonly { readonly values: readonly number[] }[];
}

async function run(args: readonly string[], stdin?: string): Promise<Answer> {
  const { code, stdout } = await callMain(
    ["run", ...args, "--against", "none", "--select", "price[oxide.NdPr,JPN]", "--json", "--no-timing"],
    stdin === undefined ? {} : { stdin },
  );
  expect(code, stdout.slice(0, 300)).toBe(0);
  return JSON.parse(stdout) as Answer;
}

describe("identities of every year, by code that shares nothing with the solver", () => {
  it.each(asked)(
    "hold in %s",
    async (name) => {
      const { identities } = await run([name]);
      expect(Object.keys(identities).sort()).toEqual(["mass", "money", "value", "welfare"]);
      for (const [kind, gap] of Object.entries(identities)) expect(gap, kind).toBeLessThanOrEqual(1e-9);
    },
    120_000,
  );
});

/** Who stops what to whom: magnets, heavy oxides, ore, and a partner's concentrates; in the deep size in two years each. */
const stops: readonly (readonly string[])[] = [
  ["--by", "CHN", "--to", "USA,JPN,DEU,KOR", "--goods", "magnet.*", "--months", "3"],
  ["--by", "CHN", "--to", "members", "--goods", "oxide.Dy,oxide.Tb,metal.Dy", "--months", "6"],
  ["--by", "MMR,SEA", "--to", "CHN", "--goods", "concentrate.*", "--months", "12"],
  ["--by", "AUS", "--to", "MYS,JPN", "--goods", "concentrate.monazite,oxide.NdPr", "--months", "1"],
];
const shownStops = deep ? stops : stops.slice(0, 1);

describe("identities under a stop", () => {
  const cases = asked.flatMap((name) =>
    (deep ? [2026, 2032] : [2032]).flatMap((year) =>
      shownStops.map((stop) => [name, year, stop.join(" "), stop] as const),
    ),
  );
  it.each(cases)(
    "hold in %s in %i, %s",
    async (name, year, _, stop) => {
      const { code, stdout } = await callMain([
        ...["shock", name, ...stop, "--year", String(year), "--json", "--no-timing"],
      ]);
      expect(code, stdout.slice(0, 300)).toBe(0);
      const { identities } = JSON.parse(stdout) as Answer;
      for (const [kind, gap] of Object.entries(identities)) expect(gap, kind).toBeLessThanOrEqual(1e-9);
    },
    120_000,
  );
});

describe("a shorter look", () => {
  it("gives the years it shares with a longer one the same figures", async () => {
    const to = (last: number) =>
      run(
        ["-"],
        JSON.stringify({ schema: "didym/scenario@1", name: "look", horizon: [2024, last], levers: [] }),
      );
    const [short, long] = [await to(2029), await to(2040)];
    short.series[0].values.forEach((value, i) => {
      expect(Math.abs(value - long.series[0].values[i])).toBeLessThanOrEqual(1e-9 * value);
    });
  }, 120_000);
});
