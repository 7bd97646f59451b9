import { describe, expect, it } from "vitest";
import { addLever, openScenario, setValue } from "./edits.js";
import { packDocument, unpackDocument } from "./long-link.js";
import { linkOf, openLink } from "./page-link.js";
import { beginState, defaults, type PageState } from "./page-state.js";

const begun = beginState("en");
const back = (state: PageState, year: number = defaults.year) => openLink(linkOf(state, year), "zh");

describe("links of the page", () => {
  it("are short where nothing differs", () => {
    expect(linkOf(begun, defaults.year)).toBe("?v=1&s=washington-2026&lang=en");
  });

  it("bring back changes, added and removed levers, the answer, the look and the year", () => {
    const edits = addLever(
      setValue(openScenario("status-quo"), "us-section-301.rate", "50"),
      "tariff",
      { goods: ["oxide.NdPr", "magnet.*"], rate: "0%" },
      [],
    );
    const state: PageState = {
      ...begun,
      edits: { ...edits, without: ["japan-floor"], response: "china-squeeze" },
      look: { ...defaults.look, region: "DEU", element: "Dy" },
    };
    const opened = back(state, 2035);
    expect(opened.state.edits).toEqual({
      ...state.edits,
      added: [{ id: "added-tariff", kind: "tariff", fields: { goods: "oxide.NdPr,magnet.*", rate: "0%" } }],
    });
    expect(opened.state.look).toEqual(state.look);
    expect([opened.year, opened.state.language, opened.notices]).toEqual([2035, "en", []]);
  });

  it("take the reader's language where the link names none", () => {
    expect(openLink("?v=1", "zh").state.language).toBe("zh");
    expect(openLink("?v=1&lang=xx", "zh").state.language).toBe("zh");
  });
});

describe("a scenario of one's own in the hash", () => {
  it("comes back as it was, Chinese words included", async () => {
    const document = {
      schema: "didym/scenario@1",
      name: "x",
      title: "价格下限 & 合作 🧲",
      levers: [{ tariff: { rate: "25%" } }],
    };
    expect(await unpackDocument(await packDocument(document))).toEqual(document);
  });

  it("is refused where it is none of ours or unpacks to too much", async () => {
    await expect(unpackDocument("AAAA")).rejects.toThrow();
    const bomb = await packDocument("x".repeat(2_000_000));
    expect(bomb.length).toBeLessThan(10_000);
    await expect(unpackDocument(bomb)).rejects.toThrow("too large");
  });
});
