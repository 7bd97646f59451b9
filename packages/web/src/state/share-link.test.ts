import { describe, expect, it } from "vitest";
import { openScenario, setValue, type Edits } from "./edits.js";
import { unpackDocument } from "./long-link.js";
import { openLink } from "./page-link.js";
import { beginState } from "./page-state.js";
import { longestQuery, shareLink } from "./share-link.js";

const builtIn = { pack: { schema: "didym/scenario@1", name: "pack", levers: [{ tariff: { rate: "5%" } }] } };
const library = { ...builtIn, mine: { schema: "didym/scenario@1", name: "mine", title: "我的" } };
const share = (edits: Edits) => shareLink({ ...beginState("en"), edits }, 2030, "1", library, builtIn);
const hashOf = (link: string) => /#d=([\w-]+)$/u.exec(link)?.[1];

describe("a link to share", () => {
  it("is in words where it is short", async () => {
    const link = await share(setValue(openScenario("pack"), "tariff.rate", "25"));
    expect(link).toMatch(/^\?v=1&s=pack&lang=en&tariff\.rate=25&data=1$/u);
  });

  it("carries a scenario of one's own behind the changes made to it", async () => {
    const link = await share(setValue(openScenario("mine"), "tariff.rate", "25"));
    expect(openLink(link.split("#")[0]!, "en").state.edits.set).toEqual({ "tariff.rate": "25" });
    expect(await unpackDocument(hashOf(link)!)).toEqual(library.mine);
  });

  it("packs more changes than a link bears, and brings them all back", async () => {
    let edits = openScenario("pack");
    for (let k = 0; k < 100; k += 1) edits = setValue(edits, `parameters.demand.use-${String(k)}`, String(k));
    const link = await share(edits);
    const query = link.split("#")[0]!;
    expect(query.length).toBeLessThan(longestQuery);
    expect(link.length).toBeLessThan(longestQuery);
    const document = (await unpackDocument(hashOf(link)!)) as { name: string; parameters: object };
    expect(openLink(query, "en").state.edits).toEqual(openScenario(document.name));
    expect(Object.keys(document.parameters)).toHaveLength(100);
    expect(document).toMatchObject({ name: "pack-changed", levers: builtIn.pack.levers });
  });
});
