import { Experiment, type ExperimentKind } from "@didym/core/studies";
import { describe, expect, it } from "vitest";
import { laboratory } from "../run/laboratory.js";
import { valueOf } from "@didym/core/results";
import { stopLoss } from "./study-stop.js";
import { tariffResponse } from "./study-tariff.js";
import { withLevers } from "./with-levers.js";

const experiment = (kind: ExperimentKind, text: string): Experiment => new Experiment(kind, text);

describe("policies in force with levers added", () => {
  it("keep levers, members and parameters, and end where they are told to", async () => {
    const scenario = await withLevers(2027);
    const without = scenario([]);
    expect(without.horizon).toEqual([2024, 2027]);
    expect(without.members.length).toBeGreaterThan(5);
    const duty = {
      tariff: {
        id: "d",
        importers: ["USA"],
        exporters: ["CHN"],
        goods: ["magnet.*"],
        rate: "10%",
        from: 2026,
      },
    };
    const withDuty = scenario([duty]);
    expect(withDuty.levers).toHaveLength(without.levers.length + 1);
    expect(withDuty.levers.at(-1)).toMatchObject({ id: "d", kind: "tariff" });
  });

  it("refuse a lever that is none", async () => {
    const scenario = await withLevers(2027);
    expect(() => scenario([{ tarif: {} }])).toThrow();
  });
});

describe("a stop beside a published loss", () => {
  const stop = (part: string): Promise<number> =>
    stopLoss(experiment("stop", `by=CHN; to=JPN; goods=magnet.*; year=2026; ${part}`), () => 4_000_000);

  it("takes more the longer and the fuller it is", async () => {
    const [short, long, half] = await Promise.all([
      stop("months=3; remaining=0; measure=at-risk"),
      stop("months=9; remaining=0; measure=at-risk"),
      stop("months=9; remaining=0.5; measure=at-risk"),
    ]);
    expect(short).toBeGreaterThan(0);
    expect(long).toBeGreaterThan(short);
    expect(half).toBeLessThan(long);
  });

  it("is a share of a year's product where a row of it is named", async () => {
    const money = await stop("months=3; remaining=0; measure=at-risk");
    const share = await stop("months=3; remaining=0; measure=at-risk; over=row");
    expect(share).toBeCloseTo((100 * money) / 4_000_000, 12);
  });
});

describe("a duty beside a published elasticity", () => {
  const duty = (part: string): Promise<number> =>
    tariffResponse(experiment("tariff", `good=magnet.NdFeB-standard; importer=USA; year=2026; ${part}`));

  it("turns purchases to others, more the higher it is", async () => {
    const [one, ten] = [await duty("rate=1; measure=others"), await duty("rate=10; measure=others")];
    expect(one).toBeGreaterThan(0);
    expect(ten).toBeGreaterThan(one);
  });

  it("has an elasticity near that of the good's sources", async () => {
    const elasticity = await duty("rate=1; measure=elasticity");
    const lab = await laboratory({});
    const good = lab.chain.goods.find(({ id }) => id === "magnet.NdFeB-standard")!;
    expect(elasticity / good.sourcingElasticity).toBeGreaterThan(0.5);
    expect(elasticity / good.sourcingElasticity).toBeLessThan(2);
  });
});

describe("a policy whose cost is compared", () => {
  it("brings plants for magnets where a part of their capital is paid", async () => {
    const scenario = await withLevers(2030);
    const lab = await laboratory({});
    const subsidy = {
      subsidy: { id: "s", covers: ["USA"], goods: ["magnet.*"], "capital-share": "50%", from: 2026 },
    };
    const at = (levers: readonly unknown[]): number =>
      valueOf(lab.run(scenario(levers), {}), "self-sufficiency[magnet.*,USA,2030]")!;
    expect(at([subsidy])).toBeGreaterThan(at([]));
  });
});
