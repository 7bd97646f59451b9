import { spawnSync } from "node:child_process";
import { bin, root } from "../scripts/setup/paths.mjs";

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

function measure(args, runs) {
  const times = [];
  for (let at = 0; at < runs; at += 1) {
    const from = performance.now();
    const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: "ignore" });
    times.push(performance.now() - from);
    if (status !== 0) return undefined;
  }
  return median(times);
}

function row(name, args, bar, runs) {
  const value = measure(args, runs);
  return {
    case: name,
    value: value ?? "failed",
    unit: "ms",
    bar,
    within: value === undefined ? false : value <= bar,
  };
}

/** From the start of Node to the last byte. */
export default function start() {
  return [
    { case: "node alone", value: measure(["-e", "0"], 11), unit: "ms" },
    row("--help", [bin, "--help"], 150, 11),
    row("run washington-2026", [bin, "run", "washington-2026", "--no-cache"], 1200, 5),
  ];
}
