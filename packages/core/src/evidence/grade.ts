export type Grade = "A" | "B" | "C" | "D";

/** How a figure came about. `reported` is a published count, contract or quotation; the others say so themselves. */
export type Basis =
  | "measured"
  | "reported"
  | "computed"
  | "converted"
  | "estimated"
  | "forecast"
  | "study-assumption"
  | "assumed";

export interface SourceForGrade {
  readonly kind: "primary" | "secondary" | "own";
  readonly address: "page" | "copy" | "site" | "none";
  /** A secondary source that says whose figure it repeats. */
  readonly namesPrimary: boolean;
}

/** A reasoned departure: `cap` never raises a grade, `set` replaces it. */
export interface GradeException {
  readonly id: string;
  readonly scope: "source" | "note" | "row";
  /** Table the exception speaks of; "" for all. */
  readonly table: string;
  readonly key: string;
  readonly effect: "cap" | "set";
  readonly grade: Grade;
}

const order: readonly Grade[] = ["A", "B", "C", "D"];

/**
 * Grade by rule. A: primary, measured, with address. B: primary without address, or secondary that names a primary.
 * C: computed, converted, estimated, or a secondary that names none. D: assumed. Without a page address one step lower.
 */
export function gradeByRule(basis: Basis, source: SourceForGrade): Grade {
  if (basis === "assumed") return "D";
  const measured = basis === "measured" || basis === "reported";
  const best = !measured ? 2 : source.kind === "primary" ? 0 : source.namesPrimary ? 1 : 2;
  const hasPage = source.kind === "own" || source.address === "page" || source.address === "copy";
  return order[Math.min(3, best + (hasPage ? 0 : 1))];
}

export interface GradedRow {
  readonly table: string;
  readonly id: string;
  readonly basis: Basis;
  readonly note: string;
  readonly sources: readonly string[];
}

/** The grade of a row and the exception behind it, if any: best of its sources by rule, then source, note and row exceptions. */
export function gradeRow(
  row: GradedRow,
  sources: ReadonlyMap<string, SourceForGrade>,
  exceptions: readonly GradeException[],
): { readonly grade: Grade; readonly reason: string } {
  let best = order.length;
  let reason = "";
  for (const id of row.sources) {
    const source = sources.get(id);
    if (source === undefined) continue;
    const rule = order.indexOf(gradeByRule(row.basis, source));
    const changed = apply(
      rule,
      exceptions.filter((e) => e.scope === "source" && e.key === id && concerns(e, row)),
    );
    if (changed.rank < best) ({ rank: best, reason } = changed);
  }
  const words = row.note.split(" ");
  const later = exceptions.filter(
    (e) =>
      concerns(e, row) &&
      ((e.scope === "note" && words.includes(e.key)) || (e.scope === "row" && e.key === row.id)),
  );
  const last = apply(Math.min(best, order.length - 1), later);
  return { grade: order[last.rank], reason: last.reason === "" ? reason : last.reason };
}

function concerns(exception: GradeException, row: GradedRow): boolean {
  return exception.table === "" || exception.table === row.table;
}

function apply(rank: number, exceptions: readonly GradeException[]): { rank: number; reason: string } {
  let reason = "";
  for (const exception of exceptions) {
    const wanted = order.indexOf(exception.grade);
    if (exception.effect === "set" ? wanted !== rank : wanted > rank) {
      rank = wanted;
      reason = exception.id;
    }
  }
  return { rank, reason };
}
