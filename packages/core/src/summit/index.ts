export { answerBy, answered, withResponse, type Answered } from "./respond.js";
export { seatsBetterOff } from "./better-off.js";
export { openTable, movers, type Mover, type Movers } from "./movers.js";
export { Book, enter, inline, type Entry, type Executor } from "./book.js";
export { breakEvens } from "./break-even-answer.js";
export { payoffsOf, type Payoffs } from "./payoffs.js";
export { neighbours } from "./play.js";
export { reasons, type Reason } from "./reason.js";
export { solvedProfiles, type Solve, type SolvedProfiles } from "./solved-profiles.js";
export { thresholds } from "./threshold.js";
export { profileLevers, type ProfileLevers } from "./profile-levers.js";
export { prepareSummit, type Summit, type SummitOptions } from "./prepare.js";
export { solveProfile, type ProfileAccount } from "./solve-profile.js";
export { summit, type AskSummit, type SummitResult } from "./summit.js";
export {
  drawnScenario,
  restingProfiles,
  structuralGroups,
  structuralParameters,
} from "./structural-draws.js";
export type { Club, GainSplit } from "./club-goods.js";
export type { ResponseAnswer, SeatChoice, Step, SummitAnswer, TransferAnswer } from "./summit-answer.js";
export { assumptionIds, type SummitAssumptions } from "./summit-assumptions.js";
export {
  allHedge,
  profileName,
  stanceOf,
  stances,
  withStance,
  type Profile,
  type Stance,
} from "./profile.js";
