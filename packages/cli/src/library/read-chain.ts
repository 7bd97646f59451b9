import { IssueError } from "@didym/core/errors";
import { loadChain, type Chain, type ParameterOverrides } from "@didym/core/chain";
import { compileChain, compileData, rareEarths, readDataFolder } from "@didym/data";

/**
 * A chain from disk: the one shipped, or the chain `id` of a data folder of your own, compiled on the spot.
 *
 * @param folder a folder with `datapackage.json`; by default the compiled chain of this package.
 * @param parameters values that replace assumptions, by id.
 * @throws IssueError with every problem of the tables, by file and line; `FILE_NOT_FOUND` where the folder has no such chain.
 */
export function readChain(folder?: string, parameters: ParameterOverrides = {}, id = "rare-earths"): Chain {
  if (folder === undefined) return loadChain(rareEarths(), parameters);
  const files = readDataFolder(folder);
  const tables = compileData(files).chains.find((chain) => chain.id === id);
  if (tables === undefined)
    throw new IssueError([{ code: "FILE_NOT_FOUND", found: `${folder}/chain/${id}` }]);
  return loadChain(compileChain(tables, files), parameters);
}
