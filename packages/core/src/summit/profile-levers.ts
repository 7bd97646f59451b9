import { resolveParties } from "../fields/parties.js";
import { coalitionMembers, coalitionSize, memberIds } from "../games/index.js";
import { reactionOf, standingOf, type LeverEntry, type Situation } from "../reactions/index.js";
import type { ScenarioLever } from "../scenario/index.js";
import { writtenLever } from "./written-lever.js";
import type { Summit } from "./prepare.js";
import type { Profile } from "./profile.js";

/** Who applies the package, what is done in all, and who is offered or has sought terms of its own. */
export interface ProfileLevers {
  readonly members: readonly string[];
  readonly levers: readonly ScenarioLever[];
  /** Regions with an arrangement of their own, which a stop spares. */
  readonly dealers: readonly string[];
}

/** The package for the committed, the deals of those who deal, and what `response` (a rule of the menu) makes of them. */
export function profileLevers(summit: Summit, profile: Profile, response: string): ProfileLevers {
  const { players, scenario, answering, settings, minimum } = summit;
  const binds = coalitionSize(profile.commit) >= minimum;
  const members = binds ? memberIds(profile.commit, players) : [];
  const dealing = regionsOf(summit, memberIds(profile.deal, players));
  const courting = response === "courtship";
  const hedging = coalitionMembers(~profile.commit & ((1 << players.length) - 1)).map(
    (seat) => players[seat],
  );
  const courted = courting ? regionsOf(summit, hedging) : dealing;
  const committed = regionsOf(summit, members);
  const situation: Situation = {
    responder: answering.responder,
    committed,
    courted,
    from: answering.from,
    to: answering.to,
    baseYear: summit.baseline.year,
    goods: summit.world.goods,
    levers: scenario.levers,
    ...standingOf(summit.frame.calibration, answering.responder),
  };
  const answers = reactionOf(response).answer(situation, settings);
  const deals = courting ? [] : dealing.map((region) => dealOf(summit, region));
  const entries = [...penalties(summit, members), ...deals, ...answers].map((entry) =>
    writtenLever(entry, scenario.horizon, summit.reading),
  );
  return { members, levers: [...scenario.levers, ...entries], dealers: courting ? courted : dealing };
}

function regionsOf({ world }: Summit, seats: readonly string[]): string[] {
  return seats.flatMap((id) => world.seats[id]);
}

/** The members' duty on contested goods of the seats outside; a customs union's own states are never outside it. */
function penalties({ world, players, penalty, settings, assumptions }: Summit, members: readonly string[]) {
  if (penalty === 0 || members.length === 0) return [];
  const outside = resolveParties(["non-members"], [...members], world, true).regions;
  const exporters = players.flatMap((id) => world.seats[id]).filter((id) => outside.includes(id));
  if (exporters.length === 0) return [];
  const rate = `${100 * penalty}%`;
  const duty = { id: "penalty", importers: "members", exporters, goods: settings.squeezed, rate };
  return [{ tariff: { ...duty, from: assumptions.asOf } }];
}

/** A seat's own deal: spared its share of controls on the contested goods for a stated concession, as long as the answer lasts. */
function dealOf({ answering, settings, assumptions }: Summit, region: string): LeverEntry {
  return {
    "bilateral-deal": {
      id: `deal-${region.toLowerCase()}`,
      party: region,
      supplier: answering.responder,
      goods: settings.squeezed,
      spared: `${100 * settings.sparedShare}%`,
      concession: `${settings.concession / 1000} MUSD/y`,
      from: assumptions.asOf,
    },
  };
}
