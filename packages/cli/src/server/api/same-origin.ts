import type { IncomingMessage } from "node:http";
import { IssueError } from "@didym/core/errors";

const loopback = /^(?:127(?:\.\d+){3}|localhost|\[?::1\]?)$/u;

/**
 * Refuses what pages of other sites send, and addresses that are not this server's: a name of somebody else's that was pointed at this
 * machine (DNS rebinding).
 *
 * @param host the server listens on.
 * @throws IssueError FORBIDDEN_ORIGIN.
 */
export function requireOwnOrigin({ headers }: IncomingMessage, host: string): void {
  const asked = headers.host ?? "";
  const name = asked.replace(/:\d+$/u, "");
  if (loopback.test(host) && !loopback.test(name)) throw forbidden(asked);
  const { origin } = headers;
  if (origin !== undefined && origin !== `http://${asked}`) throw forbidden(origin);
  const site = headers["sec-fetch-site"];
  if (site === "cross-site" || site === "same-site") throw forbidden(site);
}

const forbidden = (found: string): IssueError => new IssueError([{ code: "FORBIDDEN_ORIGIN", found }]);
