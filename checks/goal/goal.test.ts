import { callMain } from "@didym/testing";
import { beforeAll, describe, expect, it } from "vitest";

interface Reached {
  readonly sizes: readonly number[];
  readonly value: number;
  readonly others: readonly (readonly number[])[];
  readonly cost: Readonly<Record<"public" | "consumers" | "producers" | "welfare", number>> & {
    readonly gainers: readonly { readonly region: string; readonly gain: number }[];
  };
}

interface GoalAnswer {
  readonly cases: readonly { readonly who: string; readonly lever: string; readonly reached?: Reached }[];
}

const figure = (kind: string) => `exposure[stage=oxide,region=USA,partner=members,kind=${kind},2035]`;
const parties = ["USA", "AUS", "JPN"];

async function ask(reach: string, ...more: readonly string[]): Promise<GoalAnswer> {
  const { code, stdout } = await callMain([
    ...["goal", "status-quo", "--reach", reach, "--with", "subsidy,price-floor"],
    ...["--json", "--no-timing", ...more],
  ]);
  expect(code, stdout.slice(0, 400)).toBe(0);
  return JSON.parse(stdout) as GoalAnswer;
}

/** The figure where the lever that was sought stands in a file at some size. */
async function valueAt(entry: object): Promise<number> {
  const file = { schema: "didym/scenario@1", name: "sized", horizon: [2024, 2040], levers: [entry] };
  const { stdout } = await callMain(
    ["run", "-", "--against", "none", "--select", figure("embodied"), "--json", "--no-timing"],
    { stdin: JSON.stringify(file) },
  );
  const { series } = JSON.parse(stdout) as { series: readonly { readonly values: readonly number[] }[] };
  return series[0].values[2035 - 2024];
}

const years = { from: 2026, to: 2035 };
const subsidy = (size: number) => ({
  subsidy: {
    id: "goal-subsidy",
    covers: parties,
    goods: ["oxide.NdPr"],
    "per-tonne": `${size} USD/kg`,
    ...years,
  },
});
const floor = (size: number) => ({
  "price-floor": {
    id: "goal-price-floor",
    good: ["oxide.NdPr"],
    at: `${size} USD/kg`,
    money: "real",
    covers: parties,
    ...years,
  },
});

describe("a quarter of US oxides from home or allies by 2035", () => {
  it("is reached by what is in force and under way, so that no size is needed and nothing is paid", async () => {
    const { cases } = await ask(`${figure("direct")} >= 25%`, "--together", "AUS,JPN");
    expect(cases.map(({ who, lever }) => `${who} ${lever}`)).toEqual([
      "USA subsidy.per-tonne",
      "USA price-floor.at",
      "USA mix",
      "USA,AUS,JPN subsidy.per-tonne",
      "USA,AUS,JPN price-floor.at",
      "USA,AUS,JPN mix",
    ]);
    for (const { reached } of cases) {
      expect(reached!.sizes.every((size) => size === 0)).toBe(true);
      expect(reached!.value).toBeGreaterThan(0.25);
      expect(reached!.cost.public).toBe(0);
    }
  });
});

describe("a harder goal, counting what is in magnets, by partners together", () => {
  const goal = 0.63;
  let cases: GoalAnswer["cases"];
  const reached = (lever: string) => cases.find((one) => one.lever === lever)!.reached!;
  beforeAll(async () => {
    ({ cases } = await ask(`${figure("embodied")} >= ${100 * goal}%`, "--by", parties.join(",")));
  }, 300_000);

  it("is reached by a subsidy, by a floor and by a mix no dearer than the cheaper of them", () => {
    const [paid, floored] = [reached("subsidy.per-tonne"), reached("price-floor.at")];
    for (const { value } of [paid, floored]) {
      expect(value).toBeGreaterThanOrEqual(goal);
      expect(value).toBeLessThan(1.001 * goal * (1 + 1e-9));
    }
    const least = Math.min(paid.cost.public, floored.cost.public);
    expect(reached("mix").cost.public).toBeLessThanOrEqual(least * (1 + 1e-9));
    expect(least).toBeGreaterThan(0);
  });

  it("is reached by these sizes and by none smaller than a thousandth less", async () => {
    const least = 0.0015;
    const [perTonne] = reached("subsidy.per-tonne").sizes;
    const at = reached("price-floor.at").sizes[1];
    expect(await valueAt(subsidy(perTonne))).toBeGreaterThanOrEqual(goal);
    expect(await valueAt(subsidy(perTonne * (1 - least)))).toBeLessThan(goal);
    expect(await valueAt(floor(at))).toBeGreaterThanOrEqual(goal);
    expect(await valueAt(floor(at * (1 - least)))).toBeLessThan(goal);
  }, 120_000);

  it("says who pays, what users and owners get of it, and who else gains", () => {
    const { cost } = reached("price-floor.at");
    expect(cost.producers).toBeGreaterThan(0);
    expect(cost.welfare).toBeLessThan(cost.public);
    for (const { region, gain } of cost.gainers) {
      expect(parties).not.toContain(region);
      expect(gain).toBeGreaterThan(0);
    }
  });
});

describe("unmet use under a stated stop", () => {
  const asked = (most: number, stop: string) => [
    ...["goal", "status-quo", "--reach", `unmet[ev,members,2028] <= ${most}`, "--by", "members"],
    ...["--with", "stockpile", "--goods", "magnet.*", "--stop", stop, "--stop-months", "3"],
    ...["--json", "--no-timing"],
  ];

  it("has a stock that holds it down, bought before and paid for, where a looser goal needs none", async () => {
    const [{ reached: met }] = (JSON.parse((await callMain(asked(1e9, "magnet.*"))).stdout) as GoalAnswer)
      .cases;
    expect(met!.sizes).toEqual([0]);
    const most = Math.round(0.97 * met!.value);
    const { code, stdout } = await callMain(asked(most, "magnet.*"));
    expect(code, stdout.slice(0, 400)).toBe(0);
    const [{ lever, reached }] = (JSON.parse(stdout) as GoalAnswer).cases;
    expect(lever).toBe("stockpile.fill");
    expect(reached!.sizes[0]).toBeGreaterThan(0);
    expect(reached!.value).toBeLessThanOrEqual(most);
    expect(reached!.value).toBeGreaterThan(0.99 * most);
    expect(reached!.cost.public).toBeGreaterThan(0);
  }, 120_000);

  it("names the flag where what is stopped is no good", async () => {
    const { code, stdout } = await callMain(asked(1, "magnets"));
    expect(code).toBe(3);
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: "UNKNOWN_GOOD", path: "--stop" } });
  });
});
