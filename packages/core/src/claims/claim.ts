import type { Text } from "../chain/chain.js";
import type { Table, Value } from "../evidence/table.js";
import type { ClaimTestResult } from "./claim-test.js";

export const verdicts = ["supported", "partly", "contradicted", "cannot-be-checked"] as const;
export type Verdict = (typeof verdicts)[number];

/** A claim of the debate as the ledger holds it. */
export interface Claim {
  readonly id: string;
  readonly theme: string;
  readonly claim: Text;
  /** Value as claimed; null where the claim names none. */
  readonly claimed: string | null;
  /** Best evidence found. */
  readonly evidence: string;
  /** `claimed` in both languages. */
  readonly claimedText: Text | null;
  /** `evidence` in both languages. */
  readonly evidenceText: Text;
  readonly explanation: Text;
  readonly sources: readonly string[];
  readonly verdict: Verdict;
  /** Expression for `parseClaimTest`; undefined where the model cannot test the claim. */
  readonly test: string | undefined;
  /** The test as a question that the model answers with yes or no. */
  readonly question: Text | undefined;
}

/** A claim with the model's answer. */
export interface JudgedClaim extends Omit<Claim, "test" | "question"> {
  readonly modelTest: AskedTest | null;
}

/** What the model was asked and what it says. */
export interface AskedTest extends ClaimTestResult {
  readonly question: Text;
}

/** The claims of the ledger (table `claims`), in its order. */
export function readClaims({ rows }: Pick<Table, "rows">): Claim[] {
  return rows.map((row) => ({
    id: word(row["id"]),
    theme: word(row["theme"]),
    claim: { en: word(row["claim_en"]), zh: word(row["claim_zh"]) },
    claimed: row["claimed"] === null ? null : word(row["claimed"]),
    evidence: word(row["best"]),
    claimedText:
      row["claimed"] === null
        ? null
        : { en: word(row["claimed"]), zh: word(row["claimed_zh"] ?? row["claimed"]) },
    evidenceText: { en: word(row["best"]), zh: word(row["best_zh"] ?? row["best"]) },
    explanation: { en: word(row["explanation_en"]), zh: word(row["explanation_zh"]) },
    sources: list(row["source_id"]),
    verdict: word(row["verdict"]) as Verdict,
    test: row["model_test"] === null ? undefined : word(row["model_test"]),
    question: row["model_test"] === null ? undefined : { en: word(row["test_en"]), zh: word(row["test_zh"]) },
  }));
}

const word = (value: Value | undefined): string => (typeof value === "string" ? value : String(value ?? ""));

const list = (value: Value | undefined): readonly string[] =>
  Array.isArray(value) ? (value as readonly string[]) : [];
