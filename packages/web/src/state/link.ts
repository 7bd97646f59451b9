/**
 * Share links carry only what differs from the preset: `?v=1&s=washington-2026&price-floor.at=130`.
 * Old links are upgraded by an ordered list of small functions; what is unknown is told, never dropped in silence.
 */
export interface LinkState {
  readonly scenario: string;
  /** Lever address (`ID.FIELD`) to written value. */
  readonly changes: Readonly<Record<string, string>>;
  /** Inherited or own levers taken out, by id. */
  readonly without?: readonly string[];
  /** Levers added: id and kind; their fields stand among the changes. */
  readonly added?: readonly { readonly id: string; readonly kind: string }[];
  readonly response?: string | undefined;
  /** What views other than the Lab choose: `stop.by` to `CHN`. */
  readonly choices?: Readonly<Record<string, string>>;
  readonly view: string;
  readonly year: number | undefined;
  readonly region: string | undefined;
  readonly good?: string | undefined;
  readonly element?: string | undefined;
  readonly shipment?: string | undefined;
  /** Data version of the page that wrote the link. */
  readonly data?: string | undefined;
  readonly language: string | undefined;
  readonly embed: string | undefined;
}

export interface LinkNotice {
  readonly code: "LINK_NEWER" | "LINK_UPGRADED" | "LINK_UNKNOWN_KEY" | "LINK_TOO_LONG";
  readonly key?: string;
  readonly version?: number;
}

export const linkVersion = 1;
const looks = ["region", "good", "element", "shipment"] as const;
const reserved = new Set([
  "v",
  "s",
  "without",
  "add",
  "response",
  "view",
  "year",
  ...looks,
  "lang",
  "embed",
  "data",
]);
const longest = 8_000;
const ofView = new RegExp(
  `^(?:${[
    "stop\\.(?:by|to|goods|year|months|remaining|place|good)",
    "summit\\.(?:table|response|minimum|penalty|pay|seat|deciding|hazard|spared|union-weight|rate|place)",
    "evidence\\.(?:part|table|grade|search|verdict|order)",
  ].join("|")})$`,
  "u",
);

const views = /^(?:stop|summit|evidence)\./u;

type Pairs = readonly (readonly [string, string])[];

/** `migrations[n]` upgrades a link of version n to n + 1. */
const migrations: readonly ((pairs: Pairs) => Pairs)[] = [
  /* 0 → 1: before versions were written the preset stood under `scenario` and the floor under `floor`. */
  (pairs) =>
    pairs.map(([key, value]) =>
      key === "scenario" ? ["s", value] : key === "floor" ? ["price-floor.at", value] : [key, value],
    ),
];

export function writeLink(state: LinkState, defaults: { scenario: string; view: string }): string {
  const query = new URLSearchParams({ v: String(linkVersion) });
  query.set("s", state.scenario);
  if (state.view !== defaults.view) query.set("view", state.view);
  if (state.year !== undefined) query.set("year", String(state.year));
  for (const look of looks) if (state[look] !== undefined) query.set(look, state[look]);
  if (state.response !== undefined) query.set("response", state.response);
  if (state.without?.length) query.set("without", state.without.join(","));
  if (state.added?.length) query.set("add", state.added.map(({ id, kind }) => `${id}:${kind}`).join(","));
  if (state.language !== undefined) query.set("lang", state.language);
  if (state.embed !== undefined) query.set("embed", state.embed);
  for (const set of [state.changes, state.choices ?? {}])
    for (const key of Object.keys(set).sort()) query.set(key, set[key] ?? "");
  if (state.data !== undefined) query.set("data", state.data);
  return `?${query.toString().replaceAll("%2C", ",").replaceAll("%3A", ":")}`;
}

export function readLink(
  search: string,
  defaults: { scenario: string; view: string },
  isAddress: (key: string) => boolean,
): { state: LinkState; notices: LinkNotice[] } {
  const notices: LinkNotice[] = [];
  if (search.length > longest) {
    notices.push({ code: "LINK_TOO_LONG" });
    return { state: empty(defaults), notices };
  }
  const query = new Map(upgrade([...new URLSearchParams(search)], notices));
  const changes: Record<string, string> = Object.create(null) as Record<string, string>;
  const choices: Record<string, string> = {};
  for (const [key, value] of query) {
    if (reserved.has(key)) continue;
    if (ofView.test(key)) choices[key] = value;
    else if (isAddress(key) && !views.test(key)) changes[key] = value;
    else notices.push({ code: "LINK_UNKNOWN_KEY", key });
  }
  const year = Number(query.get("year"));
  const state: LinkState = {
    scenario: query.get("s") ?? defaults.scenario,
    changes: { ...changes },
    view: query.get("view") ?? defaults.view,
    year: Number.isInteger(year) && year > 1900 && year < 2200 ? year : undefined,
    region: query.get("region") ?? undefined,
    language: query.get("lang") ?? undefined,
    embed: query.get("embed") ?? undefined,
    ...optional(query),
    ...(Object.keys(choices).length > 0 && { choices }),
  };
  return { state, notices };
}

/** What most links do not carry; absent where it is not written. */
function optional(query: ReadonlyMap<string, string>): Partial<LinkState> {
  const text = (key: string) => (query.has(key) ? { [key]: query.get(key) } : {});
  const list = (key: string) => (query.get(key) ?? "").split(",").filter((word) => word !== "");
  const added = list("add").flatMap((entry) => {
    const [id, kind] = entry.split(":");
    return id !== undefined && kind !== undefined && name.test(id) && name.test(kind) ? [{ id, kind }] : [];
  });
  return {
    ...text("response"),
    ...text("good"),
    ...text("element"),
    ...text("shipment"),
    ...text("data"),
    ...(query.has("without") && { without: list("without").filter((id) => name.test(id)) }),
    ...(added.length > 0 && { added }),
  };
}

const name = /^[a-z][a-z0-9-]*$/u;

function upgrade(pairs: Pairs, notices: LinkNotice[]): Pairs {
  const written = pairs.find(([key]) => key === "v")?.[1];
  const version =
    written === undefined
      ? pairs.some(([key]) => key === "scenario" || key === "floor")
        ? 0
        : linkVersion
      : Number(written);
  if (!Number.isInteger(version) || version > linkVersion || version < 0) {
    notices.push({ code: "LINK_NEWER", version });
    return pairs;
  }
  if (version < linkVersion) notices.push({ code: "LINK_UPGRADED", version });
  return migrations.slice(version).reduce((upgraded, migrate) => migrate(upgraded), pairs);
}

function empty(defaults: { scenario: string; view: string }): LinkState {
  return {
    scenario: defaults.scenario,
    changes: {},
    view: defaults.view,
    year: undefined,
    region: undefined,
    language: undefined,
    embed: undefined,
  };
}
