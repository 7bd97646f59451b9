import { regionSet, type RunResult } from "@didym/core/results";

/** Regions drawn together, in a fixed order: China, the region looked at, the other members, all others. */
export interface RegionGroups {
  /** Group of each region by index. */
  readonly of: Int32Array;
  readonly ids: readonly ("CHN" | "region" | "members" | "others")[];
}

export function regionGroups(result: RunResult, region: string): RegionGroups {
  const { chain } = result.frame.calibration;
  const members = regionSet(chain, result.members, "members") ?? new Set<number>();
  const own =
    region === "members"
      ? new Set<number>()
      : (regionSet(chain, result.members, region) ?? new Set<number>());
  const of = Int32Array.from(chain.regions, ({ id }, index) => {
    if (id === "CHN") return 0;
    if (own.has(index)) return 1;
    return members.has(index) ? 2 : 3;
  });
  return { of, ids: ["CHN", "region", "members", "others"] };
}
