import type { IncomingMessage, ServerResponse } from "node:http";
import { IssueError } from "@didym/core/errors";
import { catalogue, type Language } from "@didym/messages";
import { asIssues } from "../../errors/as-issues.js";
import { errorDocument } from "../../errors/error-output.js";
import { jsonText } from "../../output/json.js";
import { jobPool, type JobPool, type PoolOptions } from "./job-pool.js";
import { leversDocument } from "./levers-document.js";
import { openApi } from "./open-api.js";
import { commandOf } from "./route-command.js";
import { readBody } from "./read-body.js";
import type { Route } from "./route.js";
import { routes } from "./routes.js";
import { requireOwnOrigin } from "./same-origin.js";
import { statusOf } from "./status.js";
import { toArguments } from "./to-arguments.js";

/** Answers requests below `/api/`; false for any other path. */
export interface Api {
  readonly answer: (request: IncomingMessage, response: ServerResponse, host: string) => Promise<boolean>;
  readonly close: () => Promise<void>;
}

interface Reply {
  readonly status: number;
  readonly text: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The HTTP API: the same runs as the command line, with the bytes of its `--json`. */
export function makeApi(options: PoolOptions = {}): Api {
  const pool = jobPool(options);
  return {
    close: () => pool.close(),
    answer: async (request, response, host) => {
      const url = new URL(request.url ?? "/", "http://localhost");
      if (url.pathname !== "/api" && !url.pathname.startsWith("/api/")) return false;
      const language: Language = url.searchParams.get("lang") === "zh" ? "zh" : "en";
      const reply = await replyTo(request, response, url, host, pool).catch((error: unknown) =>
        failure(error, language),
      );
      if (!response.destroyed) send(request, response, reply);
      return true;
    },
  };
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  { status, text, headers = {} }: Reply,
): void {
  const bytes = Buffer.from(text, "utf8");
  response.writeHead(status, {
    "content-type": "application/json; charset=utf-8",
    "content-length": bytes.byteLength,
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
    ...(!request.complete && { connection: "close" }),
    ...headers,
  });
  response.end(request.method === "HEAD" ? undefined : bytes);
}

function failure(thrown: unknown, language: Language): Reply {
  const issues = asIssues(thrown);
  const [{ code, expected }] = issues;
  const headers: Record<string, string> = {
    ...(code === "BUSY" && { "retry-after": "5" }),
    ...(code === "METHOD_NOT_ALLOWED" && { allow: String(expected) }),
  };
  return { status: statusOf(code), text: jsonText(errorDocument(issues, catalogue(language))), headers };
}

async function replyTo(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  host: string,
  pool: JobPool,
): Promise<Reply> {
  requireOwnOrigin(request, host);
  const own = ownDocuments[url.pathname];
  if (own !== undefined) {
    requireMethod(request, "GET");
    return { status: 200, text: jsonText(await own()) };
  }
  const { route, argument } = findRoute(url.pathname);
  requireMethod(request, route.method);
  const command = await commandOf(route);
  const asked = toArguments(route, command, await questionOf(request, url, route), argument);
  const left = new AbortController();
  response.once("close", () => {
    if (!response.writableFinished) left.abort();
  });
  const { exitCode, text } = await pool.run(asked, asked.seconds, left.signal);
  return { status: exitCode === 0 || exitCode === checkFailed ? 200 : statusOf(codeIn(text)), text };
}

/** An answer that says what failed is an answer. */
const checkFailed = 5;

const ownDocuments: Readonly<Record<string, () => Promise<unknown>>> = {
  "/api/openapi.json": openApi,
  "/api/levers": leversDocument,
};

function requireMethod({ method = "" }: IncomingMessage, wanted: Route["method"]): void {
  const allowed = wanted === "GET" ? ["GET", "HEAD"] : ["POST"];
  if (!allowed.includes(method))
    throw new IssueError([{ code: "METHOD_NOT_ALLOWED", found: method, expected: allowed.join(", ") }]);
}

/** The route of a path, and what stands in place of its braces. @throws IssueError UNKNOWN_PATH. */
function findRoute(path: string): { readonly route: Route; readonly argument?: string } {
  for (const route of routes) {
    const head = route.path.replace(/\{.*\}$/u, "");
    if (head === route.path ? path === head : path.startsWith(head) && path.length > head.length)
      return head === route.path ? { route } : { route, argument: decoded(path.slice(head.length)) };
  }
  const known = [...Object.keys(ownDocuments), ...routes.map((route) => route.path)];
  throw new IssueError([{ code: "UNKNOWN_PATH", found: path, expected: known }]);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new IssueError([{ code: "UNKNOWN_PATH", found: part }]);
  }
}

/** A body, or the keys of a query, which are texts. */
async function questionOf(request: IncomingMessage, url: URL, { method }: Route): Promise<unknown> {
  return method === "POST" ? readBody(request) : Object.fromEntries(url.searchParams);
}

function codeIn(text: string): string {
  const { error } = JSON.parse(text) as { readonly error?: { readonly code?: string } };
  return error?.code ?? "INTERNAL";
}
