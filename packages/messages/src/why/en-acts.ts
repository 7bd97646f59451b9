import type { ActWords } from "./why-words.js";

/** What each kind of lever does first, as a clause. */
export const actsEn: ActWords = {
  "price-floor": ({ form, goods, to }) =>
    form === "border-adjusted"
      ? `a levy lifts what ${goods} from outside cost at the border of ${to} up to the reference price`
      : `makers of ${goods} are paid what the price lies below the floor, so they can afford dearer inputs, run more and build more`,
  offtake: ({ goods }) => `a treasury buys ${goods} into stock, which adds to what is demanded`,
  tariff: ({ goods, from, to }) =>
    `a duty makes ${goods} from ${from} dearer to ${to}, who turn to other sellers and to their own makers`,
  "tariff-rate-quota": ({ goods, from, to }) =>
    `beyond a volume a higher duty makes ${goods} from ${from} dearer to ${to}`,
  "export-tax": ({ goods, from, to }) =>
    `a tax at the gate of ${from} makes its ${goods} dearer to ${to} and cheaper at home (a refund the reverse)`,
  "export-licence": ({ goods, from, to }) =>
    `licences hold the volume of ${goods} from ${from} to ${to}, so what still comes is dearer there and cheaper to others`,
  "export-quota": ({ goods, from, to }) =>
    `a quota holds the volume of ${goods} from ${from} to ${to} together, so it is dearer abroad and cheaper at home`,
  "export-ban": ({ goods, from, to }) =>
    `${goods} from ${from} no longer go to ${to}, who must do without them`,
  "processing-delay": ({ goods, from, to }) =>
    `licences that wait make ${goods} from ${from} costlier to hold for ${to}`,
  "technology-export-ban": ({ from }) =>
    `others no longer learn from ${from}, so they lose more and make at higher cost`,
  "output-quota": ({ goods }) => `a quota holds the output of ${goods}, so it is dearer to all`,
  subsidy: ({ goods }) =>
    `makers of ${goods} are paid for each tonne or for their plants, so they can afford dearer inputs, run more and build more`,
  equity: () => "public money raises the share of a named project that is built",
  stockpile: ({ goods }) =>
    `a treasury fills its store of ${goods}, which adds to what is demanded, or releases it`,
  "recycled-content": ({ goods, to }) =>
    `${to} must buy a share of recycled ${goods}, which makes it worth more`,
  "local-content": ({ goods, to }) =>
    `${to} must buy a share of ${goods} from the regions named, which makes theirs worth more and the rest dearer`,
  cooperation: () =>
    "members drop duties between them, lend at lower rates or share what they know, so that their plants cost less",
  "bilateral-deal": ({ goods, from, to }) =>
    `${to} is spared controls of ${from} on ${goods}, for what it concedes`,
  "technology-transfer": ({ from }) => `hosts learn from ${from}, so they lose less and make at lower cost`,
  "environmental-cost": ({ goods }) =>
    `makers of ${goods} bear a cost for each tonne, so they run and build less`,
  "demand-shift": () => "end uses need more or less than they did (a what-if, no policy)",
};
