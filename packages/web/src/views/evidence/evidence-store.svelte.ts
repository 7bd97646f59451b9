import type { BalanceAnswer } from "./worker/handlers.js";
import { fetchTranslations, type Translations } from "../../model/translations.js";
import type { Client } from "../../model/client.js";
import type { Ledger } from "./data/ledger.js";
import { unpackTables, type Tables } from "./data/tables.js";

async function fetchText(name: string): Promise<string> {
  const answer = await fetch(new URL(`data/${name}`, document.baseURI));
  if (!answer.ok) throw new Error(`${String(answer.status)} ${name}`);
  return answer.text();
}

/** Fetched as soon as the view's code is there, which is once the page stands: then it needs no server. */
const early = Promise.all([fetchText("evidence.json"), fetchText("ledger.json")]);
early.catch(() => undefined);

/** The figures, the ledger and the balance; what is bulky is fetched when the view is first opened. */
export class EvidenceStore {
  tables = $state.raw<Tables>(new Map());
  ledger = $state.raw<Ledger | undefined>(undefined);
  balance = $state.raw<BalanceAnswer | undefined>(undefined);
  translations = $state.raw<Translations>({});
  /** Everything has come. */
  complete = $state(false);
  failure = $state("");

  constructor(private readonly client: Client) {
    void this.load(early);
  }

  /** Asks again for what did not come. */
  again(): void {
    this.failure = "";
    void this.load(Promise.all([fetchText("evidence.json"), fetchText("ledger.json")]));
  }

  private async load(first: Promise<readonly [string, string]>): Promise<void> {
    try {
      const [evidence, ledger] = await first;
      this.tables = unpackTables(evidence);
      this.ledger = JSON.parse(ledger) as Ledger;
      this.balance = await this.client.ask("evidenceBalance", undefined);
      this.translations = await fetchTranslations("translations");
      this.tables = new Map([...this.tables, ...unpackTables(await fetchText("trade.json"))]);
      this.complete = true;
    } catch (error) {
      this.failure = error instanceof Error ? error.message : String(error);
    }
  }
}

let store: EvidenceStore | undefined;

/** One store for all visits of the view. */
export function evidenceStore(client: Client): EvidenceStore {
  store ??= new EvidenceStore(client);
  return store;
}
