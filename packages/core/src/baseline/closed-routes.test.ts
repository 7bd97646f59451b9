import { describe, expect, it } from "vitest";
import { loadChain } from "../chain/load.js";
import { smallChainFile } from "../fixtures/small-chain-file.js";
import { closedRoutes } from "./closed-routes.js";

/** The small chain with a separator of clay planned in Japan, which the table of routes leaves without ore. */
const withProject = () => {
  const file = smallChainFile();
  const [first] = file.tables.projects;
  const projects = [{ ...first, id: "clay-japan", technology: "separation-clay-southeast-asia" }];
  return loadChain({ ...file, tables: { ...file.tables, projects } });
};

describe("closedRoutes", () => {
  it("lists closed routes between works that stand or are planned", () => {
    const chain = withProject();
    expect(closedRoutes(chain, chain.base!)).toEqual([
      { good: "concentrate.clay-southeast-asia", from: "MMR", to: "JPN" },
    ]);
  });

  it("lists nothing where every route between works is open", () => {
    const chain = loadChain(smallChainFile());
    expect(closedRoutes(chain, chain.base!)).toEqual([]);
  });

  it("opens a route when a later row does", () => {
    const chain = withProject();
    const routes = [
      ...chain.base!.trade.routes,
      { good: "concentrate.*", from: "MMR", to: "JPN", factor: 1 },
    ];
    expect(closedRoutes(chain, { ...chain.base!, trade: { ...chain.base!.trade, routes } })).toEqual([]);
  });
});
