import { callMain } from "@didym/testing";
import { beforeAll, describe, expect, it } from "vitest";

interface Answer {
  readonly series: readonly {
    readonly metric: string;
    readonly good?: string;
    readonly values: readonly number[];
  }[];
  readonly years: readonly number[];
  readonly identities: Readonly<Record<string, number>>;
  readonly response: {
    readonly rule: string;
    readonly by: string;
    readonly levers: readonly Readonly<Record<string, Readonly<Record<string, unknown>>>>[];
    readonly search?: {
      readonly volume: number;
      readonly gain: number;
      readonly asked: readonly { readonly volume: number; readonly welfare: number }[];
    };
  };
}

const select = [
  "price[metal.NdPr,members]",
  "production[metal.NdPr,members]",
  "production[oxide.NdPr,members]",
  "capacity[metal.NdPr,members]",
  "welfare[CHN]",
  "revenue[CHN,export-tax]",
].flatMap((metric) => ["--select", metric]);

async function answered(rule: string): Promise<Answer> {
  const { code, stdout } = await callMain([
    ...["run", "washington-2026", "--response", rule, "--against", "none", "--json", "--no-timing"],
    ...select,
  ]);
  expect(code).toBe(0);
  return JSON.parse(stdout) as Answer;
}

const answers = new Map<string, Answer>();
beforeAll(async () => {
  for (const rule of ["none", "price-war", "best-restriction"]) answers.set(rule, await answered(rule));
}, 300_000);

const figure = (rule: string, metric: string, good: string | undefined, year: number): number => {
  const { series, years } = answers.get(rule)!;
  const found = series.find((one) => one.metric === metric && one.good === good)!;
  return found.values[years.indexOf(year)];
};

describe("a price war over NdPr oxide on the real chain", () => {
  const change = (metric: string, good: string | undefined, year: number) =>
    figure("price-war", metric, good, year) / figure("none", metric, good, year) - 1;

  it("is fought over the metal too, within cost, and waits for plants outside", () => {
    const { levers } = answers.get("price-war")!.response;
    expect(levers.map((entry) => entry["export-tax"]["goods"])).toEqual(["oxide.NdPr", "metal.NdPr"]);
    for (const entry of levers) {
      expect(Number.parseFloat(String(entry["export-tax"]["specific"]))).toBeLessThan(0);
      expect(entry["export-tax"]["outside-growth"]).toBe("5%");
    }
  });

  it("lowers the members' price and output while it lasts, and their capacity after", () => {
    expect(change("price", "metal.NdPr", 2027)).toBeLessThan(-0.03);
    expect(change("production", "metal.NdPr", 2027)).toBeLessThan(-0.1);
    expect(change("capacity", "metal.NdPr", 2032)).toBeLessThan(0);
    expect(Math.abs(change("production", "oxide.NdPr", 2027))).toBeLessThan(0.05);
  });

  it("costs who fights it, and its treasury most", () => {
    expect(figure("price-war", "welfare", undefined, 2027)).toBeLessThan(
      figure("none", "welfare", undefined, 2027),
    );
    expect(figure("price-war", "revenue", undefined, 2027)).toBeLessThan(
      figure("none", "revenue", undefined, 2027),
    );
  });
});

describe("the best restriction on the real chain", () => {
  it("is found in a bounded number of runs, no volume asked being better for China", () => {
    const { by, search, levers } = answers.get("best-restriction")!.response;
    expect(by).toBe("CHN");
    expect(search!.asked.length).toBeLessThanOrEqual(20);
    const best = search!.asked.find(({ volume }) => volume === search!.volume)!;
    for (const { welfare } of search!.asked) expect(welfare).toBeLessThanOrEqual(best.welfare);
    const free = search!.asked.find(({ volume }) => volume === 1)!;
    expect(search!.gain).toBeCloseTo(best.welfare - free.welfare, 6);
    expect(levers).toHaveLength(search!.volume === 1 ? 0 : 1);
  });

  it("is worth more to China than no answer, and more than letting nothing through", () => {
    const { search } = answers.get("best-restriction")!.response;
    expect(search!.gain).toBeGreaterThan(0);
    const tight = search!.asked[search!.asked.length - 1];
    expect(tight.volume).toBe(0);
    expect(tight.welfare).toBeLessThan(
      search!.asked.find(({ volume }) => volume === search!.volume)!.welfare,
    );
  });

  it("keeps the identities, as every answer does", () => {
    for (const { identities } of answers.values())
      for (const gap of Object.values(identities)) expect(gap).toBeLessThan(1e-9);
  });
});

describe("an answer by name", () => {
  it("is refused where there is no such rule, with the nearest", async () => {
    const { code, stdout } = await callMain(["run", "washington-2026", "--response", "price-wars", "--json"]);
    expect(code).toBe(3);
    expect((JSON.parse(stdout) as { error: object }).error).toMatchObject({
      code: "UNKNOWN_RESPONSE",
      nearest: "price-war",
    });
  });
});
