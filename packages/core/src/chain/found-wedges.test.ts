import { describe, expect, it } from "vitest";
import { smallChainFile } from "../fixtures/small-chain-file.js";
import { foundWedges } from "./found-wedges.js";
import { loadChain } from "./load.js";

const chain = loadChain(smallChainFile());
const { tables } = smallChainFile();
const wedgesOf = (change: Record<string, unknown>) =>
  foundWedges({ ...tables, wedges: [{ ...tables.wedges[1], ...change }] }, chain);

describe("foundWedges", () => {
  it("lays a duty on every route from abroad into each importer", () => {
    const wedges = wedgesOf({ except: "", to: "Asia" });
    expect(wedges.map((wedge) => `${wedge.from}>${wedge.to}`)).toEqual([
      "CHN>JPN",
      "JPN>CHN",
      "MMR>CHN",
      "MMR>JPN",
    ]);
  });

  it("frees the partners it names, groups included", () => {
    expect(wedgesOf({ except: "Asia" }).map((wedge) => wedge.from)).toEqual(["MMR"]);
  });

  it("covers each good of a pattern", () => {
    const goods = wedgesOf({ good: "oxide.*", from: "CHN", except: "" }).map((wedge) => wedge.good);
    expect(goods).toEqual(["oxide.NdPr", "oxide.LaCe", "oxide.Dy"]);
  });

  it("keeps id, kind and both parts of the rate", () => {
    expect(wedgesOf({ from: "CHN", except: "", specific: 0.3 })).toEqual([
      {
        id: "duty",
        kind: "duty",
        from: "CHN",
        to: "JPN",
        good: "magnet.NdFeB-standard",
        adValorem: 0.02,
        specific: 0.3,
      },
    ]);
  });
});
