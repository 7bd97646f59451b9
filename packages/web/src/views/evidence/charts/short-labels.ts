import { labelRoom, type BarData, type Size, type Theme } from "@didym/charts";

const wide = /[\u2e80-\uffff]/u;

/** Labels cut to what fits beside the bars, or above them on a narrow screen; the table has them whole. */
export function shortLabels(data: BarData, size: Size, theme: Theme): BarData {
  const room = (labelRoom(data, size, theme).room - 12) / (12 * theme.scale);
  return { ...data, bars: data.bars.map((bar) => ({ ...bar, label: fit(bar.label, room) })) };
}

/** @param room in heights of a letter. */
function fit(label: string, room: number): string {
  let used = 0;
  for (const [k, sign] of [...label].entries()) {
    used += wide.test(sign) ? 1 : 0.56;
    if (used > room)
      return `${[...label]
        .slice(0, Math.max(1, k - 1))
        .join("")
        .trimEnd()}…`;
  }
  return label;
}
