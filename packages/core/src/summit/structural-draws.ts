import { Stream } from "../numeric/stream.js";
import { drawFrom, sobolPoints } from "../uncertainty/index.js";
import type { Chain } from "../chain/chain.js";
import type { Scenario, ScenarioLever } from "../scenario/index.js";
import { matches } from "../fields/pattern.js";
import { Book, type Executor } from "./book.js";
import { payoffsOf } from "./payoffs.js";
import { neighbours } from "./play.js";
import type { Summit } from "./prepare.js";
import { stanceOf, withStance, type Profile } from "./profile.js";
import { thresholds } from "./threshold.js";

const seed = 2026;

/**
 * Assumptions that change what is solved, in groups that are drawn together: rows of a group lie at the same place of their ranges. Value
 * added sets the price at which users give up.
 */
export const structuralGroups: readonly (readonly string[])[] = [
  ["sourcing-elasticity.*"],
  ["demand.*.elasticity-short", "demand.*.elasticity-long"],
  ["qualification-cost.*"],
  ["supply-elasticity.*"],
  ["demand.value-added.*"],
  ["lever.price-floor.exporter-share"],
  ["reaction.licence-volume"],
];

/** Values of all structural assumptions in each draw, by id. */
export function structuralParameters(chain: Chain, draws: number): Record<string, number>[] {
  if (draws === 0) return [];
  const groups = structuralGroups.map((patterns) =>
    (chain.assumptions ?? []).filter(({ id }) => patterns.some((pattern) => matches(pattern, id))),
  );
  const points = sobolPoints(draws, groups.length, new Stream(seed, "summit-structural"));
  return Array.from({ length: draws }, (_, d) =>
    Object.fromEntries(
      groups.flatMap((rows, g) =>
        rows.map(({ id, low, value, high }) => {
          const range = { low, central: value, high, scale: "value" as const };
          return [id, drawFrom(range, points[d * groups.length + g])];
        }),
      ),
    ),
  );
}

/** A package under drawn assumptions; a border floor's share for exporters is drawn whether or not the file states it. */
export function drawnScenario(scenario: Scenario, drawn: Readonly<Record<string, number>>): Scenario {
  const percent = drawn["lever.price-floor.exporter-share"];
  const levers = scenario.levers.map((lever) =>
    percent !== undefined && isBorderFloor(lever)
      ? { ...lever, params: { ...lever.params, "exporter-share": percent / 100 } }
      : lever,
  );
  return { ...scenario, levers, parameters: { ...scenario.parameters, ...drawn } };
}

function isBorderFloor({ kind, params }: ScenarioLever): boolean {
  return kind === "price-floor" && params["mechanism"] === "border-adjusted";
}

/** Whether nobody wants to move from each profile, under one draw; with the single moves of every profile solved. */
export async function restingProfiles(
  summit: Summit,
  profiles: readonly Profile[],
  execute: Executor,
  done: (count: number, total: number) => void = () => undefined,
): Promise<boolean[]> {
  const book = new Book(summit, execute);
  const seats = summit.players.length;
  await book.fill(
    [{ commit: 0, deal: 0 }, ...profiles.flatMap((profile) => neighbours(profile, seats, 3))],
    done,
  );
  const payoffs = payoffsOf(book);
  return profiles.map((profile) => {
    const threshold = thresholds(book, payoffs, [profile]);
    return summit.players.every((_, seat) => {
      const now = payoffs.decides(profile, seat);
      return (["hedge", "commit", "deal"] as const).every(
        (stance) =>
          stance === stanceOf(profile, seat) ||
          payoffs.decides(withStance(profile, seat, stance), seat) <= now + threshold[seat],
      );
    });
  });
}
