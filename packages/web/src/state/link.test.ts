import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readLink, writeLink, type LinkState } from "./link.js";

const defaults = { scenario: "washington-2026", view: "lab" };
const isAddress = (key: string) => /^[a-z0-9-]+\.[a-z-]+$/u.test(key);
const read = (search: string) => readLink(search, defaults, isAddress);

describe("share links", () => {
  it("reads what interfaces promise", () => {
    const { state, notices } = read("?v=1&s=washington-2026&price-floor.at=130");
    expect(state.scenario).toBe("washington-2026");
    expect(state.changes).toEqual({ "price-floor.at": "130" });
    expect(notices).toEqual([]);
  });

  it("upgrades links from before versions were written", () => {
    const { state, notices } = read("?scenario=status-quo&floor=90");
    expect(state.scenario).toBe("status-quo");
    expect(state.changes).toEqual({ "price-floor.at": "90" });
    expect(notices).toEqual([{ code: "LINK_UPGRADED", version: 0 }]);
  });

  it("tells of unknown keys, newer versions and absurd lengths", () => {
    expect(read("?v=1&utm_source=x").notices).toEqual([{ code: "LINK_UNKNOWN_KEY", key: "utm_source" }]);
    expect(read("?v=9&s=x").notices).toEqual([{ code: "LINK_NEWER", version: 9 }]);
    expect(read(`?v=1&s=${"x".repeat(9_000)}`).notices).toEqual([{ code: "LINK_TOO_LONG" }]);
  });

  it("does not let a key reach the prototype", () => {
    const { state } = read("?v=1&__proto__.at=1&constructor.at=2");
    expect(Object.getPrototypeOf(state.changes)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>)["at"]).toBeUndefined();
  });

  it("returns every state it writes (property), Chinese words and symbols included", () => {
    const word = fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 });
    const state: fc.Arbitrary<LinkState> = fc.record({
      scenario: word,
      changes: fc.dictionary(fc.stringMatching(/^[a-z][a-z0-9-]{0,10}\.[a-z-]{1,10}$/u), word, {
        maxKeys: 5,
      }),
      view: fc.constantFrom("lab", "summit", "shock", "evidence"),
      year: fc.option(fc.integer({ min: 2024, max: 2040 }), { nil: undefined }),
      region: fc.option(fc.constantFrom("JPN", "members"), { nil: undefined }),
      language: fc.option(fc.constantFrom("en", "zh"), { nil: undefined }),
      embed: fc.constant(undefined),
    });
    fc.assert(
      fc.property(state, (written) => {
        const back = read(writeLink(written, defaults)).state;
        expect({ ...back, changes: { ...back.changes } }).toEqual({
          ...written,
          changes: { ...written.changes },
        });
      }),
      { seed: 3, numRuns: 300 },
    );
  });
});
