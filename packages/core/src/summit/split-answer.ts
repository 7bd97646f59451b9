import type { Book } from "./book.js";
import { clubGoods, type GainSplit } from "./club-goods.js";
import { toMillions } from "./named-payoffs.js";
import type { Profile } from "./profile.js";

/** A coalition's gains by party, split into club goods and what is open to all, MUSD. */
export function splitAnswer(book: Book, profile: Profile): Record<string, GainSplit> {
  const found = clubGoods(book, profile);
  return Object.fromEntries(book.summit.parties.map(({ id }, party) => [id, inMillions(found[party])]));
}

function inMillions({ total, clubs, open }: GainSplit): GainSplit {
  const parts: Partial<Record<keyof typeof clubs, number>> = {};
  for (const club of Object.keys(clubs) as (keyof typeof clubs)[]) parts[club] = toMillions(clubs[club]!);
  return { total: toMillions(total), clubs: parts, open: toMillions(open) };
}
