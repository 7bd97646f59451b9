import type { Chain } from "../chain/chain.js";

/** The names a scenario may use: what a chain and its base year hold. */
export interface World {
  readonly regions: readonly string[];
  /** Group id to its regions. */
  readonly groups: Readonly<Record<string, readonly string[]>>;
  /** Seat id to the regions whose accounts it holds. */
  readonly seats: Readonly<Record<string, readonly string[]>>;
  readonly goods: readonly string[];
  readonly stages: readonly string[];
  readonly endUses: readonly string[];
  readonly plants: readonly string[];
  readonly projects: readonly string[];
}

/** @param plants ids of the plants and `projects` ids of the projects in the base year's data. */
export function worldOf(chain: Chain, plants: readonly string[], projects: readonly string[]): World {
  return {
    regions: chain.regions.map((region) => region.id),
    groups: chain.groups,
    seats: Object.fromEntries(chain.seats.map((seat) => [seat.id, seat.regions])),
    goods: chain.goods.map((good) => good.id),
    stages: [...new Set(chain.goods.map((good) => good.stage))],
    endUses: chain.endUses.map((use) => use.id),
    plants,
    projects,
  };
}

/** A customs union is a group with a seat of its own name: one tariff for all its regions, set by that seat. */
export interface CustomsUnion {
  readonly id: string;
  readonly regions: readonly string[];
  readonly seatRegions: readonly string[];
}

export function customsUnions(world: World): CustomsUnion[] {
  return Object.entries(world.groups)
    .filter(([id]) => Object.hasOwn(world.seats, id))
    .map(([id, regions]) => ({ id, regions, seatRegions: world.seats[id] }));
}
