import { exitCodeOf } from "../../errors/exit-codes.js";

const byCode: Readonly<Record<string, number>> = {
  INVALID_SYNTAX: 400,
  NOT_TEXT: 400,
  FORBIDDEN_ORIGIN: 403,
  UNKNOWN_PATH: 404,
  UNKNOWN_TABLE: 404,
  UNKNOWN_TOPIC: 404,
  METHOD_NOT_ALLOWED: 405,
  FILE_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  UNSUPPORTED: 501,
  MISSING_PART: 501,
  BUSY: 503,
  TIME_LIMIT: 504,
};

const unprocessable = 422;
const failure = 500;

/** HTTP status of an error code: what is wrong with the request is 400 to 422, no answer to a sound one 422 or 504. */
export function statusOf(code: string): number {
  return byCode[code] ?? (exitCodeOf(code) === 1 ? failure : unprocessable);
}
