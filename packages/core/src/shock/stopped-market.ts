import type { HorizonFrame } from "../horizon/frame.js";
import type { YearTerms } from "../horizon/terms.js";
import { createEdit } from "../market/edit-market.js";
import type { MarketEdit } from "../market/edit.js";
import type { Market } from "../market/market.js";
import type { ShockSpec } from "./shock-spec.js";

const lever = "shock";

/**
 * The year's market with the routes of a stop closed (or held to what remains), and members' sales to others held where
 * crisis sharing is agreed: of these the agreed share of what the stop takes, `s·(1 − remaining)`, stays among members, so that a stop
 * of next to nothing changes next to nothing. `flow` is the year's flow without the stop, t/y.
 */
export function stoppedMarket(
  market: Market,
  flow: Float64Array,
  spec: ShockSpec,
  sharing: YearTerms["crisisSharing"],
  frame: HorizonFrame,
): Market {
  const edit = createEdit(market, frame.base, spec.year, frame.index);
  for (const good of spec.goods) {
    const stopped = edit.arcs({ goods: [good], from: spec.by, to: spec.to });
    hold(edit, `stop:${good}`, stopped, spec.remaining, flow);
    for (const agreement of sharing)
      if (isHit(market, agreement, stopped, spec, flow))
        share(edit, good, agreement, spec, flow, market.regions);
  }
  return edit.finish();
}

/** The same stop at half, a fifth and a twentieth of what came before, for a solver that must be led there. */
export function milderStops(
  market: Market,
  flow: Float64Array,
  spec: ShockSpec,
  sharing: YearTerms["crisisSharing"],
  frame: HorizonFrame,
): Market[] {
  return [0.5, 0.2, 0.05].map((part) => {
    const remaining = spec.remaining + part * (1 - spec.remaining);
    return stoppedMarket(market, flow, { ...spec, remaining }, sharing, frame);
  });
}

/** Arcs held together to a share of their flow before; a share of nothing closes them. */
function hold(edit: MarketEdit, id: string, arcs: Int32Array, part: number, flow: Float64Array): void {
  const before = arcs.reduce((sum, arc) => sum + flow[arc], 0);
  if (arcs.length === 0 || part >= 1) return;
  if (part * before === 0) {
    edit.closeRoutes(lever, arcs);
    return;
  }
  edit.control({
    id,
    lever,
    limit: part * before,
    cap: Infinity,
    on: "arc",
    members: arcs,
    coefficient: new Float64Array(arcs.length).fill(1),
    rentTo: "exporter",
    neutral: false,
  });
}

/** Whether the stop takes anything from a member: where nothing is lost, nothing is shared. */
function isHit(
  { arcs, buyers, regions }: Market,
  { members }: YearTerms["crisisSharing"][number],
  stopped: Int32Array,
  { remaining }: ShockSpec,
  flow: Float64Array,
): boolean {
  const toMember = (a: number) => members.includes(regions[buyers.region[arcs.buyer[a]]]);
  return remaining < 1 && stopped.some((a) => flow[a] > 0 && toMember(a));
}

function share(
  edit: MarketEdit,
  good: string,
  { members, share: part }: YearTerms["crisisSharing"][number],
  spec: ShockSpec,
  flow: Float64Array,
  regions: readonly string[],
): void {
  if (part <= 0) return;
  const from = members.filter((member) => !spec.by.includes(member));
  const outside = regions.filter((region) => !members.includes(region));
  const left = 1 - part * (1 - spec.remaining);
  hold(edit, `sharing:${good}`, edit.arcs({ goods: [good], from, to: outside }), left, flow);
}
