import { readLink, writeLink, type LinkNotice, type LinkState } from "./link.js";
import { defaults, type Look, type PageState } from "./page-state.js";
import type { AddedLever, Edits } from "./edits.js";

const address = /^(?:[a-z][a-z0-9-]*\.[a-z-]+|parameters\.[a-zA-Z0-9.-]+|members|horizon)$/u;
const looks = ["region", "good", "element", "shipment"] as const;

/** The query of a page state: only what differs from the defaults. */
export function linkOf(state: PageState, year: number, data?: string, embed?: string): string {
  const { edits, look } = state;
  const changes: Record<string, string> = { ...edits.set };
  for (const { id, fields } of edits.added)
    for (const [field, value] of Object.entries(fields)) changes[`${id}.${field}`] = written(value);
  const link: LinkState = {
    scenario: edits.base,
    changes,
    without: edits.without,
    added: edits.added,
    response: edits.response,
    choices: state.choices,
    view: state.view,
    year: year === defaults.year ? undefined : year,
    language: state.language,
    embed,
    region: undefined,
    ...Object.fromEntries(
      looks.filter((key) => look[key] !== defaults.look[key]).map((key) => [key, look[key]]),
    ),
    data,
  };
  return writeLink(link, defaults);
}

export interface OpenedLink {
  readonly state: PageState;
  readonly year: number;
  readonly embed: string | undefined;
  readonly data: string | undefined;
  readonly notices: readonly LinkNotice[];
}

/** @param language of the reader where the link names none. */
export function openLink(search: string, language: PageState["language"]): OpenedLink {
  const { state: link, notices } = readLink(search, defaults, (key) => address.test(key));
  const look = Object.fromEntries(
    looks.map((key) => [key, link[key] ?? defaults.look[key]]),
  ) as unknown as Look;
  return {
    state: {
      edits: editsOf(link),
      view: link.view,
      language: link.language === "zh" || link.language === "en" ? link.language : language,
      look,
      choices: link.choices ?? {},
    },
    year: link.year ?? defaults.year,
    embed: link.embed,
    data: link.data,
    notices,
  };
}

function editsOf(link: LinkState): Edits {
  const set: Record<string, string> = {};
  const fields = new Map<string, Record<string, string>>((link.added ?? []).map(({ id }) => [id, {}]));
  for (const [key, value] of Object.entries(link.changes)) {
    const dot = key.indexOf(".");
    const own = dot < 0 ? undefined : fields.get(key.slice(0, dot));
    if (own === undefined) set[key] = value;
    else own[key.slice(dot + 1)] = value;
  }
  const added: AddedLever[] = (link.added ?? []).map(({ id, kind }) => ({
    id,
    kind,
    fields: fields.get(id) ?? {},
  }));
  return { base: link.scenario, set, without: link.without ?? [], added, response: link.response };
}

function written(value: unknown): string {
  return Array.isArray(value) ? value.join(",") : String(value);
}
