import { describe, expect, it } from "vitest";
import { baseMarket } from "../accounts/random-market.fixture.js";
import { nextStocks, stockValue, withAvailableReleases } from "./stockpile.js";

const order = (quantity: number, lever = "stockpile") => ({
  lever,
  buyer: 3,
  quantity,
  payers: [{ region: 0, share: 1 }],
});
const price = new Float64Array(baseMarket.buyers.count).fill(60);

describe("stocks", () => {
  it("grow by purchases at what they cost, and give back their mean cost", () => {
    const bought = nextStocks([], [order(100)], price);
    expect(bought).toEqual([{ lever: "stockpile", buyer: 3, quantity: 100, cost: 6000 }]);
    const dear = nextStocks(
      bought,
      [order(100)],
      price.map(() => 80),
    );
    expect(dear[0]).toMatchObject({ quantity: 200, cost: 14_000 });
    expect(nextStocks(dear, [order(-50)], price)[0]).toMatchObject({ quantity: 150, cost: 10_500 });
  });

  it("are kept apart by lever", () => {
    expect(nextStocks([], [order(10, "a"), order(20, "b")], price)).toHaveLength(2);
  });

  it("are valued at the lower of cost and price", () => {
    const [stock] = nextStocks([], [order(100)], price);
    expect(
      stockValue(
        stock,
        price.map(() => 90),
      ),
    ).toBe(6000);
    expect(
      stockValue(
        stock,
        price.map(() => 10),
      ),
    ).toBe(1000);
  });

  it("release no more than they hold", () => {
    const asked = { ...baseMarket, stockOrders: [order(-500)] };
    const held = withAvailableReleases(asked, nextStocks([], [order(120)], price));
    expect(held.stockOrders[0].quantity).toBe(-120);
    expect(held.buyers.stockBuild[3]).toBe(-120);
    expect(withAvailableReleases(asked, []).stockOrders[0].quantity).toBe(-0);
  });

  it("leave a market alone whose orders can be met", () => {
    const market = { ...baseMarket, stockOrders: [order(50)] };
    expect(withAvailableReleases(market, [])).toBe(market);
  });
});
