import { bestReply } from "./best-reply.js";
import type { Book } from "./book.js";
import { toMillions } from "./named-payoffs.js";
import { profileName, type Profile } from "./profile.js";
import type { ResponseAnswer } from "./summit-answer.js";
import { responderWelfare } from "./valuation.js";

/** What was played against the profiles given, and what each answer of the menu would cost who answers against `against`. */
export function responseAnswer(book: Book, profiles: readonly Profile[], against: Profile): ResponseAnswer {
  const { summit } = book;
  const { answering, response, players, assumptions } = summit;
  const { account, menu: known } = book.at(against);
  const searched = account.licenceVolume !== undefined && {
    [account.response]: responderWelfare(summit, account),
  };
  const menu = { ...(known ?? bestReply(summit, against).menu), ...searched };
  const best = Math.max(...Object.values(menu));
  const licences = profiles.flatMap((profile) => {
    const { licenceVolume } = book.at(profile).account;
    return licenceVolume === undefined ? [] : [[profileName(profile, players), licenceVolume] as const];
  });
  return {
    rule: response,
    by: answering.responder,
    from: answering.from,
    to: answering.to,
    played: Object.fromEntries(
      profiles.map((profile) => [profileName(profile, players), book.at(profile).account.response]),
    ),
    ...(licences.length > 0 && { licences: Object.fromEntries(licences) }),
    menu: Object.entries(menu).map(([id, welfare]) => ({
      response: id,
      cost: toMillions(best - welfare),
      credible: best - welfare <= assumptions.thresholdMoney,
    })),
  };
}
