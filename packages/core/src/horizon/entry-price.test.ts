import { describe, expect, it } from "vitest";
import { baseMarket, calibration } from "../accounts/random-market.fixture.js";
import { toyBaseline, toyChain } from "../fixtures/toy.js";
import { solveMarket } from "../equilibrium/index.js";
import { baseYearState, buildMarket } from "../market/build.js";
import { calibrate } from "../market/calibrate.js";
import { entryPrices } from "./entry-price.js";
import { horizonFrame } from "./frame.js";
import { horizonParameters } from "./parameters.js";

const { arcsOfOrigin } = horizonFrame(calibration, horizonParameters(toyChain));
const state = baseYearState(calibration);
const solved = solveMarket(baseMarket);
if (!solved.ok) throw new Error("the toy market solves");
const { equilibrium } = solved;
const american = [...calibration.origins.region.keys()].find(
  (o) =>
    calibration.origins.region[o] === 1 && calibration.goods[calibration.origins.good[o]] === "metal.NdPr",
)!;

describe("the price an entrant would get", () => {
  it("is the market's where something is supplied", () => {
    const prices = entryPrices(calibration, baseMarket, equilibrium, state.unqualified, arcsOfOrigin);
    prices.forEach((price, o) => {
      if (o !== american) expect(price).toBe(equilibrium.originPrice[o]);
    });
  });

  it("is what clears a small entrant that sells all it can make", () => {
    const price = entryPrices(calibration, baseMarket, equilibrium, state.unqualified, arcsOfOrigin)[
      american
    ];
    const capacity = calibration.nodes.capacity.slice();
    capacity[calibration.nodes.id.indexOf("round-top")] = 1;
    const opened = buildMarket(calibration, { ...state, capacity }, 2024);
    const support = opened.nodes.support.map((perTonne, k) => (capacity[k] === 1 ? 1000 : perTonne));
    const withEntrant = solveMarket({ ...opened, nodes: { ...opened.nodes, support } });
    if (!withEntrant.ok) throw new Error("solves with a small entrant");
    expect(withEntrant.equilibrium.originPrice[american] / price).toBeCloseTo(1, 3);
  });

  it("is higher once buyers have qualified the source", () => {
    const first = entryPrices(calibration, baseMarket, equilibrium, state.unqualified, arcsOfOrigin)[
      american
    ];
    const later = entryPrices(
      calibration,
      baseMarket,
      equilibrium,
      state.unqualified.map(() => 0),
      arcsOfOrigin,
    )[american];
    expect(later).toBeGreaterThan(first);
  });

  it("does not depend on how an entrant's rivals are cut into regions' plants", () => {
    const nodes = toyBaseline.nodes.flatMap((node) =>
      node.id === "metal-NdPr@CHN"
        ? ["a", "b"].map((id) => ({ ...node, id, capacity: node.capacity / 2, level: node.level / 2 }))
        : [node],
    );
    const split = calibrate(toyChain, { ...toyBaseline, nodes });
    expect(horizonFrame(split, horizonParameters(toyChain)).basePrice[american]).toBeCloseTo(
      horizonFrame(calibration, horizonParameters(toyChain)).basePrice[american],
      9,
    );
  });
});
