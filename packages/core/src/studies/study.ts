import type { Text } from "../chain/chain.js";
import { IssueError } from "../errors/issue.js";
import type { Row, Table, Value } from "../evidence/table.js";
import { Experiment, type ExperimentKind } from "./experiment.js";

export type Qualifier = "exact" | "about" | "at-least" | "at-most" | "range" | "sign";

/** A figure that somebody else printed. */
export interface PublishedFigure {
  /** Row of the evidence. */
  readonly row: string;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly unit: string;
  readonly qualifier: Qualifier;
  readonly sources: readonly string[];
  readonly grade: string;
}

/** A published figure and the experiment that is nearest to it here. */
export interface Study {
  readonly id: string;
  readonly group: string;
  /** Who asked what. */
  readonly study: Text;
  /** The figure that is compared. */
  readonly figure: Text;
  /** What is run here. */
  readonly here: Text;
  /** Why the two differ, or why they need not agree. */
  readonly why: Text;
  readonly published: PublishedFigure;
  readonly experiment: Experiment;
}

type Tables = ReadonlyMap<string, Pick<Table, "rows">>;

/** Tables of the evidence whose rows a study may name. */
const published = ["elasticities", "parameters", "costs", "stage_shares"];

/**
 * The studies of the table `studies`, in its order, each with its figure from the evidence.
 *
 * @throws IssueError `UNKNOWN_REFERENCE` where a row is not in the evidence.
 */
export function readStudies(tables: Tables): Study[] {
  const rows = new Map(
    published.flatMap((name) => (tables.get(name)?.rows ?? []).map((row) => [word(row["id"]), row] as const)),
  );
  return (tables.get("studies")?.rows ?? []).map((row) => {
    const both = (key: string): Text => ({ en: word(row[`${key}_en`]), zh: word(row[`${key}_zh`]) });
    return {
      id: word(row["id"]),
      group: word(row["group"]),
      study: both("study"),
      figure: both("figure"),
      here: both("here"),
      why: both("why"),
      published: publishedFigure(rows, word(row["row"]), row["reading"] === "sign"),
      experiment: new Experiment(word(row["kind"]) as ExperimentKind, word(row["experiment"])),
    };
  });
}

function publishedFigure(rows: ReadonlyMap<string, Row>, id: string, sign: boolean): PublishedFigure {
  const row = rows.get(id);
  if (row === undefined) throw new IssueError([{ code: "UNKNOWN_REFERENCE", path: "row", found: id }]);
  const share = number(row["share_pct"]);
  return {
    row: id,
    value: share ?? number(row["value"]),
    low: share === null ? number(row["value_low"]) : null,
    high: share === null ? number(row["value_high"]) : null,
    unit: share === null ? word(row["unit"]) : "%",
    qualifier: sign ? "sign" : (word(row["qualifier"]) as Qualifier),
    sources: list(row["source_id"]),
    grade: word(row["grade"]),
  };
}

const word = (value: Value | undefined): string => (typeof value === "string" ? value : String(value ?? ""));
const number = (value: Value | undefined): number | null => (typeof value === "number" ? value : null);
const list = (value: Value | undefined): readonly string[] =>
  Array.isArray(value) ? (value as readonly string[]) : [];
