import type { ResponsePath, StanceGame } from "../games/index.js";
import { toMillions } from "./named-payoffs.js";
import type { Payoffs } from "./payoffs.js";
import { profileOfNumber } from "./play.js";
import type { Summit } from "./prepare.js";
import { stances } from "./profile.js";
import { reasons } from "./reason.js";
import type { Step } from "./summit-answer.js";

const named = 3;

/** The moves of a path with what speaks for each, MUSD. */
export function stepsOf(summit: Summit, payoffs: Payoffs, game: StanceGame, { moves }: ResponsePath): Step[] {
  return moves.map(({ seat, from, to, gain, before, after }) => {
    const list = reasons(summit, payoffs, seat, profileOfNumber(before, game), profileOfNumber(after, game));
    const inMillions = list.map(({ item, amount }) => ({ item, amount: toMillions(amount) }));
    return {
      mover: summit.players[seat],
      from: stances[from],
      to: stances[to],
      gain: toMillions(gain),
      item: inMillions[0].item,
      amount: inMillions[0].amount,
      reasons: [...inMillions.slice(0, named), ...inMillions.slice(named).slice(-named)],
    };
  });
}
