/** What stop is asked for and what of it is looked at; kept while the reader is in another view. */
export const choice = $state({
  by: ["CHN"] as readonly string[],
  to: ["members"] as readonly string[],
  goods: ["magnet.*"] as readonly string[],
  year: 2028,
  months: 6,
  remaining: 0,
  place: "members",
  good: "magnet.NdFeB-high-temperature",
  month: 1,
});
