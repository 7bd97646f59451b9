import { makeApi } from "./api/handle.js";
import { pageFolder } from "./page-folder.js";
import { serveFolder, type ServedFolder, type ServeOptions } from "./serve-folder.js";

/**
 * The laboratory's page and the HTTP API at one address; closing it ends both.
 *
 * @throws IssueError MISSING_PART where the page is not built; `EADDRINUSE` where the port asked for is taken.
 */
export async function serveLaboratory(
  where: Pick<ServeOptions, "port" | "host"> = {},
): Promise<ServedFolder> {
  const api = makeApi();
  const served = await serveFolder({
    ...where,
    folder: pageFolder(),
    index: "index.html",
    first: api.answer,
  });
  const close = async (): Promise<void> => {
    await served.close();
    await api.close();
  };
  return { address: served.address, close };
}
