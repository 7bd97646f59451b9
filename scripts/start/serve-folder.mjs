import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";

const host = "127.0.0.1";
const firstPort = 4173;
const lastPort = 4273;

const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".csv": "text/csv; charset=utf-8",
  ".png": "image/png",
  ".woff2": "font/woff2",
  ".wasm": "application/wasm",
};

function fileOf(folder, index, url) {
  const path = decodeURIComponent(new URL(url, `http://${host}`).pathname);
  const file = normalize(join(folder, path === "/" ? index : path));
  return file.startsWith(folder + sep) ? file : undefined;
}

async function answer(folder, index, request, response) {
  const refuse = (status, text) => response.writeHead(status, { "content-type": "text/plain" }).end(text);
  if (request.method !== "GET" && request.method !== "HEAD") return refuse(405, "Only GET\n");
  try {
    const file = fileOf(folder, index, request.url);
    if (file === undefined || !(await stat(file)).isFile()) return refuse(404, "Not found\n");
    const type = types[extname(file)] ?? "application/octet-stream";
    response.writeHead(200, {
      "content-type": type,
      "x-content-type-options": "nosniff",
      "cache-control": "no-cache",
    });
    if (request.method === "HEAD") return response.end();
    return createReadStream(file)
      .on("error", () => response.destroy())
      .pipe(response);
  } catch {
    return refuse(404, "Not found\n");
  }
}

function listen(server, port) {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve(`http://${host}:${String(server.address().port)}`);
    });
  });
}

/**
 * Serves a folder on this machine alone: on `port`, or on the first free one from 4173. Resolves to its address.
 * @param {string} folder
 * @param {string} index the file shown at the root
 * @param {number | undefined} port
 * @returns {Promise<string>}
 */
export async function serveFolder(folder, index, port) {
  const server = createServer((request, response) => void answer(folder, index, request, response));
  if (port !== undefined) return listen(server, port);
  for (let candidate = firstPort; candidate <= lastPort; candidate += 1) {
    try {
      return await listen(server, candidate);
    } catch (error) {
      if (error.code !== "EADDRINUSE") throw error;
    }
  }
  throw new Error(`No free port from ${String(firstPort)} to ${String(lastPort)}`);
}
