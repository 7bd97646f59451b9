import { checkData } from "@didym/core/evidence";
import { runHash } from "@didym/data";
import type { HealthRow } from "../commands/doctor.js";
import type { Context } from "../command/context.js";
import { compiledChain } from "../data/compiled-chain.js";
import { evidenceFiles } from "../data/read-evidence.js";
import { issueMessage } from "../errors/issue-text.js";

/** The integrity of the figures: the tables hold, and what was compiled comes from them. */
export async function dataHealth(context: Context): Promise<HealthRow[]> {
  const files = await evidenceFiles(context);
  const [first] = checkData(files);
  const broken =
    first === undefined
      ? ""
      : `${first.file ?? ""}:${first.line ?? ""} ${issueMessage(first, context.messages)}`;
  const now = runHash(files);
  const { hash } = await compiledChain();
  const count = Object.keys(files).length;
  return [
    {
      item: "tables",
      status: first === undefined ? "ok" : "failed",
      detail: broken === "" ? String(count) : broken,
    },
    {
      item: "compiled",
      status: hash === now ? "ok" : "failed",
      detail: hash === now ? hash : `${hash} ≠ ${now}`,
    },
  ];
}
