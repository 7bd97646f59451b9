import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { solveMarket } from "../equilibrium/index.js";
import type { Equilibrium, Market } from "../market/market.js";
import { account, type AccountFrame } from "./accounts.js";
import { emptyLedger } from "./capital-ledger.js";
import { identities } from "./identities.js";
import { baseMarket, calibration, marketWith, packages } from "./random-market.fixture.js";

const { nodes, uses } = calibration;
const frame: AccountFrame = {
  owners: nodes.owners,
  byLocation: false,
  habit: new Float64Array(uses.count).fill(1),
  exponentLong: uses.exponentLong,
  habitGap: uses.habit,
  capital: emptyLedger(nodes.count),
};

function solved(market: Market): Equilibrium | undefined {
  const answer = solveMarket(market);
  return answer.ok ? answer.equilibrium : undefined;
}

const worstOf = (market: Market, equilibrium: Equilibrium, with_: AccountFrame = frame) => {
  const found = identities(market, equilibrium, account(market, equilibrium, with_), with_);
  return Math.max(found.mass, found.value, found.money, found.welfare);
};

describe("the four identities", () => {
  it("hold in the base year", () => {
    expect(worstOf(baseMarket, solved(baseMarket)!)).toBeLessThan(1e-10);
  });

  it("hold over random packages of every instrument", () => {
    let count = 0;
    fc.assert(
      fc.property(packages, (instruments) => {
        const market = marketWith(instruments);
        const equilibrium = solved(market);
        if (equilibrium === undefined) return;
        count++;
        expect(worstOf(market, equilibrium)).toBeLessThan(1e-9);
      }),
      { seed: 21, numRuns: 150 },
    );
    expect(count).toBeGreaterThan(140);
  });

  it("hold with habit, capital charges, support and programmes", () => {
    const market = marketWith([
      { kind: "duty", from: "CHN", to: "USA", good: "magnet.NdFeB-standard", rate: 0.5 },
    ]);
    const habitual = {
      ...market,
      uses: { ...market.uses, quantity: market.uses.quantity.map((quantity) => quantity * 0.9) },
    };
    const charge = new Float64Array(nodes.count).fill(100);
    const payers = [{ region: 1, share: 1 }];
    const richer: AccountFrame = {
      ...frame,
      habit: frame.habit.map(() => 0.9),
      capital: {
        charge,
        support: Float64Array.from(charge, (_, k) => (k === 2 ? 40 : 0)),
        bills: [{ lever: "subsidy", amount: 40, payers }],
        programmes: [{ lever: "cooperation", region: 2, amount: 7 }],
        concessions: [{ lever: "deal", from: 2, to: 0, amount: 5000 }],
      },
    };
    expect(worstOf(habitual, solved(habitual)!, richer)).toBeLessThan(1e-10);
  });

  it("fail when an answer is wrong by a thousandth", () => {
    const equilibrium = solved(baseMarket)!;
    const wrong = (change: Partial<Equilibrium>) => worstOf(baseMarket, { ...equilibrium, ...change });
    const bent = (values: Float64Array) => {
      const largest = values.indexOf(Math.max(...values));
      return values.map((value, i) => (i === largest ? value * 1.001 : value));
    };
    expect(wrong({ flow: bent(equilibrium.flow) })).toBeGreaterThan(1e-7);
    expect(wrong({ level: bent(equilibrium.level) })).toBeGreaterThan(1e-7);
    expect(wrong({ usePrice: bent(equilibrium.usePrice) })).toBeGreaterThan(1e-7);
    expect(wrong({ originPrice: bent(equilibrium.originPrice) })).toBeGreaterThan(1e-7);
    expect(wrong({ deliveredCost: equilibrium.deliveredCost.map((cost) => cost * 1.001) })).toBeGreaterThan(
      1e-7,
    );
  });
});

describe("accounts", () => {
  it("give the same world welfare whoever holds the rents", () => {
    const quotas = [
      { kind: "quota", from: "CHN", to: "USA", good: "magnet.NdFeB-standard", rate: 0.6 },
      { kind: "quota", from: "CHN", to: "JPN", good: "oxide.Dy", rate: 0.5 },
    ] as const;
    const world = (rentTo: "exporter" | "importer") => {
      const market = { ...marketWith(quotas, rentTo), wedges: [] };
      const accounts = account(market, solved(market)!, frame);
      return {
        total: accounts.welfare.reduce((sum, value) => sum + value, 0),
        china: accounts.rent[0],
        turnover: accounts.turnover,
      };
    };
    const [exporters, importers] = [world("exporter"), world("importer")];
    expect(exporters.china).toBeGreaterThan(0);
    expect(importers.china).toBe(0);
    expect(Math.abs(exporters.total - importers.total) / exporters.turnover).toBeLessThan(1e-9);
  });

  it("split a plant's surplus among its owners, or leave it where the plant is", () => {
    const equilibrium = solved(baseMarket)!;
    const owned = account(baseMarket, equilibrium, frame);
    const placed = account(baseMarket, equilibrium, { ...frame, byLocation: true });
    const [japan, australia] = [2, 3];
    const moved = placed.producerSurplus[australia] - owned.producerSurplus[australia];
    expect(moved).toBeGreaterThan(0);
    expect(owned.producerSurplus[japan] - placed.producerSurplus[japan]).toBeCloseTo(moved, 6);
  });

  it("book base duties in the importing treasury and the tax on exports in the exporting one", () => {
    const equilibrium = solved(baseMarket)!;
    const { duty, exportTax } = account(baseMarket, equilibrium, frame);
    // US duty of 27% on fob: 11,500 t at 35 and 3,000 t at 55
    expect(duty[1]).toBeCloseTo(0.27 * (11_500 * 35 + 3_000 * 55), 2);
    // China's 13%: NdPr 600 t at 56, LaCe 6,800 t at 1, Dy 20 t at 260, metal 1,000 t at 75
    expect(exportTax[0]).toBeCloseTo(0.13 * (600 * 56 + 6_800 + 20 * 260 + 1_000 * 75), 2);
  });

  it("take from the payer what they give the receiver, and leave the world's sum alone", () => {
    const equilibrium = solved(baseMarket)!;
    const plain = account(baseMarket, equilibrium, frame);
    const concessions = [{ lever: "deal", from: 2, to: 0, amount: 5000 }];
    const dealt = account(baseMarket, equilibrium, { ...frame, capital: { ...frame.capital, concessions } });
    const change = Array.from(dealt.welfare, (value, r) => value - plain.welfare[r]);
    expect(change[2]).toBeCloseTo(-5000, 3);
    expect(change[0]).toBeCloseTo(5000, 3);
    expect([...(dealt.conceded.get("deal") ?? [])].reduce((sum, value) => sum + value, 0)).toBe(0);
  });

  it("have no match cost in the base year", () => {
    const { matchCost, turnover } = account(baseMarket, solved(baseMarket)!, frame);
    for (const cost of matchCost) expect(Math.abs(cost) / turnover).toBeLessThan(1e-12);
  });

  it("pay a contract the gap to its index on covered output", () => {
    const market = marketWith([{ kind: "contract", from: "AUS", to: "USA", good: "oxide.NdPr", rate: 0.8 }]);
    const equilibrium = solved(market)!;
    const { payments } = account(market, equilibrium, frame);
    const [contract] = market.contracts;
    const made = 0.25 * equilibrium.level[contract.node];
    const paid = made * 0.8 * Math.max(0, contract.strike - equilibrium.originPrice[contract.indexOrigin]);
    expect(paid).toBeGreaterThan(0);
    expect(payments.get("lever-0")?.[1]).toBeCloseTo(0.25 * paid, 6);
    expect(payments.get("lever-0")?.[3]).toBeCloseTo(0.75 * paid, 6);
  });
});
