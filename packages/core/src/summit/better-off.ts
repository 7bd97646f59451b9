import { Book, inline } from "./book.js";
import { payoffsOf } from "./payoffs.js";
import type { Summit } from "./prepare.js";
import { allHedge, withStance, type Profile, type Stance } from "./profile.js";
import { thresholds } from "./threshold.js";

/**
 * The seats that gain more by a stance of their own than by committing with all the others, at the central assumptions and by more than
 * their threshold. Solves one profile a seat and two more; no I/O.
 */
export function seatsBetterOff(summit: Summit, stance: Exclude<Stance, "commit">): string[] {
  const { players } = summit;
  const together: Profile = { commit: (1 << players.length) - 1, deal: 0 };
  const alone = players.map((_, seat) => withStance(together, seat, stance));
  const book = new Book(summit, inline);
  book.fillNow([allHedge, together, ...alone]);
  const payoffs = payoffsOf(book);
  const threshold = thresholds(book, payoffs, [together]);
  return players.filter(
    (_, seat) => payoffs.decides(alone[seat], seat) - payoffs.decides(together, seat) > threshold[seat],
  );
}
