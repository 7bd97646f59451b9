/** A straight mapping of figures to pixels. */
export interface LinearScale {
  (value: number): number;
  /** Round figures inside the domain, about `count` of them. */
  ticks(count: number): number[];
}

type Pair = readonly [number, number];

export function linearScale(domain: Pair, range: Pair): LinearScale {
  const span = domain[1] - domain[0];
  const scale = (value: number): number =>
    range[0] + (span === 0 ? 0.5 : (value - domain[0]) / span) * (range[1] - range[0]);
  return Object.assign(scale, { ticks: (count: number) => ticks(domain, count) });
}

/** The domain widened to round figures. */
export function niceDomain([low, high]: Pair, count: number): [number, number] {
  let [start, stop] = [low, high];
  for (let turn = 0; turn < 10; turn += 1) {
    const step = stepOf(start, stop, count);
    const wider: [number, number] = [
      rounded(Math.floor(start / step), step),
      rounded(Math.ceil(stop / step), step),
    ];
    if (wider[0] === start && wider[1] === stop) break;
    [start, stop] = wider;
  }
  return [start, stop];
}

function ticks([low, high]: Pair, count: number): number[] {
  const step = stepOf(low, high, count);
  const first = Math.ceil(low / step);
  const last = Math.floor(high / step);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => rounded(first + i, step));
}

/** 1, 2 or 5 times a power of ten, by the geometric means between them. */
function stepOf(low: number, high: number, count: number): number {
  const rough = (high - low) / Math.max(1, count);
  if (!(rough > 0)) return 1;
  const power = Math.floor(Math.log10(rough));
  const error = rough / 10 ** power;
  const factor = error >= Math.sqrt(50) ? 10 : error >= Math.sqrt(10) ? 5 : error >= Math.sqrt(2) ? 2 : 1;
  return factor * 10 ** power;
}

/** k steps without the noise of the last bits. */
function rounded(k: number, step: number): number {
  return step < 1 ? Math.round(k * step * 1e12) / 1e12 + 0 : k * step + 0;
}
