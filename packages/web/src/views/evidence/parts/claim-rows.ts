import type { JudgedClaim } from "@didym/core/claims";
import type { Origin } from "../../../parts/origin.js";
import { holds } from "../data/find-rows.js";
import type { Ledger } from "../data/ledger.js";
import type { EvidenceChoice } from "../evidence-choice.js";
import { sourceWords, type EvidenceView, type Row } from "../view.js";

export function claimsFound(
  { claims }: Ledger,
  { verdict, search }: Pick<EvidenceChoice, "verdict" | "search">,
): readonly JudgedClaim[] {
  return claims.filter((claim) => {
    const { id, claim: words, claimedText, evidenceText, explanation, sources } = claim;
    const texts = [words, claimedText, evidenceText, explanation].flatMap((one) => [one?.en, one?.zh]);
    const text = [id, ...texts, ...sources].join(" ");
    return (verdict === "" || claim.verdict === verdict) && holds(text.toLowerCase(), search);
  });
}

/** What the model says of a claim; undefined where it cannot test it. */
export function testText({ words, numbers }: EvidenceView, { modelTest }: JudgedClaim): string | undefined {
  if (modelTest === null) return undefined;
  const { holds: held, value, compared } = modelTest;
  if (held === null || value === null || compared === null) return words.claims.noMeaning;
  const sides = `${words.claims.left} ${numbers.plain(value)}, ${words.claims.right} ${numbers.plain(compared)}`;
  return `${held ? words.claims.holds : words.claims.fails}${words.colon}${sides}`;
}

/** Where the value found for a claim comes from. */
export function claimOrigin(view: EvidenceView, claim: JudgedClaim): Origin {
  return {
    title: claim.claim[view.language],
    value: claim.evidenceText[view.language],
    unit: "",
    year: undefined,
    kind: "found",
    sources: sourceWords(view, claim.sources),
    text: claim.explanation[view.language],
    reference: `didym claims ${claim.id}`,
  };
}

/** The ledger as one table, for a spreadsheet. */
export function claimRows(
  view: EvidenceView,
  ledger: Ledger,
  claims: readonly JudgedClaim[],
): readonly Row[] {
  return claims.map((claim) => ({
    id: claim.id,
    cells: [
      { text: claim.id },
      { text: claim.claim[view.language] },
      { text: claim.claimedText?.[view.language] ?? "" },
      { text: claim.evidenceText[view.language] },
      { text: ledger.verdicts[claim.verdict][view.language], strong: true },
      { text: claim.explanation[view.language] },
      { text: claim.modelTest?.question[view.language] ?? "" },
      { text: testText(view, claim) ?? "" },
      { text: "", cites: claim.sources },
    ],
  }));
}
