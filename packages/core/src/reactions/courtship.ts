import type { Reaction } from "./reaction.js";
import { licenceSqueeze } from "./licence-squeeze.js";

/** Deals offered to those courted, with a squeeze of the committed that the deal spares them. */
export const courtship: Reaction = {
  id: "courtship",
  answer(situation, settings) {
    const { responder, courted, from, to } = situation;
    const { sparedShare, concession, squeezed } = settings;
    const offered = courted.filter((party) => !situation.committed.includes(party));
    if (offered.length === 0) return licenceSqueeze.answer(situation, settings);
    const deal = {
      id: "response-deal",
      party: offered,
      supplier: responder,
      goods: squeezed,
      spared: `${100 * sparedShare}%`,
      concession: `${(concession * offered.length) / 1000} MUSD/y`,
      from,
      to,
    };
    return [...licenceSqueeze.answer(situation, settings), { "bilateral-deal": deal }];
  },
};
