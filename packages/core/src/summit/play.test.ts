import { describe, expect, it } from "vitest";
import { statedPayoffs, toySummit, toyTariff } from "../fixtures/toy-package.js";
import { coalitionSize } from "../games/index.js";
import { Book, Missing, type Executor } from "./book.js";
import { endsFrom, neighbours, passed, pathFrom, playing, profileOfNumber, stanceGame } from "./play.js";
import { allHedge, profileKey, profileName, stanceOf, type Profile } from "./profile.js";

const players = ["A", "B", "C", "D"];
const free = new Float64Array(4);
const grand: Profile = { commit: 15, deal: 0 };

/** Each pays for being in; the first seat pays most. */
const burden = statedPayoffs((profile, seat) => (stanceOf(profile, seat) === "commit" ? seat - 4 : 0));

describe("neighbours", () => {
  it("are the profile and every single deviation", () => {
    const found = neighbours({ commit: 1, deal: 2 }, 3, 3);
    expect(new Set(found.map(profileKey)).size).toBe(1 + 3 * 2);
    expect(found).toContainEqual({ commit: 1, deal: 2 });
    expect(found).toContainEqual({ commit: 1, deal: 0 });
    expect(found).toContainEqual({ commit: 5, deal: 2 });
    for (const profile of found) expect(profile.commit & profile.deal).toBe(0);
  });

  it("leave deals out where they are not asked", () => {
    expect(neighbours(allHedge, 4, 2).every(({ deal }) => deal === 0)).toBe(true);
    expect(new Set(neighbours(allHedge, 4, 2).map(profileKey)).size).toBe(5);
  });
});

describe("a path", () => {
  const game = stanceGame(burden, 4, free, 2);

  it("moves whoever gains most first, until nobody does", () => {
    const path = pathFrom(game, grand);
    expect(path.moves.map(({ seat }) => players[seat])).toEqual(["A", "B", "C", "D"]);
    expect(path.moves.map(({ gain }) => gain)).toEqual([4, 3, 2, 1]);
    expect(path.ended).toBe("rest");
    expect(passed(game, path).map((profile) => profileName(profile, players))).toEqual([
      "A,B,C,D",
      "B,C,D",
      "C,D",
      "D",
      "",
    ]);
  });

  it("does not move for what is below a seat's threshold", () => {
    const patient = stanceGame(burden, 4, Float64Array.of(4, 2.5, 0, 0), 2);
    const moved = pathFrom(patient, grand).moves.map(({ seat }) => players[seat]);
    expect(moved).toEqual(["B", "C", "D"]);
  });

  it("takes the better of two ways out", () => {
    const payoffs = statedPayoffs(
      (profile, seat) => ({ commit: 0, hedge: 1, deal: 1 + seat })[stanceOf(profile, seat)],
    );
    const path = pathFrom(stanceGame(payoffs, 2, new Float64Array(2), 3), { commit: 3, deal: 0 });
    expect(path.moves.map(({ seat, to }) => [seat, to])).toEqual([
      [1, 2],
      [0, 0],
    ]);
  });
});

describe("where play ends", () => {
  /** Two seats that each want what the other does not: no rest. */
  const chase = statedPayoffs((profile, seat) => {
    const [a, b] = [0, 1].map((k) => stanceOf(profile, k));
    return seat === 0 ? Number(a === b) : Number(a !== b);
  });
  /** Two to meet: either both or none. */
  const meet = statedPayoffs((profile, seat) =>
    stanceOf(profile, seat) === "commit" ? (coalitionSize(profile.commit) === 2 ? 2 : -1) : 0,
  );

  it("counts every order once", () => {
    const ends = endsFrom(stanceGame(burden, 4, free, 2), grand, 10);
    expect(ends).toEqual([{ profile: allHedge, orders: 12, cycles: 0 }]);
    expect(endsFrom(stanceGame(burden, 4, free, 2), grand, 0)[0].orders).toBe(2);
  });

  it("tells circles from rests", () => {
    const ends = endsFrom(stanceGame(chase, 2, new Float64Array(2), 2), allHedge, 4);
    expect(ends.reduce((sum, { cycles }) => sum + cycles, 0)).toBe(6);
  });

  it("depends on who begins where there are several", () => {
    const game = stanceGame(meet, 2, new Float64Array(2), 2);
    const from = (profile: Profile) => endsFrom(game, profile, 3).map(({ profile: end }) => profileKey(end));
    expect(from({ commit: 3, deal: 0 })).toEqual([3]);
    expect(from(allHedge)).toEqual([0]);
    expect(from({ commit: 1, deal: 0 }).sort((a, b) => a - b)).toEqual([0, 3]);
  });
});

describe("numbers of profiles", () => {
  it("are read back with as many stances as the game has", () => {
    const two = stanceGame(burden, 3, free, 2);
    const three = stanceGame(burden, 3, free, 3);
    expect(profileOfNumber(5, two)).toEqual({ commit: 5, deal: 0 });
    expect(profileOfNumber(1 + 2 * 3 + 9, three)).toEqual({ commit: 5, deal: 2 });
  });
});

describe("playing what is not solved yet", () => {
  const prepared = toySummit([toyTariff], { response: "none" });
  const asked: string[] = [];
  const execute: Executor = (_, profiles) => {
    asked.push(...profiles.map((profile) => profileName(profile, prepared.players)));
    return Promise.resolve(
      profiles.map((profile) => ({
        account: { profile, response: "none", values: new Float64Array(0), error: 0 },
      })),
    );
  };

  it("solves what the play asks for and no more", async () => {
    const book = new Book(prepared, execute);
    const found = await playing(book, 3, 2, () => book.at({ commit: 1, deal: 0 }).account.profile);
    expect(found).toEqual({ commit: 1, deal: 0 });
    expect([...asked].sort()).toEqual(["", "USA", "USA,AUS", "USA,JPN"]);
  });

  it("passes on any other failure", async () => {
    const book = new Book(prepared, execute);
    const fail = () => {
      throw new Error("no market");
    };
    await expect(playing(book, 3, 2, fail)).rejects.toThrow("no market");
    expect(() => book.at({ commit: 2, deal: 0 })).toThrow(Missing);
  });
});
