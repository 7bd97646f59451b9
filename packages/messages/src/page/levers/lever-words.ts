import type { LeverName } from "../../en/levers.js";

/** What people call the levers, their fields and the words fields may take. */
export interface LeverWords {
  readonly kinds: Readonly<Record<LeverName, string>>;
  readonly fields: Readonly<Record<LeverField, string>>;
  readonly choices: Readonly<Record<LeverChoice, string>>;
  /** Names of the parties a selector may mean. */
  readonly parties: { readonly members: string; readonly nonMembers: string; readonly all: string };
  readonly owner: (party: string) => string;
  readonly plant: (id: string) => string;
  readonly from: string;
  readonly to: string;
  readonly yes: string;
  readonly ofBase: (percent: string, year: number) => string;
  readonly status: Readonly<Record<LeverStatusName, string>>;
}

export type LeverStatusName = "in-force" | "announced" | "proposed" | "suspended" | "ended" | "hypothetical";

export type LeverChoice =
  | "nominal"
  | "real"
  | "contract-for-difference"
  | "border-adjusted"
  | "own-price"
  | "chinese-ex-works"
  | "home"
  | "host"
  | "use"
  | "equal"
  | "given"
  | "region"
  | "plant"
  | "feed"
  | "importer"
  | "exporter"
  | "each"
  | "pooled"
  | "destination"
  | "group";

export type LeverField =
  | "good"
  | "goods"
  | "at"
  | "money"
  | "mechanism"
  | "covers"
  | "index"
  | "vat"
  | "share"
  | "volume"
  | "upside-share"
  | "upside-above"
  | "paid-by"
  | "key"
  | "shares"
  | "importers"
  | "exporters"
  | "exporter-share"
  | "equivalent"
  | "origin-test"
  | "rate"
  | "specific"
  | "exempt"
  | "in-quota"
  | "over-quota"
  | "rent"
  | "exporter"
  | "destinations"
  | "basis"
  | "per"
  | "delay"
  | "carrying-cost"
  | "pipeline-lost"
  | "stages"
  | "region"
  | "regions"
  | "per-tonne"
  | "tax-credit"
  | "capital-share"
  | "capital-points"
  | "project"
  | "completion"
  | "amount"
  | "holder"
  | "from-plants"
  | "price"
  | "fill"
  | "target"
  | "release-from"
  | "release"
  | "from-regions"
  | "buy-out"
  | "among"
  | "duty-free"
  | "pooled-finance"
  | "shared-know-how"
  | "know-how-cost"
  | "recognised-qualification"
  | "qualification-cost"
  | "crisis-sharing"
  | "party"
  | "supplier"
  | "concession"
  | "spared"
  | "donor"
  | "hosts"
  | "speed"
  | "cost"
  | "outside-growth"
  | "offtake-share"
  | "end-uses"
  | "change"
  | "full-by";
