import { describe, expect, it } from "vitest";
import { commaList } from "./comma-list.js";

describe("lists on the command line", () => {
  it("are split at commas, without the blanks around a name", () => {
    expect(commaList("oxide.Dy")).toEqual(["oxide.Dy"]);
    expect(commaList(" USA, JPN,EU ")).toEqual(["USA", "JPN", "EU"]);
  });

  it("keep an empty name, which what reads them tells of", () => {
    expect(commaList("USA,,EU")).toEqual(["USA", "", "EU"]);
  });
});
