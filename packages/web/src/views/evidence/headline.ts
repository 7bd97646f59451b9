import type { Origin } from "../../parts/origin.js";
import { isFigures } from "./data/tables.js";
import type { Ledger } from "./data/ledger.js";
import { movedBy } from "./data/balanced-row.js";
import type { EvidenceView } from "./view.js";
import type { BalanceAnswer } from "./worker/handlers.js";
import type { EvidencePart } from "@didym/messages/evidence";

export interface EvidenceHeadline {
  readonly id: "figures" | "sources" | "assumed" | "moved" | "claims" | "missed";
  readonly title: string;
  readonly value: string;
  readonly origin: Origin;
  /** Where it is shown one by one. */
  readonly part: EvidencePart;
}

const tenth = 0.1;

/** How much there is, how well it is known, and where the model failed. */
export function evidenceHeadline(
  view: EvidenceView,
  ledger: Ledger,
  balance: BalanceAnswer | undefined,
): readonly EvidenceHeadline[] {
  const { words, numbers } = view;
  const rows = [...view.tables.values()].filter(isFigures).flatMap((table) => table.rows);
  const assumed = rows.filter(({ grade }) => grade === "D").length;
  const moves = (balance?.figures ?? []).map(movedBy).filter((move) => move !== undefined);
  const moved = moves.filter((move) => Math.abs(move) > tenth).length;
  const supported = ledger.claims.filter(
    ({ verdict }) => verdict === "supported" || verdict === "partly",
  ).length;
  const { summary } = ledger.backtests;
  const missed = summary.filter(({ verdict }) => verdict === "missed").length;
  const of = (part: number, whole: number): string =>
    words.headline.of(numbers.exact(part), numbers.exact(whole));
  const item = (id: EvidenceHeadline["id"], part: EvidencePart, value: string): EvidenceHeadline => ({
    id,
    part,
    title: words.headline[id],
    value,
    origin: {
      title: words.headline[id],
      value,
      unit: "",
      year: undefined,
      kind: "computed",
      text: words.headline.text[id],
    },
  });
  return [
    item("figures", "figures", numbers.exact(rows.length)),
    item("sources", "sources", numbers.exact(new Set(view.sources.values()).size)),
    item("assumed", "figures", of(assumed, rows.length)),
    item("moved", "balance", of(moved, moves.length)),
    item("claims", "claims", of(supported, ledger.claims.length)),
    item("missed", "backtests", of(missed, summary.length)),
  ];
}
