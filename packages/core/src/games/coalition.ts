/** A coalition as a bit mask: bit i is set when player i (in the order of `players`) is a member. */
export type Coalition = number;

/** Number of coalitions of n ≤ 30 players, the empty one included. */
export function coalitionCount(players: number): number {
  return 1 << players;
}

/** Number of members. */
export function coalitionSize(coalition: Coalition): number {
  let count = 0;
  for (let rest = coalition; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** Indices of the members, ascending. */
export function coalitionMembers(coalition: Coalition): number[] {
  const list: number[] = [];
  for (let player = 0; coalition >> player !== 0; player++) {
    if (coalition & (1 << player)) list.push(player);
  }
  return list;
}

/** Ids of the members in the order of `players`. */
export function memberIds(coalition: Coalition, players: readonly string[]): string[] {
  return coalitionMembers(coalition).map((player) => players[player]);
}

/** The name of a coalition: ids joined by commas in the order of `players`; the empty coalition is "". */
export function coalitionKey(coalition: Coalition, players: readonly string[]): string {
  return memberIds(coalition, players).join(",");
}

/** Names of all 2^n coalitions, by mask. */
export function coalitionKeys(players: readonly string[]): string[] {
  const keys: string[] = [""];
  for (const id of players) {
    const half = keys.length;
    for (let mask = 0; mask < half; mask++) keys.push(mask === 0 ? id : `${keys[mask]},${id}`);
  }
  return keys;
}

/** All coalitions, smaller ones first, within a size in the order of `players`: "", A, B, C, AB, AC, BC, ABC. */
export function coalitionsBySize(players: number): Coalition[] {
  const all = Array.from({ length: coalitionCount(players) }, (_, mask) => mask);
  const reversed = (mask: Coalition) => {
    let bits = 0;
    for (const player of coalitionMembers(mask)) bits |= 1 << (players - 1 - player);
    return bits;
  };
  const rank = all.map((mask) => coalitionSize(mask) * coalitionCount(players) - reversed(mask));
  return all.sort((a, b) => rank[a] - rank[b]);
}

/**
 * Sum of `perPlayer` over the members of every coalition.
 * @param sums Float64Array of 2^n, overwritten.
 */
export function sumsOverCoalitions(perPlayer: ArrayLike<number>, sums: Float64Array): void {
  sums[0] = 0;
  for (let player = 0, half = 1; half < sums.length; player++, half *= 2) {
    const own = perPlayer[player];
    for (let mask = 0; mask < half; mask++) sums[half + mask] = sums[mask] + own;
  }
}

/** The largest absolute value; 0 for an empty array. */
export function largestMagnitude(values: ArrayLike<number>): number {
  let largest = 0;
  for (let k = 0; k < values.length; k++) largest = Math.max(largest, Math.abs(values[k]));
  return largest;
}
