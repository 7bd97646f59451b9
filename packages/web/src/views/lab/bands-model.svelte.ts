import type { Client } from "../../model/client.js";
import type { BandsAnswer, BandsQuestion } from "./worker/answer-bands.js";

/** Draws of an own scenario: enough for quartiles, few enough to wait for. */
export const ownDraws = 24;

/** Bands of the scenario shown: stored ones where a built-in scenario is unchanged, else worked out on demand and then at every release. */
export class BandsModel {
  answer = $state.raw<BandsAnswer | undefined>(undefined);
  progress = $state.raw<readonly [number, number] | undefined>(undefined);
  /** The reader asked once; later changes are quantified at rest. */
  wanted = $state(false);
  private stopper: AbortController | undefined;
  private readonly known = new Map<string, Promise<BandsAnswer | undefined>>();

  /** Fetches the stored bands of a built-in scenario; those of other figures than `data` count for nothing. */
  async open(name: string, hash: string, data: string): Promise<void> {
    if (!__DIDYM_BANDS__.includes(name)) return;
    let file = this.known.get(name);
    if (file === undefined) this.known.set(name, (file = fetchBands(name)));
    const found = await file;
    if (found?.hash === hash && found.data === data && this.answer?.hash !== hash) this.answer = found;
  }

  compute(client: Client, question: BandsQuestion): void {
    this.stop();
    const stopper = new AbortController();
    this.stopper = stopper;
    this.progress = [0, question.draws];
    const onProgress = (done: number, total: number): void => {
      if (this.stopper === stopper) this.progress = [done, total];
    };
    client.ask("bands", question, { onProgress, signal: stopper.signal }).then(
      (answer) => {
        if (this.stopper !== stopper) return;
        this.answer = answer;
        this.progress = undefined;
      },
      () => {
        if (this.stopper === stopper) this.progress = undefined;
      },
    );
  }

  stop(): void {
    this.stopper?.abort(new Error("stopped"));
    this.stopper = undefined;
    this.progress = undefined;
  }
}

/** Undefined where the server is gone: the page then says that nothing is quantified. */
async function fetchBands(name: string): Promise<BandsAnswer | undefined> {
  try {
    const answer = await fetch(new URL(`bands/${encodeURIComponent(name)}.json`, document.baseURI));
    return answer.ok ? ((await answer.json()) as BandsAnswer) : undefined;
  } catch {
    return undefined;
  }
}
