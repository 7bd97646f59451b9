import { join } from "node:path";
import { root } from "../scripts/setup/paths.mjs";

const core = (path) => import(join(root, "packages/core/dist", path));
const { baseline } = await core("baseline/index.js");
const { loadChain } = await core("chain/load.js");
const { solveMarket } = await core("equilibrium/index.js");
const { baseYearState, buildMarket } = await core("market/build.js");
const { calibrate } = await core("market/calibrate.js");
const { mildPackage, randomPackage, violentPackage } = await core("market/random-package.js");
const { Stream } = await core("numeric/stream.js");
const { rareEarths } = await import(join(root, "packages/data/dist/rare-earths.js"));

const PACKAGES = 400;
const WARM_UP = 100;

/** Milliseconds of one call: median and 95th percentile on the clock, and the median of processor time, which a busy machine blurs less. */
function timed(count, call) {
  for (let i = 0; i < WARM_UP; i++) call(i % count);
  const [clock, processor] = [[], []];
  for (let i = 0; i < count; i++) {
    const [begin, used] = [performance.now(), process.cpuUsage()];
    call(i);
    clock.push(performance.now() - begin);
    processor.push(process.cpuUsage(used).user / 1000);
  }
  const at = (values, share) => values.sort((a, b) => a - b)[Math.floor(count * share)];
  return { median: at(clock, 0.5), late: at(clock, 0.95), processor: at(processor, 0.5) };
}

/** One year of the rare-earth chain under 400 seeded packages of duties and wedges: warm, violent, cold. */
export default async function measure() {
  const chain = loadChain(rareEarths());
  const calibration = calibrate(chain, baseline(chain));
  const market = buildMarket(calibration, baseYearState(calibration), calibration.baseline.year);
  const first = { originPrice: calibration.origins.price, rent: new Float64Array(0) };
  const solved = solveMarket(market, { start: first, keepFactor: true });
  if (!solved.ok) throw new Error(`the base year has no answer: ${solved.issue.code}`);
  const base = solved.equilibrium;
  const random = (seed) => {
    const stream = new Stream(seed, "cold");
    return { originPrice: base.originPrice.map((price) => price * stream.between(0.5, 2)), rent: first.rent };
  };
  const rows = [];
  for (const [name, size, bar, start] of [
    ["warm", mildPackage, 2, () => base],
    ["violent", violentPackage, 6, () => base],
    ["cold", mildPackage, 12, random],
  ]) {
    const markets = Array.from({ length: PACKAGES }, (_, seed) => randomPackage(market, base, size, seed));
    const starts = markets.map((_, seed) => start(seed));
    const failed = new Set();
    let residual = 0;
    let steps = 0;
    let factors = 0;
    const { median, late, processor } = timed(PACKAGES, (i) => {
      const result = solveMarket(markets[i], { start: starts[i] });
      if (!result.ok) failed.add(i);
      else {
        residual = Math.max(residual, result.equilibrium.residual);
        steps += result.equilibrium.iterations / (PACKAGES + WARM_UP);
        factors += result.equilibrium.factorisations / (PACKAGES + WARM_UP);
      }
    });
    rows.push({ case: `${name}, median`, value: median, unit: "ms", bar, within: median <= bar });
    rows.push({ case: `${name}, processor time, median`, value: processor, unit: "ms" });
    rows.push({ case: `${name}, 95th percentile`, value: late, unit: "ms" });
    rows.push({ case: `${name}, evaluations each`, value: steps, unit: "" });
    rows.push({ case: `${name}, factorisations each`, value: factors, unit: "" });
    rows.push({
      case: `${name}, failed`,
      value: failed.size,
      unit: "of 400",
      bar: 0,
      within: failed.size === 0,
    });
    rows.push({
      case: `${name}, largest residual`,
      value: residual,
      unit: "",
      bar: 1e-9,
      within: residual <= 1e-9,
    });
  }
  return rows;
}
