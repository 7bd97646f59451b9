import type { Look } from "../../state/page-state.js";

export const headlineGoods = ["oxide.NdPr", "oxide.Dy", "oxide.Tb"] as const;
const chain = ["oxide", "magnet"] as const;

/** Account items with their metric and their sign in welfare. */
export const accountItems = [
  { id: "users", metric: "consumer-surplus", sign: 1 },
  { id: "producers", metric: "producer-surplus", sign: 1 },
  { id: "revenue", metric: "revenue", sign: 1 },
  { id: "support", metric: "fiscal-cost", sign: -1 },
  { id: "match", metric: "match-cost", sign: -1 },
] as const;

export const ref = {
  price: (good: string, region: string) => `price[${good},${region}]`,
  production: (good: string, region: string) => `production[${good},${region}]`,
  capacity: (good: string, region: string) => `capacity[${good},${region}]`,
  exposure: (stage: string, region: string, kind: "direct" | "embodied") =>
    `exposure[${stage},${region},CHN,${kind}]`,
  unmet: (region: string) => `unmet[region=${region}]`,
  use: (good: string, region: string) => `use[${good},${region}]`,
  money: (metric: string, region: string) => `${metric}[region=${region}]`,
} as const;

/** Regions whose prices are drawn: the one looked from, China, and the members together. */
export function pricedRegions(region: string): string[] {
  return [...new Set([region, "CHN", "members"])];
}

export function makers(region: string): string[] {
  return [...new Set(["CHN", "members", ...(region === "members" ? [] : [region])])];
}

/** Every reference the Lab asks for. @param parties regions and seats in the chart of accounts. */
export function labReferences(look: Look, parties: readonly string[]): string[] {
  const { region, good } = look;
  const regions = new Set([...parties, region]);
  return [
    ...new Set([
      ...[good, ...headlineGoods].map((name) => ref.price(name, region)),
      ...pricedRegions(region).map((name) => ref.price(good, name)),
      ...[...makers(region), "world"].flatMap((name) => [
        ref.production(good, name),
        ref.capacity(good, name),
      ]),
      ...chain.flatMap((stage) => [
        ref.exposure(stage, region, "direct"),
        ref.exposure(stage, region, "embodied"),
      ]),
      ref.unmet(region),
      ...[...regions].flatMap((name) =>
        ["welfare", ...accountItems.map(({ metric }) => metric)].map((metric) => ref.money(metric, name)),
      ),
    ]),
  ];
}

export const exposureStages = chain;
