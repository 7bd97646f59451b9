import { cheapestTransfers, coalitionKey, coalitionMembers, type CoalitionPayoffs } from "../games/index.js";
import { toMillions } from "./named-payoffs.js";
import type { TransferAnswer } from "./summit-answer.js";

/** The cheapest payments that would hold a coalition, MUSD. */
export function transferAnswer(
  game: CoalitionPayoffs,
  coalition: number,
  players: readonly string[],
): TransferAnswer {
  const { transfers, moved, outsideMoney } = cheapestTransfers(game, coalition);
  return {
    coalition: coalitionKey(coalition, players),
    transfers: Object.fromEntries(
      coalitionMembers(coalition).map((seat) => [players[seat], toMillions(transfers[seat])]),
    ),
    moved: toMillions(moved),
    outsideMoney: toMillions(outsideMoney),
  };
}
