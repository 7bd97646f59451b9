import { join } from "node:path";
import { root } from "../scripts/setup/paths.mjs";

const core = (path) => import(join(root, "packages/core/dist", path));
const { solveMarket } = await core("equilibrium/index.js");
const { generateMarket } = await core("market/generate.js");
const { mildPackage, randomPackage } = await core("market/random-package.js");
const { Stream } = await core("numeric/stream.js");

const REGIONS = [20, 50, 100, 200];
const REPEATS = 7;
const bars = {
  dense: { sources: Infinity, warm: 200, cold: 1500, exponent: 2.1 },
  sparse: { sources: 16, warm: 80, cold: 800, exponent: 1.5 },
};

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

function time(call) {
  const begin = performance.now();
  const result = call();
  if (!result.ok) throw new Error(result.issue.code);
  return performance.now() - begin;
}

/** Medians of a warm and a cold solve of a generated chain; packages that touch nothing are passed over. */
function measureSize(regions, sources) {
  const { market, originPrice } = generateMarket({ seed: 1, regions, goods: 20, makers: 0.5, sources });
  const rent = new Float64Array(0);
  const solved = solveMarket(market, { start: { originPrice, rent }, keepFactor: true });
  if (!solved.ok) throw new Error(solved.issue.code);
  const base = solved.equilibrium;
  const [warm, cold] = [[], []];
  for (let seed = 0; warm.length < REPEATS + 2; seed++) {
    const drawn = randomPackage(market, base, mildPackage, seed);
    if (drawn.wedges.every((wedge) => wedge.arcs.length === 0)) continue;
    const stream = new Stream(seed, "cold");
    const away = { originPrice: originPrice.map((price) => price * stream.between(0.5, 2)), rent };
    warm.push(time(() => solveMarket(drawn, { start: base })));
    cold.push(time(() => solveMarket(drawn, { start: away })));
  }
  return { warm: median(warm.slice(2)), cold: median(cold.slice(2)) };
}

/** Generated chains of 20 goods with 20 to 200 regions, dense and sparse, and how the time of a cold solve grows. */
export default async function measure() {
  const rows = [];
  for (const [name, { sources, exponent, ...limits }] of Object.entries(bars)) {
    const sizes = REGIONS.map((regions) => measureSize(regions, sources));
    sizes.forEach((found, i) => {
      const largest = i === sizes.length - 1;
      for (const kind of ["warm", "cold"]) {
        const bar = largest ? { bar: limits[kind], within: found[kind] <= limits[kind] } : {};
        rows.push({
          case: `${name}, ${REGIONS[i]} regions, ${kind}`,
          value: found[kind],
          unit: "ms",
          ...bar,
        });
      }
    });
    const growth = Math.log(sizes.at(-1).cold / sizes[0].cold) / Math.log(REGIONS.at(-1) / REGIONS[0]);
    rows.push({
      case: `${name}, exponent of growth`,
      value: growth,
      unit: "",
      bar: exponent,
      within: growth <= exponent,
    });
  }
  const peak = process.resourceUsage().maxRSS / 1024;
  rows.push({ case: "peak memory", value: peak, unit: "MiB", bar: 512, within: peak <= 512 });
  return rows;
}
