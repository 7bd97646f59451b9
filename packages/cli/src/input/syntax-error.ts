import { IssueError } from "@didym/core/errors";

/** Where something stands, counted from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** INVALID_SYNTAX with its reason and, where it is known, its place. */
export function syntaxError(file: string, reason: string, position: Position | undefined): IssueError {
  return new IssueError([{ code: "INVALID_SYNTAX", file, ...position, details: { reason } }]);
}

/** The position of an offset in a text. */
export function positionOf(text: string, offset: number): Position {
  const lines = text.slice(0, offset).split("\n");
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
