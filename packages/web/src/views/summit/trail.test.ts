import { describe, expect, it } from "vitest";
import { openScenario, removeLever, setValue } from "../../state/edits.js";
import { sharingOf } from "./crisis-sharing.js";
import { nameOfTable, sameTable, stanceAt, tableNamed, withStanceOf } from "./table-edit.js";
import {
  everyoneIn,
  extend,
  goesRound,
  goTo,
  shownAt,
  startAt,
  tableOf,
  trailOf,
  type Moved,
} from "./trail.js";

const seats = ["USA", "JPN", "EU"];
const moved: Moved = { seat: "JPN", to: "hedge", gain: 1, reasons: [] };

describe("a table", () => {
  it("is named and read back, with deals", () => {
    for (const name of ["", "USA", "USA,EU", "JPN,deal:EU", "deal:USA,deal:JPN"])
      expect(nameOfTable(tableNamed(name, seats), seats)).toBe(name);
    expect(tableNamed("USA,nobody", seats)).toEqual({ commit: 1, deal: 0 });
  });

  it("gives each seat one stance", () => {
    let table = { commit: 7, deal: 0 };
    table = withStanceOf(table, 1, "deal");
    expect([0, 1, 2].map((seat) => stanceAt(table, seat))).toEqual(["commit", "deal", "commit"]);
    expect(table.commit & table.deal).toBe(0);
    expect(sameTable(withStanceOf(table, 1, "commit"), { commit: 7, deal: 0 })).toBe(true);
  });
});

describe("a trail", () => {
  const start = everyoneIn(3);
  const one = extend(start, { commit: 5, deal: 0 }, moved);

  it("grows by a move, goes back and forth, and gives up what lay beyond another move", () => {
    expect(one).toMatchObject({ at: 1, moves: [moved] });
    expect(goTo(one, 0).tables).toHaveLength(2);
    expect(goTo(one, 9).at).toBe(1);
    const other = extend(goTo(one, 0), { commit: 6, deal: 0 }, { ...moved, seat: "USA" });
    expect(other.tables).toEqual([
      { commit: 7, deal: 0 },
      { commit: 6, deal: 0 },
    ]);
    expect(other.moves.map(({ seat }) => seat)).toEqual(["USA"]);
  });

  it("notices that a table stood before", () => {
    expect(goesRound(one)).toBe(false);
    expect(goesRound(extend(one, { commit: 7, deal: 0 }, moved))).toBe(true);
    expect(goesRound(startAt({ commit: 0, deal: 0 }))).toBe(false);
  });

  it("finds a table it passed, so that undo goes back along it", () => {
    expect(shownAt(one, { commit: 7, deal: 0 })).toEqual(goTo(one, 0));
    expect(shownAt(one, tableOf(one))).toBe(one);
    expect(shownAt(one, { commit: 1, deal: 0 })).toBeUndefined();
  });

  it("plays a stored path of some seats from all of them inside", () => {
    const trail = trailOf(
      seats,
      ["USA", "JPN"],
      [
        { mover: "JPN", to: "deal", gain: 3, reasons: [] },
        { mover: "USA", to: "hedge", gain: 2, reasons: [] },
      ],
    );
    expect(trail.at).toBe(0);
    expect(trail.tables.map((table) => nameOfTable(table, seats))).toEqual([
      "USA,JPN",
      "USA,deal:JPN",
      "deal:JPN",
    ]);
  });
});

describe("crisis sharing", () => {
  const library = {
    pack: { levers: [{ tariff: {} }, { cooperation: { "crisis-sharing": "40%" } }] },
    bare: { levers: [] },
  };

  it("is a field of the package's cooperation, as changed", () => {
    const edits = openScenario("pack");
    expect(sharingOf(edits, library)).toEqual({ address: "cooperation.crisis-sharing", share: 0.4 });
    expect(sharingOf(setValue(edits, "cooperation.crisis-sharing", "80%"), library)?.share).toBe(0.8);
  });

  it("is not there without cooperation", () => {
    expect(sharingOf(openScenario("bare"), library)).toBeUndefined();
    expect(sharingOf(openScenario("unknown"), library)).toBeUndefined();
    expect(sharingOf(removeLever(openScenario("pack"), "cooperation"), library)).toBeUndefined();
  });
});
