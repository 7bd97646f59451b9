import { readClaims, type Claim, type JudgedClaim } from "@didym/core/claims";
import { IssueError, nearestName } from "@didym/core/errors";
import { testWords, verdictWords } from "../claims/claim-words.js";
import { remember } from "../cache/result-cache.js";
import { judgeClaims } from "../claims/judge-claims.js";
import { seatShare, type SeatShare } from "../claims/seat-share.js";
import type { Table } from "../command/answer.js";
import { defineCommand } from "../command/command.js";
import type { Context } from "../command/context.js";
import { readEvidence } from "../data/read-evidence.js";
import { textColumn } from "../output/columns.js";
import { findTable } from "./data-show.js";

function oneOrAll(claims: readonly Claim[], id: string | undefined): readonly Claim[] {
  if (id === undefined) return claims;
  const found = claims.find((claim) => claim.id.toLowerCase() === id.toLowerCase());
  if (found !== undefined) return [found];
  const ids = claims.map((claim) => claim.id);
  const nearest = nearestName(id, ids);
  throw new IssueError([
    {
      code: "UNKNOWN_NAME",
      path: "ID",
      found: id,
      expected: ids,
      ...(nearest !== undefined && { nearest }),
    },
  ]);
}

const listColumns = [
  textColumn("id", "id", "编号"),
  textColumn("claim", "claim", "论断"),
  textColumn("claimed", "claimed", "所称"),
  textColumn("evidence", "best evidence", "最佳依据"),
  textColumn("verdict", "verdict", "裁定"),
  textColumn("model", "model says", "模型回答"),
  textColumn("sources", "sources", "来源"),
];

function listTable(claims: readonly JudgedClaim[], words: Context["words"]): Table {
  return {
    name: "claims",
    title: { en: "Claims and what the evidence says", zh: "论断与依据" },
    columns: listColumns,
    rows: claims.map(({ id, claim, claimedText, evidenceText, verdict, modelTest, sources }) => [
      id,
      words(claim),
      claimedText === null ? null : words(claimedText),
      words(evidenceText),
      words(verdictWords[verdict]),
      modelTest === null ? null : words(testWords(modelTest)),
      sources.join("; "),
    ]),
  };
}

/** One claim on the whole width: field by field. */
function claimTable(claim: JudgedClaim, words: Context["words"]): Table {
  const { rows, columns } = listTable([claim], words);
  const fields = columns.map(({ title }, i) => [words(title), rows[0][i]] as const);
  const explanation = [words({ en: "explanation", zh: "说明" }), words(claim.explanation)] as const;
  const test =
    claim.modelTest === null
      ? []
      : [
          [
            words({ en: "asked of the model", zh: "向模型所提问题" }),
            words(claim.modelTest.question),
          ] as const,
          [words({ en: "test", zh: "检验式" }), claim.modelTest.expression] as const,
        ];
  return {
    name: "claim",
    columns: [textColumn("field", "field", "项目"), textColumn("text", "text", "内容")],
    rows: [...fields, explanation, ...test],
  };
}

export const claims = defineCommand({
  name: "claims",
  positionals: [
    { name: "ID", optional: true, brief: { en: "one claim, as MC02", zh: "一条论断，例如 MC02" } },
  ],
  flags: {},
  examples: [
    { args: "claims", does: { en: "the whole ledger", zh: "全部论断" } },
    { args: "claims MC02", does: { en: "one claim with its explanation", zh: "一条论断及其说明" } },
    { args: "claims --json", does: { en: "for a program", zh: "供程序使用" } },
  ],
  run: async (context, { positionals: [id] }) => {
    const asked = oneOrAll(readClaims(findTable(await readEvidence(context), "claims")), id);
    const shareOf: SeatShare = (figure) =>
      remember(context, "seats-better-off", figure, () => seatShare(figure));
    const judged = await judgeClaims(asked, () => context.signal.aborted, shareOf);
    context.throwIfStopped();
    const { words } = context;
    const table = id === undefined ? listTable(judged, words) : claimTable(judged[0], words);
    return { data: judged, bare: true, tables: [table] };
  },
});
