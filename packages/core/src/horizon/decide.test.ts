import { describe, expect, it } from "vitest";
import { baseMarket, calibration } from "../accounts/random-market.fixture.js";
import { toyChain } from "../fixtures/toy.js";
import { decide, payerShares, type Outlook } from "./decide.js";
import { horizonFrame, initialState } from "./frame.js";
import { horizonParameters } from "./parameters.js";
import { neutralTerms, type YearTerms } from "./terms.js";

const frame = horizonFrame(calibration, horizonParameters(toyChain));
const state = initialState(frame);
const looking = (change: Partial<Outlook> = {}): Outlook => ({
  market: baseMarket,
  margin: state.expectedMargin,
  price: frame.basePrice,
  terms: neutralTerms(),
  termOf: () => ({ since: 2024, until: 2060 }),
  ...change,
});
const id = (node: number) => calibration.nodes.id[node];
const started = (outlook: Outlook, at = state) => decide(frame, at, outlook).started;
const find = (plants: ReturnType<typeof started>, name: string) =>
  plants.find(({ node }) => id(node) === name);
const terms = (change: Partial<YearTerms>) => looking({ terms: { ...neutralTerms(), ...change } });

describe("who starts", () => {
  it("is the base pipeline, to its announced shares, in the base year", () => {
    const plants = started(looking());
    expect(find(plants, "fort-worth")).toMatchObject({ started: 2024, service: 2026 });
    expect(find(plants, "fort-worth")!.capacity).toBeCloseTo(0.8 * 4000, 6);
  });

  it("starts nothing twice: shares only rise", () => {
    const first = decide(frame, state, looking());
    const again = decide(frame, { ...state, goneAhead: first.goneAhead }, looking());
    expect(find(again.started, "fort-worth")).toBeUndefined();
    again.goneAhead.forEach((share, i) => {
      expect(share).toBeGreaterThanOrEqual(first.goneAhead[i]);
    });
  });

  it("is nobody where margins have collapsed", () => {
    expect(started(looking({ margin: state.expectedMargin.map(() => -1000) }))).toEqual([]);
  });

  it("holds all starts of a kind to its cap", () => {
    const rich = looking({ margin: state.expectedMargin.map((margin) => margin + 500) });
    const byKind = new Map<string, number>();
    const committed = new Set(
      frame.investors.filter(({ project }) => project?.committed).map(({ node }) => node),
    );
    for (const { node, capacity } of started(rich)) {
      const { kind } = calibration.nodes.technology[node];
      if (!committed.has(node)) byKind.set(kind, (byKind.get(kind) ?? 0) + capacity);
    }
    const kinds = ["mine", "separation", "metal", "magnet", "recycling"];
    for (const [kind, sum] of byKind) {
      expect(sum).toBeLessThanOrEqual(
        frame.parameters.startCap * frame.kindCapacity[kinds.indexOf(kind)] * (1 + 1e-12),
      );
    }
  });

  it("serves later under a delay", () => {
    const late = terms({ delays: [{ lever: "d", regions: ["USA"], stages: ["magnet"], years: 3 }] });
    expect(find(started(late), "fort-worth")!.service).toBe(2029);
  });

  it("borrows cheaper where a treasury pays points, and the bill is the difference of annuities", () => {
    const cheap = terms({
      capitalPoints: [{ lever: "c", regions: ["USA"], stages: ["magnet"], points: -0.04, payers: ["JPN"] }],
    });
    const plant = find(started(cheap), "fort-worth")!;
    const annuity = (r: number) => r / (1 - Math.pow(1 + r, -20));
    expect(plant.charge).toBeCloseTo(30 * annuity(0.1), 9);
    expect(plant.support).toHaveLength(1);
    expect(plant.support[0].perTonne).toBeCloseTo(30 * (annuity(0.1) - annuity(0.06)), 9);
    expect(plant.support[0].payers).toEqual([{ region: 2, share: 1 }]);
  });

  it("is never relieved of more than the whole charge", () => {
    const gift = terms({
      capitalShares: [1, 1].map((share, i) => ({
        lever: `g${i}`,
        regions: ["USA"],
        stages: ["magnet"],
        share,
        payers: [],
      })),
    });
    const { charge, support } = find(started(gift), "fort-worth")!;
    expect(support.reduce((sum, { perTonne }) => sum + perTonne, 0)).toBeCloseTo(charge, 9);
  });

  it("is paid equity worth its amount, as far as it starts and no more than all it costs", () => {
    const project = frame.investors.find((one) => one.project?.id === "kalgoorlie-two")!;
    const outlay = project.capitalCost * project.project!.capacity;
    const { life, costOfCapital: rate } = project;
    const paid = (amount: number, completion: number) => {
      const given = terms({
        equity: [{ lever: "e", project: "kalgoorlie-two", completion, amount, payers: [] }],
      });
      const poor = { ...given, margin: state.expectedMargin.map(() => -1000) };
      const { support, capacity } = find(started(poor, { ...state, year: 2026 }), "kalgoorlie-two")!;
      const yearly = capacity * support.reduce((sum, { perTonne }) => sum + perTonne, 0);
      let worth = 0;
      for (let year = 1; year <= life; year++) worth += yearly * Math.pow(1 + rate, -year);
      return { worth, share: capacity / project.project!.capacity };
    };
    for (const completion of [0.1, 0.5])
      for (const part of [0.1, 0.6, 1]) {
        const { worth, share } = paid(part * outlay, completion);
        expect(share).toBeCloseTo(completion, 9);
        expect(worth).toBeCloseTo(part * outlay * share, 6);
      }
    expect(paid(3 * outlay, 0.5).worth).toBeCloseTo(outlay * 0.5, 6);
  });

  it("goes further with equity in the project", () => {
    const equity = terms({
      equity: [{ lever: "e", project: "kalgoorlie-two", completion: 0.5, amount: 0, payers: [] }],
    });
    const later = { ...state, year: 2026, expectedMargin: state.expectedMargin };
    const poor = { margin: state.expectedMargin.map(() => -1000) };
    expect(find(started({ ...equity, ...poor }, later), "kalgoorlie-two")!.capacity).toBeGreaterThan(0);
  });
});

describe("payers", () => {
  it("share equally; the host pays where none is named", () => {
    expect(payerShares(calibration.regions, ["USA", "JPN"], 0)).toEqual([
      { region: 1, share: 0.5 },
      { region: 2, share: 0.5 },
    ]);
    expect(payerShares(calibration.regions, [], 3)).toEqual([{ region: 3, share: 1 }]);
  });
});
