import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import highsLoader from "highs";
import { root } from "../scripts/setup/paths.mjs";

const { compileProblem } = await import(join(root, "packages/core/dist/problem/compile/compile-problem.js"));
const { readProblem, solveProblem } = await import(join(root, "packages/core/dist/problem/index.js"));
const { solveComplementarity } = await import(
  join(root, "packages/core/dist/equilibrium/exact/solve-complementarity.js")
);

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

function generator(seed) {
  let state = seed;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
}

/** n makers, n users, all pairs joined; linear curves. */
export function randomTrade(n, seed) {
  const random = generator(seed);
  const names = (prefix) => Array.from({ length: n }, (_, k) => `${prefix}${k}`);
  const [makers, users] = [names("m"), names("u")];
  const curve = (region, intercept, slope) => ({
    region,
    good: "x",
    form: "inverse-linear",
    intercept,
    slope,
  });
  return {
    schema: "didym/problem@1",
    regions: [...makers, ...users],
    goods: ["x"],
    supply: makers.map((region) => curve(region, 5 + 10 * random(), 0.1 + random())),
    demand: users.map((region) => curve(region, 30 + 30 * random(), -0.1 - random())),
    transport: makers.flatMap((from) =>
      users.map((to) => ({ from, to, good: "x", cost: 1 + 15 * random() })),
    ),
  };
}

/** The same as a quadratic programme in the format of the HiGHS solver. */
function asProgramme({ supply, demand, transport }) {
  const s = supply.map((_, k) => `s${k}`);
  const d = demand.map((_, k) => `d${k}`);
  const at = new Map([...supply, ...demand].map((row, k) => [row.region, k]));
  const linear = [
    ...supply.map((row, k) => `+ ${row.intercept} ${s[k]}`),
    ...demand.map((row, k) => `- ${row.intercept} ${d[k]}`),
    ...transport.map((arc, k) => `+ ${arc.cost} f${k}`),
  ];
  const square = [
    ...supply.map((row, k) => `+ ${row.slope} ${s[k]} ^ 2`),
    ...demand.map((row, k) => `+ ${-row.slope} ${d[k]} ^ 2`),
  ];
  const balance = [...s.map((name) => [name]), ...d.map((name) => [name])];
  transport.forEach((arc, k) => {
    balance[at.get(arc.from)].push(`- f${k}`);
    balance[at.get(arc.to)].push(`- f${k}`);
  });
  const rows = balance.map((terms, k) => `c${k}: ${terms.join(" ")} = 0`);
  return `Minimize\n obj: ${linear.join("\n ")} + [ ${square.join("\n ")} ] / 2\nSubject To\n ${rows.join("\n ")}\nEnd\n`;
}

/** Largest imbalance of a node in HiGHS's answer, relative to its quantity. */
function violation({ supply, demand, transport }, columns) {
  const value = (name) => columns[name].Primal;
  const left = new Map([
    ...supply.map((row, k) => [row.region, value(`s${k}`)]),
    ...demand.map((row, k) => [row.region, value(`d${k}`)]),
  ]);
  const size = Math.max(...left.values());
  transport.forEach((arc, k) => {
    left.set(arc.from, left.get(arc.from) - value(`f${k}`));
    left.set(arc.to, left.get(arc.to) - value(`f${k}`));
  });
  return Math.max(...[...left.values()].map(Math.abs)) / size;
}

function timed(run) {
  const from = performance.now();
  const result = run();
  return [performance.now() - from, result];
}

function solveCompiled(problem) {
  const scaled = compileProblem(problem).builder.buildScaled();
  return solveComplementarity(scaled.problem, { tolerance: 1e-9, stop: () => false });
}

function published() {
  const folder = join(root, "golden", "problems");
  const cases = readdirSync(folder).map(
    (file) => JSON.parse(readFileSync(join(folder, file), "utf8")).problem,
  );
  for (const problem of cases) solveProblem(problem);
  const slowest = Math.max(...cases.map((problem) => timed(() => solveProblem(problem))[0]));
  return {
    case: `${cases.length} published, slowest`,
    value: slowest,
    unit: "ms",
    bar: 50,
    within: slowest <= 50,
  };
}

function ownRows(n, runs) {
  const problems = Array.from({ length: runs }, (_, k) => randomTrade(n, k + 1));
  const read = problems.map((problem) => readProblem(problem).problem);
  for (let warm = 0; warm < 3; warm++) for (const problem of read) solveCompiled(problem);
  const solve = median(read.map((problem) => timed(() => solveCompiled(problem))[0]));
  for (const problem of problems) solveProblem(problem);
  const answers = problems.map((problem) => timed(() => solveProblem(problem)));
  const residual = Math.max(...answers.map(([, answer]) => answer.residual));
  const bar = n === 50 ? { bar: 10, within: solve <= 10 } : {};
  const rows = [
    { case: `${n} × ${n}, compile and solve`, value: solve, unit: "ms", ...bar },
    {
      case: `${n} × ${n}, file to verified answer`,
      value: median(answers.map(([time]) => time)),
      unit: "ms",
    },
    { case: `${n} × ${n}, residual`, value: residual, unit: "", bar: 1e-8, within: residual <= 1e-8 },
  ];
  return { rows, solve, problems };
}

async function againstHighs({ solve, problems }) {
  const highs = await highsLoader();
  const runs = problems.slice(0, 5).map((problem) => {
    const programme = asProgramme(problem);
    const [time, answer] = timed(() => highs.solve(programme));
    return { time, violation: violation(problem, answer.Columns) };
  });
  const ratio = median(runs.map((run) => run.time)) / solve;
  return [
    { case: "50 × 50, HiGHS", value: median(runs.map((run) => run.time)), unit: "ms" },
    {
      case: "50 × 50, HiGHS, its own imbalance",
      value: Math.max(...runs.map((run) => run.violation)),
      unit: "",
    },
    { case: "50 × 50, times faster than HiGHS", value: ratio, unit: "×", bar: 5, within: ratio >= 5 },
  ];
}

/** Published cases and random spatial equilibria, in the same run as the HiGHS solver. */
export default async function exact() {
  const rows = [published()];
  for (const [n, runs] of [
    [10, 20],
    [50, 15],
    [100, 5],
  ]) {
    const own = ownRows(n, runs);
    rows.push(...own.rows);
    if (n === 50) rows.push(...(await againstHighs(own)));
  }
  return rows;
}
