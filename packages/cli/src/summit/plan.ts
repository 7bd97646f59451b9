import { enter, type Summit } from "@didym/core/summit";
import type { Answer } from "../command/answer.js";
import type { Context } from "../command/context.js";

/** Size of a game and about how long it takes, from one profile solved again; nothing is kept. */
export function plannedSummit(
  summit: Summit,
  scenario: string,
  workers: number,
  { words }: Pick<Context, "words">,
): Answer {
  const { players } = summit;
  const profiles = 2 ** players.length;
  const last = { commit: profiles - 1, deal: 0 };
  enter(summit, last); // the first call compiles
  const begun = performance.now();
  enter(summit, last);
  const each = (performance.now() - begun) / 1000;
  const seconds = (each * profiles) / workers;
  return {
    data: { scenario, dryRun: true, players, profiles, workers, seconds },
    tables: [],
    text: `${words({
      en: `${profiles} profiles of ${players.length} seats on ${workers} workers: about ${Math.ceil(seconds)} s`,
      zh: `${players.length} 个席位的 ${profiles} 种组合，${workers} 个工作线程：约 ${Math.ceil(seconds)} 秒`,
    })}\n`,
  };
}
