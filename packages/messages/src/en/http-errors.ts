import { shown, type ErrorText } from "../error-text.js";

/** Words for what the HTTP API refuses before a command is run. */
export const httpErrors = {
  UNKNOWN_PATH: {
    message: ({ found }) => `The API has no path ${shown(found)}.`,
    hint: () => "GET /api/openapi.json",
    page: "The HTTP API has no such path. GET /api/openapi.json lists all of them with what they take and give.",
  },
  METHOD_NOT_ALLOWED: {
    message: ({ found, expected }) => `${shown(found)} is not allowed here; allowed: ${shown(expected)}.`,
    page: "Questions that compute are asked by POST, lists are read by GET.",
  },
  UNSUPPORTED_MEDIA_TYPE: {
    message: ({ found, expected }) => `The body is ${shown(found)}, expected ${shown(expected)}.`,
    page: "The body of a request to the HTTP API is JSON and says so in its content-type. Pages of other sites cannot send that unasked.",
  },
  FORBIDDEN_ORIGIN: {
    message: ({ found }) => `Requests from ${shown(found)} are not answered.`,
    page: "The server answers programs and its own page only. A page of another site, or an address that is not this server's, is refused. Start it with --host for other machines.",
  },
  BUSY: {
    message: ({ found }) => `${shown(found)} requests are waiting; try again later.`,
    page: "The HTTP API computes a few requests at a time and lets some wait. Beyond that it answers 503 with Retry-After.",
  },
} satisfies Record<string, ErrorText>;
