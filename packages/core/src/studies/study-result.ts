import type { Text } from "../chain/chain.js";
import { agreementOf, type Agreement } from "./agreement.js";
import type { PublishedFigure, Study } from "./study.js";

/** A study with what was found here; `here` is null where the experiment has no answer. */
export interface StudyResult {
  readonly id: string;
  readonly group: string;
  readonly study: Text;
  readonly figure: Text;
  readonly experiment: Text;
  readonly why: Text;
  readonly published: PublishedFigure;
  readonly here: number | null;
  readonly agreement: Agreement | null;
}

export function studyResult(study: Study, here: number | undefined): StudyResult {
  const { id, group, figure, why, published } = study;
  const common = { id, group, study: study.study, figure, experiment: study.here, why, published };
  if (here === undefined || !Number.isFinite(here)) return { ...common, here: null, agreement: null };
  return { ...common, here, agreement: agreementOf(here, published) };
}
