import type { Profile, ProfileAccount } from "@didym/core/summit";
import { createClient, type Client, type Port } from "../../../model/client.js";
import type { SummitGame } from "./summit-question.js";

/** Another thread that solves profiles: their accounts, one for each rule asked about; none where it cannot. */
export type Helper = (game: SummitGame, profile: Profile) => Promise<readonly ProfileAccount[]>;

/** More threads need more memory than they save time. */
const most = 3;
let threads: Client[] = [];
let started = false;

/**
 * Starts a thread for each core beside this one. They are this same program, which reads the model's figures again.
 *
 * @param address of the page, beside which the figures lie.
 */
export function startHelpers(address: string, version: string): number {
  if (started || typeof Worker === "undefined") return threads.length;
  started = true;
  const count = Math.min(most, navigator.hardwareConcurrency - 1);
  threads = Array.from({ length: count }, () => {
    const thread = new Worker(self.location.href, { type: "module" });
    return createClient(thread as unknown as Port, address, version);
  });
  return count;
}

/** The threads there are; one that fails is asked no more, and its profile is solved by who asked. */
export function helpers(): readonly Helper[] {
  return threads.map((thread) => async (game, profile) => {
    if (!threads.includes(thread)) return [];
    try {
      return await thread.ask("summitSolve", { ...game, profile });
    } catch {
      threads = threads.filter((other) => other !== thread);
      thread.close();
      return [];
    }
  });
}
