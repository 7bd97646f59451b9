import { describe, expect, it } from "vitest";
import { toyBaseline, toyChain } from "../fixtures/toy.js";
import { dumpMarket } from "./market-dump.js";
import { run } from "./run.js";

const result = run(toyChain, toyBaseline, { name: "toy", levers: [], horizon: [2024, 2024], members: [] });
const dump = dumpMarket(result.steps[0]);
type Route = {
  good: string;
  from: string;
  to: string;
  logWeight: number | null;
  deliveredCost: number;
  flow: number;
};
type Buyer = { good: string; region: string; theta: number; usePrice: number };
type Plant = { id: string; inputs: Record<string, number>; outputs: Record<string, number>; level: number };

describe("a dumped market", () => {
  it("is plain JSON without infinities", () => {
    expect(JSON.parse(JSON.stringify(dump))).toEqual(dump);
  });

  it("holds what another tool needs to find the same flows", () => {
    const routes = dump.routes as Route[];
    for (const { good, region, theta, usePrice } of dump.buyers as Buyer[]) {
      const own = routes.filter((route) => route.good === good && route.to === region);
      const bought = own.reduce((sum, { flow }) => sum + flow, 0);
      const weight = ({ logWeight, deliveredCost }: Route) =>
        logWeight === null ? 0 : Math.exp(logWeight - deliveredCost / theta);
      const total = own.reduce((sum, route) => sum + weight(route), 0);
      if (bought === 0) continue;
      expect(-theta * Math.log(total)).toBeCloseTo(usePrice, 8);
      for (const route of own) expect((weight(route) / total) * bought).toBeCloseTo(route.flow, 5);
    }
  });

  it("balances each good by its recipes", () => {
    const plants = dump.nodes as Plant[];
    const made = plants.reduce((sum, { outputs, level }) => sum + (outputs["metal.NdPr"] ?? 0) * level, 0);
    const used = plants.reduce((sum, { inputs, level }) => sum + (inputs["metal.NdPr"] ?? 0) * level, 0);
    expect(made).toBeCloseTo(22_500, 4);
    expect(used).toBeCloseTo(made, 4);
  });
});
