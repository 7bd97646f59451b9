import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize, sep } from "node:path";

const firstPort = 4173;
const lastPort = 4273;

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".csv": "text/csv; charset=utf-8",
  ".png": "image/png",
  ".txt": "text/plain; charset=utf-8",
  ".woff2": "font/woff2",
  ".wasm": "application/wasm",
};

export interface ServedFolder {
  readonly address: string;
  readonly close: () => Promise<void>;
}

export interface ServeOptions {
  readonly folder: string;
  /** The file shown at the root. */
  readonly index: string;
  /** Without one, the first free port from 4173. */
  readonly port?: number | undefined;
  readonly host?: string | undefined;
  /** Asked first: true where it has answered the request. */
  readonly first?: (request: IncomingMessage, response: ServerResponse, host: string) => Promise<boolean>;
}

/** Serves the files of a folder and nothing outside it. Rejects with `EADDRINUSE` where the port asked for is taken. */
export async function serveFolder({
  folder,
  index,
  port,
  host = "127.0.0.1",
  first,
}: ServeOptions): Promise<ServedFolder> {
  const server = createServer((request, response) => {
    void (async () => {
      if ((await first?.(request, response, host)) !== true) await answer(folder, index, request, response);
    })();
  });
  const address = port === undefined ? await listenFree(server, host) : await listen(server, port, host);
  const close = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections();
      server.close(() => {
        resolve();
      });
    });
  return { address, close };
}

function fileOf(folder: string, index: string, url: string): string | undefined {
  const path = decodeURIComponent(new URL(url, "http://localhost").pathname);
  const file = normalize(join(folder, path === "/" ? index : path));
  return file.startsWith(folder.endsWith(sep) ? folder : folder + sep) ? file : undefined;
}

async function answer(
  folder: string,
  index: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const refuse = (status: number, text: string): void => {
    response.writeHead(status, { "content-type": "text/plain" }).end(text);
  };
  if (request.method !== "GET" && request.method !== "HEAD") {
    refuse(405, "Only GET\n");
    return;
  }
  try {
    const file = fileOf(folder, index, request.url ?? "/");
    if (file === undefined || !(await stat(file)).isFile()) {
      refuse(404, "Not found\n");
      return;
    }
    response.writeHead(200, {
      "content-type": types[extname(file)] ?? "application/octet-stream",
      "x-content-type-options": "nosniff",
      "cache-control": "no-cache",
    });
    if (request.method === "HEAD") response.end();
    else
      createReadStream(file)
        .on("error", () => response.destroy())
        .pipe(response);
  } catch {
    refuse(404, "Not found\n");
  }
}

function listen(server: Server, port: number, host: string): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      const shown = host.includes(":") ? `[${host}]` : host;
      resolve(`http://${shown}:${String((server.address() as AddressInfo).port)}`);
    });
  });
}

async function listenFree(server: Server, host: string): Promise<string> {
  for (let port = firstPort; port <= lastPort; port += 1) {
    try {
      return await listen(server, port, host);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
    }
  }
  throw new Error(`No free port from ${String(firstPort)} to ${String(lastPort)}`);
}
