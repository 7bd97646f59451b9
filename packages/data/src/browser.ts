import type { ChainFile } from "@didym/core/chain";

/**
 * A compiled chain from the address of its file (`rare-earths.json` beside the page).
 * @throws Error with the status where the address does not answer.
 */
export async function fetchChainFile(address: string | URL): Promise<ChainFile> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} ${String(address)}`);
  return (await answer.json()) as ChainFile;
}
