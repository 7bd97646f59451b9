import { openScenario } from "./edits.js";
import { packDocument } from "./long-link.js";
import { linkOf } from "./page-link.js";
import type { PageState } from "./page-state.js";
import { toDocument, type Library } from "./to-document.js";

/** Characters beyond which messengers and mail programs break a link. */
export const longestQuery = 1500;

/** What a shared link carries: the differences in words; a scenario of one's own, or more differences than a link bears, packed behind them. */
export async function shareLink(
  state: PageState,
  year: number,
  data: string,
  library: Library,
  builtIn: Library,
): Promise<string> {
  const { edits } = state;
  const query = linkOf(state, year, data);
  if (query.length > longestQuery) {
    const document = toDocument(edits, library);
    const packed = openScenario(String(document["name"]));
    return `${linkOf({ ...state, edits: packed }, year, data)}#d=${await packDocument(document)}`;
  }
  return Object.hasOwn(builtIn, edits.base) ? query : `${query}#d=${await packDocument(library[edits.base])}`;
}
